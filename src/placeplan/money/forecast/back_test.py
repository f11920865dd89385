"""What each method would have said of a year that is over, at each of its months."""

from collections.abc import Collection, Sequence

import polars as pl

from placeplan.errors import Fault, InputError
from placeplan.money.forecast.body_forecast import ForecastQuestion
from placeplan.money.forecast.body_year import (
    MONTHS_A_YEAR,
    BodyYear,
    read_body_years,
)
from placeplan.money.forecast.method import (
    FORECAST_METHODS,
    PLAN_SHAPE,
    YEAR_BEFORE,
)
from placeplan.money.forecast.outturn_forecast import forecast_outturn
from placeplan.money.ledger.ledger import Ledger, find_months
from placeplan.periods import FinancialYear

ALL_BODIES = "all"
"""Stands for all bodies together in a table of forecasts."""


def back_test(
    ledger: Ledger,
    *,
    year: int,
    months_booked: Sequence[int] = (6,),
    bodies: Collection[str] | None = None,
    seed: int = 1,
) -> pl.DataFrame:
    """Hold what each method would have said against how the year ended.

    Parameters
    ----------
    ledger : Ledger
        What bodies planned and booked; every month of the year is booked by all.
    year : int
        In which the financial year starts.
    months_booked : sequence of int
        After how many months, 1 to 11 each.
    bodies : collection of str, optional
        Members to look at; all without it.
    seed : int
        Of the probabilistic forecast.

    Returns
    -------
    DataFrame
        `organisation` (`ALL_BODIES` last), `months_booked`, `method`, `forecast_pence`,
        `outturn_pence`, `missed_pence` (forecast less outturn: above zero it said too
        much), `inside` (outturn between p10 and p90; null where nothing is drawn). A
        seasonal forecast follows the plan, or the year before where there is none.

    Raises
    ------
    InputError
        When a body has not booked the whole year, or a number of months is none.
    """
    ends = read_body_years(ledger, year=year, bodies=bodies)
    faults = [*_refuse_months(months_booked), *_refuse_open(ends, year)]
    if faults:
        raise InputError(faults)
    outturn = {each.body: each.to_date for each in ends}
    outturn[ALL_BODIES] = sum(outturn.values())
    shape = PLAN_SHAPE if all(each.plan for each in ends) else YEAR_BEFORE
    frames = [
        _say_then(ledger, ForecastQuestion(method, shape, seed), year, booked, bodies)
        for booked in months_booked
        for method in FORECAST_METHODS
    ]
    ended = pl.DataFrame(
        {"organisation": [*outturn], "outturn_pence": [*outturn.values()]}
    )
    return (
        pl.concat(frames)
        .join(ended, on="organisation", maintain_order="left")
        .select(
            *("organisation", "months_booked", "method", "forecast_pence"),
            "outturn_pence",
            (pl.col("forecast_pence") - pl.col("outturn_pence")).alias("missed_pence"),
            pl.col("outturn_pence")
            .is_between(pl.col("p10_pence"), pl.col("p90_pence"))
            .alias("inside"),
        )
    )


def _refuse_months(months_booked: Sequence[int]) -> list[Fault]:
    return [
        Fault("months_booked", "", "1 to 11", str(booked), "Correct it.")
        for booked in months_booked
        if not 1 <= booked < MONTHS_A_YEAR
    ]


def _refuse_open(ends: Sequence[BodyYear], year: int) -> list[Fault]:
    """Refuse a year that some body has not booked to its end, or no body at all."""
    booked = {each.body: len(each.booked) for each in ends if each.ahead}
    if not ends:
        booked = {ALL_BODIES: 0}
    return [
        Fault(
            "ledger_values",
            f"{body}, {FinancialYear(year)}",
            f"all {MONTHS_A_YEAR} months booked",
            str(months),
            "Choose a year that is over.",
        )
        for body, months in booked.items()
    ]


def _say_then(
    ledger: Ledger,
    question: ForecastQuestion,
    year: int,
    booked: int,
    bodies: Collection[str] | None,
) -> pl.DataFrame:
    """Forecast as after so many months: each body, and all together last."""
    through = find_months(year)[booked - 1]
    said = forecast_outturn(ledger, question, year=year, through=through, bodies=bodies)
    columns = ["organisation", "forecast_pence", "p10_pence", "p90_pence"]
    whole = said.bodies.clear().select(columns)
    total = pl.DataFrame(
        {
            "organisation": ALL_BODIES,
            **{name: getattr(said.total, name) for name in columns[1:]},
        },
        schema=whole.schema,
    )
    return pl.concat([said.bodies.select(columns), total]).with_columns(
        months_booked=pl.lit(booked), method=pl.lit(question.method)
    )
