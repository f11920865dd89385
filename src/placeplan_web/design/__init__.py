"""Design: the frame of every page, the anatomy of a page as macros, words for numbers.

A page extends ``design/layout.jinja`` and imports macros from ``design/page.jinja``.
Branding (name, owner, accent) is a setting.
"""
