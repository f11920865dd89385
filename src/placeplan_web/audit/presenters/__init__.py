"""How entries of the audit read."""
