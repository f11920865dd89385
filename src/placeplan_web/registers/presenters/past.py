"""Words of a page that shows another day."""

from placeplan_web.design.words import write_day
from placeplan_web.registers.known import PastDay


def say_past(past: PastDay) -> str:
    """Say which day's knowledge a page shows."""
    return f"Shown as it was known on {write_day(past.day)}."
