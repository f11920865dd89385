"""Ways to say how a year will end from the months that are booked."""

from dataclasses import dataclass
from typing import Final

STRAIGHT_LINE: Final = "straight_line"
SEASONAL: Final = "seasonal"
PROBABILISTIC: Final = "probabilistic"

FROM_PLAN: Final = "plan"
"""How a body is forecast of which no month is booked: as it planned."""


@dataclass(frozen=True, slots=True)
class ForecastMethod:
    """A way to forecast.

    Parameters
    ----------
    id : str
        One of the keys of `FORECAST_METHODS`.
    name : str
        For people.
    about : str
        What it takes for granted, in a sentence.
    """

    id: str
    name: str
    about: str


FORECAST_METHODS: Final = {
    each.id: each
    for each in (
        ForecastMethod(
            STRAIGHT_LINE,
            "Straight line",
            "Every month to come is like the mean of the months booked so far.",
        ),
        ForecastMethod(
            SEASONAL,
            "Seasonal",
            "Income, pay and non-pay follow the shape of the year that was planned, "
            "or of the year before, at the level booked so far.",
        ),
        ForecastMethod(
            PROBABILISTIC,
            "Probabilistic",
            "Every month to come strays from its plan as one of the booked months "
            "did, drawn by lot, and schemes go on making as much of their planned "
            "savings as they did.",
        ),
    )
}
"""Methods by id, the simplest first."""

PLAN_SHAPE: Final = "plan"
YEAR_BEFORE: Final = "year_before"
SHAPES: Final = (PLAN_SHAPE, YEAR_BEFORE)
"""Whose months a seasonal forecast follows."""
