"""Initiatives: what a plan changes, edited in the browser and made into a new plan.

The initiatives of a stored plan folder become the records of a draft. People change
them; the library says what it would refuse; and a draft becomes a new plan folder.
"""
