"""Records of people: what papers expected, how far off the method was, networks."""

from typing import Final

import polars as pl

from placeplan.population import (
    compare_with_expected,
    find_unmet_moves,
    share_out_people,
)
from placeplan_web.evidence.models import Run
from placeplan_web.evidence.record import Record
from placeplan_web.evidence.shelf import (
    get_back_test,
    get_names,
    get_people,
    get_plan,
)

_COUNTS: Final = ("people_base", "people_counts", "components")
_EXPECTED: Final = ("people_expected", "people_expected_reasons")
_LINES: Final = {"projected": "Our method", "naive": "Naive trend"}
"""Lines of the back-test: ours, knowing nothing after the first count; and a trend."""


def compare_people(run: Run) -> Record | None:
    """Compare what the papers expected with what was counted and what we project."""
    tables = get_plan(run.dataset).tables
    expected, reasons = (tables[name] for name in _EXPECTED)
    if expected.is_empty():
        return None
    compared = compare_with_expected(get_people(run.dataset), expected, reasons)
    since = get_plan(run.dataset).manifest.people_from
    names = dict(get_names(run.dataset))
    unsaid = compared["reason"].null_count() == compared.height
    shown = compared.select(
        pl.format("{} {}", _say_what(), pl.col("year")).alias("What"),
        pl.col("place").replace(names).fill_null("The whole system").alias("Where"),
        _round("expected").alias("Papers expected"),
        _round("counted").alias("Counted"),
        _round("projected").alias("We project"),
        _round("difference").alias("Difference"),
        *([] if unsaid else [pl.col("reason").alias("Why")]),
    )
    return Record(
        "expected",
        "What the papers expected, what was counted, what we project",
        "A difference is a finding, not a fault: we control to what was counted, "
        f"never to what was expected. Growth is since {since}.",
        shown,
        tables=_EXPECTED,
    )


def list_unmet_moves(run: Run) -> Record | None:
    """List the moves that were assumed though nobody was there to move, if any."""
    plan = get_plan(run.dataset)
    first, last = plan.manifest.people_from, plan.manifest.people_to
    unmet = find_unmet_moves(plan.tables, first_year=first, last_year=last)
    if unmet.is_empty():
        return None
    names = dict(get_names(run.dataset))
    shown = (
        unmet.with_columns(pl.col("place").replace(names))
        .group_by("place", "year")
        .agg(pl.sum("value").round(1))
        .sort("place", "year")
        .rename({"place": "District", "year": "Year", "value": "People"})
    )
    return Record(
        "unmet-moves",
        "Moves that could not be",
        "The assumed movers ask for more people to leave at some ages than live there; "
        "others of the district leave in their stead.",
        shown,
        status=str(unmet["status"].max()),
        tables=("migration", "migration_schedule"),
        full=unmet.drop("status").rename({"place": "district", "value": "people"}),
    )


def sum_up_back_test(run: Run) -> Record | None:
    """Sum up by district how far off the method would have been."""
    errors = get_back_test(run.dataset)
    if errors is None:
        return None
    names = dict(get_names(run.dataset))
    errors = errors.with_columns(pl.col("place").replace(names))
    shown = (
        errors.group_by("place")
        .agg(
            pl.col("counted").sum(),
            *(_sum_up(line, words) for line, words in _LINES.items()),
            *(_mean_size(line, words) for line, words in _LINES.items()),
        )
        .sort("place")
        .rename({"place": "District", "counted": "Counted"})
        .with_columns(pl.selectors.float().round(1))
    )
    full = errors.drop("status").rename({"place": "district"})
    year = errors["year"][0]
    return Record(
        "back-test-districts",
        f"How far off each district would have been in {year}",
        "Errors in percent of what was counted: of all people together, and the mean "
        "size over the ages. CSV and Excel hold every district and age.",
        shown,
        status=str(errors["status"].max()),
        tables=_COUNTS,
        full=full.with_columns(pl.selectors.float().round(2)),
    )


def share_among_networks(run: Run) -> Record | None:
    """Share the people of districts out among networks."""
    plan = get_plan(run.dataset)
    shares = plan.tables["networks"]
    if shares.is_empty():
        return None
    people = share_out_people(get_people(run.dataset), shares)
    ends = [plan.manifest.base_year, plan.manifest.people_to]
    sums = (
        people.filter(pl.col("year").is_in(ends))
        .group_by("place", "year")
        .agg(pl.col("value").sum().round(0), pl.col("status").max())
        .sort("place", "year")
    )
    wide = sums.pivot("year", index="place", values="value").with_columns(
        pl.col("place").replace(dict(get_names(run.dataset)))
    )
    headers = {"place": "Network"} | {str(year): f"People in {year}" for year in ends}
    return Record(
        "networks",
        "People by network",
        "Each network shares in the change of its districts by age.",
        wide.rename(headers).sort("Network"),
        status=str(sums["status"].max()),
        tables=("networks",),
    )


def _say_what() -> pl.Expr:
    ages = (
        pl.when(pl.col("age_from") > 0)
        .then(pl.format("people aged {} and over", pl.col("age_from")))
        .otherwise(pl.lit("people"))
    )
    growth = pl.col("measure").str.starts_with("growth")
    percent = pl.col("unit") == "percent"
    return (
        pl.when(growth & percent)
        .then(pl.format("Growth in percent of {} to", ages))
        .when(growth)
        .then(pl.format("Growth of {} to", ages))
        .otherwise(pl.format("Number of {} in", ages))
    )


def _round(column: str) -> pl.Expr:
    places = pl.when(pl.col("unit") == "percent")
    return places.then(pl.col(column).round(1)).otherwise(pl.col(column).round(0))


def _sum_up(line: str, words: str) -> pl.Expr:
    percent = 100 * (pl.col(line).sum() / pl.col("counted").sum() - 1)
    return percent.alias(f"{words}, all people")


def _mean_size(line: str, words: str) -> pl.Expr:
    return pl.col(f"{line}_error_percent").abs().mean().alias(f"{words}, by age")
