"""What of a ledger is drawn, and what is taken away as a file."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import polars as pl

from placeplan.money.forecast import FORECAST_METHODS
from placeplan.money.pence import to_pounds_column
from placeplan.plan.figure import Figure
from placeplan.plan.forecast_figure import draw_forecast
from placeplan.plan.position_figure import draw_differences, draw_surplus_by_month
from placeplan.plan.savings_figure import draw_savings
from placeplan_web.design.words import write_count
from placeplan_web.money.queries.standing import Standing

MEMBERS: Final = "members"
LINES: Final = "lines"
SIDES: Final = "sides"
ENDS: Final = "ends"


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A table for a file: what it says, and its rows with a status each."""

    title: str
    table: pl.DataFrame


def name_whole(standing: Standing) -> str:
    """Name whose money it is, as it begins a sentence."""
    body = standing.question.body
    if body:
        return standing.names.name_organisation(body)
    members = write_count(len(standing.ledger.members), "organisation")
    return f"The system of {members}"


def draw_position(standing: Standing) -> Mapping[str, Figure]:
    """Draw the pictures of a position, by id."""
    months = draw_surplus_by_month(
        standing.months,
        through=standing.question.through,
        whose=name_whole(standing),
    )
    differences = None
    if not standing.question.body:
        differences = draw_differences(
            standing.members,
            month=standing.question.month_words,
            names=name_members(standing),
        )
    return {each.id: each for each in (differences, months) if each}


def name_members(standing: Standing) -> Mapping[str, str]:
    """Give the name of each member by its id."""
    name = standing.names.name_organisation
    return {body: name(body) for body in standing.ledger.members}


def list_exhibits(standing: Standing) -> Mapping[str, Exhibit]:
    """List the tables of a position, by id."""
    asked = standing.question
    whose = name_whole(standing)
    tables = {
        MEMBERS: (f"Position to {asked.month_words} by organisation", standing.members),
        SIDES: (
            f"{whose}: income and cost to {asked.month_words}",
            _lay_sides(standing),
        ),
        LINES: (f"{whose}: each line to {asked.month_words}", standing.lines),
    }
    if asked.body:
        del tables[MEMBERS]
    return {
        id_: Exhibit(title, in_pounds(table)) for id_, (title, table) in tables.items()
    }


def _lay_sides(standing: Standing) -> pl.DataFrame:
    return standing.sides if standing.question.body else standing.system.sides


def in_pounds(table: pl.DataFrame) -> pl.DataFrame:
    """Say every amount of a table in pounds to the penny."""
    pence = [name for name in table.columns if name.endswith("_pence")]
    renamed = {name: f"{name.removesuffix('pence')}pounds" for name in pence}
    return table.with_columns(to_pounds_column(name) for name in pence).rename(renamed)


def draw_forecasts(standing: Standing) -> Mapping[str, Figure]:
    """Draw the pictures of how the year will end, by id."""
    who = _name_within(standing)
    forecasts = [standing.forecast(method) for method in FORECAST_METHODS]
    status = standing.forecast(standing.question.method).status
    figures = (
        draw_forecast(forecasts, control_total=standing.control_total, who=who),
        draw_savings(standing.savings, status=status, who=who),
    )
    return {each.id: each for each in figures if each}


def list_forecasts(standing: Standing) -> Mapping[str, Exhibit]:
    """List the tables of how the year will end, by id."""
    bodies = pl.concat(
        standing.forecast(method).bodies.with_columns(
            pl.lit(method).alias("asked_method")
        )
        for method in FORECAST_METHODS
    )
    title = f"How {standing.question.year_words} ends by each method"
    return {ENDS: Exhibit(title, in_pounds(bodies))}


def _name_within(standing: Standing) -> str:
    """Name whose money it is, as within a sentence."""
    body = standing.question.body
    return standing.names.name_organisation(body) if body else "the system"
