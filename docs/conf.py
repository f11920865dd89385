"""The manual's settings."""

project = "Placeplan"
author = "The Placeplan authors"
copyright = "2026, the Placeplan authors, CC BY 4.0"  # noqa: A001 - Sphinx's name
extensions = ["myst_parser"]
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = "Placeplan"
myst_heading_anchors = 3
suppress_warnings = ["myst.xref_missing"]  # links to files outside the manual
