"""Sex, as the official counts of people give it."""

SEXES = ("female", "male")
"""The two categories of the mid-year population estimates."""
