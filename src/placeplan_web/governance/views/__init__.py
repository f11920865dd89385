"""Pages of this room: each fetches, presents and renders."""
