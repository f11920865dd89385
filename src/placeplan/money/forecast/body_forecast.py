"""How the year of a body will end, month by month: once, or in many futures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from placeplan.errors import UnknownNameError
from placeplan.money.forecast.body_year import BodyYear, add_sides
from placeplan.money.forecast.chance import draw_chances, draw_months
from placeplan.money.forecast.method import (
    FORECAST_METHODS,
    FROM_PLAN,
    PLAN_SHAPE,
    PROBABILISTIC,
    SEASONAL,
    SHAPES,
    STRAIGHT_LINE,
)
from placeplan.money.forecast.run_rate import Months, carry_run_rate
from placeplan.money.forecast.scheme import Array, Schemes, Whole
from placeplan.money.forecast.season import carry_season

DRAWS: Final = 1000
"""Futures that a probabilistic forecast draws where nobody asks for another number."""


@dataclass(frozen=True, slots=True)
class ForecastQuestion:
    """What a forecast is asked.

    Parameters
    ----------
    method : str
        A key of `FORECAST_METHODS`.
    shape : str
        One of `SHAPES`, for a seasonal forecast: whose months it follows.
    seed, draws : int
        For a probabilistic forecast: the same seed gives the same futures.

    Raises
    ------
    UnknownNameError
        When there is no such method or shape.
    """

    method: str = STRAIGHT_LINE
    shape: str = PLAN_SHAPE
    seed: int = 1
    draws: int = DRAWS

    def __post_init__(self) -> None:
        if self.method not in FORECAST_METHODS:
            raise UnknownNameError("forecast method", self.method, FORECAST_METHODS)
        if self.shape not in SHAPES:
            raise UnknownNameError("shape of the year", self.shape, SHAPES)


@dataclass(frozen=True, slots=True)
class BodyForecast:
    """The year of one body, month by month, once or in many futures.

    Parameters
    ----------
    year : BodyYear
        What it planned and booked.
    method : str
        How it was forecast: what was asked, or what was possible (a side without a
        shape goes on at its run rate; nothing booked leaves the plan).
    futures : array of int, shape (futures, 12)
        Pence of surplus of every month; one future where nothing was drawn.
    """

    year: BodyYear
    method: str
    futures: Whole


def forecast_bodies(
    years: Sequence[BodyYear],
    schemes: Mapping[str, Schemes],
    question: ForecastQuestion,
) -> list[BodyForecast]:
    """Forecast the year of each body.

    Parameters
    ----------
    years : sequence of BodyYear
        As `read_body_years` gives them.
    schemes : mapping of str to Schemes
        Savings by body, for a probabilistic forecast.
    question : Question
        What is asked.
    """
    if question.method == PROBABILISTIC:
        chances = draw_chances(question.seed, question.draws)
        return [
            _draw(each, schemes.get(each.body, Schemes()), chances) for each in years
        ]
    return [_carry(each, question) for each in years]


def _carry(year: BodyYear, question: ForecastQuestion) -> BodyForecast:
    if not year.booked:
        return _take_plan(year, 1)
    shapes = year.plan if question.shape == PLAN_SHAPE else year.before
    used = set()
    sides = {}
    for side, months in year.actual.items():
        carried: Months | None = None
        if question.method == SEASONAL and side in shapes:
            carried = carry_season(months, year.booked, shapes[side])
            used.add(SEASONAL)
        if carried is None:
            carried = carry_run_rate(months, year.booked) or months
            used.add(STRAIGHT_LINE)
        sides[side] = carried
    method = question.method if question.method in used else STRAIGHT_LINE
    return BodyForecast(year, method, np.array([add_sides(sides)], dtype=np.int64))


def _draw(year: BodyYear, schemes: Schemes, chances: Array) -> BodyForecast:
    if not year.booked:
        return _take_plan(year, len(chances))
    futures = draw_months(
        chances,
        plan=add_sides(year.plan) if year.plan else None,
        actual=add_sides(year.actual),
        booked=year.booked,
        schemes=schemes,
    )
    return BodyForecast(year, PROBABILISTIC, futures)


def _take_plan(year: BodyYear, futures: int) -> BodyForecast:
    months = np.array(add_sides(year.plan), dtype=np.int64)
    return BodyForecast(year, FROM_PLAN, np.tile(months, (futures, 1)))
