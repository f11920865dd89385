"""Words, links and pictures of the pages of this room."""
