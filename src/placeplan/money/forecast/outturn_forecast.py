"""How a year will end: each body, and all of them together."""

from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import date
from fractions import Fraction
from typing import Final

import numpy as np
import polars as pl

from placeplan.money.forecast.body_forecast import (
    BodyForecast,
    ForecastQuestion,
    forecast_bodies,
)
from placeplan.money.forecast.body_year import (
    MONTHS_A_YEAR,
    add_sides,
    read_body_years,
)
from placeplan.money.forecast.method import PROBABILISTIC
from placeplan.money.forecast.scheme import Whole, read_schemes
from placeplan.money.ledger.ledger import Ledger, find_months
from placeplan.tables import STATUS, STATUSES

LEVELS: Final = (10, 50, 90)
"""Percentiles that it tells."""


@dataclass(frozen=True, slots=True)
class OutturnSum:
    """How a year ends for one body or several, in pence; negative is a deficit.

    Parameters
    ----------
    to_date_pence : int
        Booked so far.
    run_rate_pence : int or None
        Mean of a booked month; None before the first.
    plan_pence : int or None
        Planned for the year; None when one has no plan.
    forecast_pence : int
        The forecast of the year; the middle one where futures were drawn.
    p10_pence, p50_pence, p90_pence : int or None
        Percentiles of the futures; None where none were drawn.
    """

    to_date_pence: int
    run_rate_pence: int | None
    plan_pence: int | None
    forecast_pence: int
    p10_pence: int | None = None
    p50_pence: int | None = None
    p90_pence: int | None = None


@dataclass(frozen=True, slots=True)
class Forecast:
    """How a year will end.

    Parameters
    ----------
    question : ForecastQuestion
        What was asked.
    year : int
        In which the financial year starts.
    bodies : DataFrame
        By body: `organisation`, `method` (as it was possible, see `BodyForecast`),
        `booked_months` and the columns of `OutturnSum`.
    months : DataFrame
        All bodies together, from April: `month`, `booked` (by all of them),
        `plan_pence`, `forecast_pence` (as booked where it is), both also added up from
        April (`plan_so_far_pence`, `forecast_so_far_pence`), and the percentiles of the
        latter. No plan where one body has none.
    total : OutturnSum
        The year of all bodies together. Middles of bodies need not add up to the
        middle of all.
    status : str
        The weakest status of the values that it rests on.
    """

    question: ForecastQuestion
    year: int
    bodies: pl.DataFrame
    months: pl.DataFrame
    total: OutturnSum
    status: str


def forecast_outturn(
    ledger: Ledger,
    question: ForecastQuestion,
    *,
    year: int,
    through: date | None = None,
    bodies: Collection[str] | None = None,
    with_funds: bool = False,
) -> Forecast:
    """Forecast how a year will end, from the months that are booked.

    Parameters
    ----------
    ledger : Ledger
        What bodies planned and booked.
    question : ForecastQuestion
        By which method.
    year : int
        In which the financial year starts.
    through : date, optional
        First day of the last month that counts as booked, to ask what would have been
        said then; without it, all that are booked.
    bodies : collection of str, optional
        Members to look at; all without it.
    with_funds : bool
        Whether income that is money of a fund counts; control totals are held without.

    Returns
    -------
    Forecast
        In whole pence. Once all twelve months are booked it is the outturn, whatever
        the method; before the first it is the plan.

    Raises
    ------
    UnknownNameError
        When a body is no member.
    """
    years = read_body_years(
        ledger, year=year, through=through, bodies=bodies, with_funds=with_funds
    )
    schemes = {}
    if question.method == PROBABILISTIC:
        schemes = read_schemes(ledger, year=year, through=through)
    said = forecast_bodies(years, schemes, question)
    return Forecast(
        question,
        year,
        _lay_bodies(said, question),
        _lay_months(said, question, year),
        _sum_year(said, question),
        _find_status(ledger, [each.body for each in years], year),
    )


def _find_status(ledger: Ledger, bodies: Sequence[str], year: int) -> str:
    kept = ledger.values.filter(
        pl.col("organisation").is_in(bodies), pl.col("year") == year
    )
    return str(kept["status"].cast(STATUS).max() or STATUSES[0])


def _lay_bodies(
    bodies: Sequence[BodyForecast], question: ForecastQuestion
) -> pl.DataFrame:
    rows = [
        {
            "organisation": each.year.body,
            "method": each.method,
            "booked_months": len(each.year.booked),
            **asdict(_sum_year([each], question)),
        }
        for each in bodies
    ]
    schema = {
        "organisation": pl.String,
        "method": pl.String,
        "booked_months": pl.Int32,
        **{each.name: pl.Int64 for each in fields(OutturnSum)},
    }
    return pl.DataFrame(rows, schema=schema)


def _sum_year(bodies: Sequence[BodyForecast], question: ForecastQuestion) -> OutturnSum:
    plans = [sum(add_sides(each.year.plan)) for each in bodies if each.year.plan]
    rates = [
        Fraction(each.year.to_date, len(each.year.booked))
        for each in bodies
        if each.year.booked
    ]
    futures = _add_futures(bodies).sum(axis=1)
    low, middle, high = (int(each) for each in _find_levels(futures))
    drawn = question.method == PROBABILISTIC
    return OutturnSum(
        sum(each.year.to_date for each in bodies),
        round(sum(rates, Fraction(0))) if rates else None,
        sum(plans) if bodies and len(plans) == len(bodies) else None,
        middle,
        *((low, middle, high) if drawn else ()),
    )


def _add_futures(bodies: Sequence[BodyForecast]) -> Whole:
    nothing = np.zeros((1, MONTHS_A_YEAR), dtype=np.int64)
    return sum((each.futures for each in bodies), nothing)


def _find_levels(futures: Whole) -> Whole:
    """Find the percentiles of each column, to the penny; exact where all are one."""
    return np.rint(np.percentile(futures, LEVELS, axis=0)).astype(np.int64)


def _lay_months(
    bodies: Sequence[BodyForecast], question: ForecastQuestion, year: int
) -> pl.DataFrame:
    futures = _add_futures(bodies)
    so_far = _find_levels(np.cumsum(futures, axis=1))
    plans = [add_sides(each.year.plan) for each in bodies if each.year.plan]
    whole = bool(bodies) and len(plans) == len(bodies)
    plan = np.sum(plans, axis=0, dtype=np.int64) if whole else None
    drawn = question.method == PROBABILISTIC
    pence = {
        "plan_pence": plan,
        "forecast_pence": _find_levels(futures)[1],
        "plan_so_far_pence": None if plan is None else np.cumsum(plan),
        "forecast_so_far_pence": so_far[1],
        **{f"p{at}_pence": so_far[i] if drawn else None for i, at in enumerate(LEVELS)},
    }
    return pl.DataFrame(
        {
            "month": find_months(year),
            "booked": [
                bool(bodies) and all(at in each.year.booked for each in bodies)
                for at in range(MONTHS_A_YEAR)
            ],
            **pence,
        },
        schema_overrides=dict.fromkeys(pence, pl.Int64),
    )
