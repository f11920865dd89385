"""Placeplan on the web: records, people, pages."""
