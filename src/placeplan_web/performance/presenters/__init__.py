"""Words, tags and links of the pages of this room."""
