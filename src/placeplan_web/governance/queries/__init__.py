"""Reads of governance, as of any day; whatever is a rule is asked of the library."""
