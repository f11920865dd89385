"""Views of this room: they fetch, present and render."""
