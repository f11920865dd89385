"""Tables of a room that are not pictures: what papers expected, networks, solutions."""

from typing import Any

import polars as pl

from placeplan.periods import FinancialYear
from placeplan.plan import answer, find_bridge_year
from placeplan.plan.results_table import list_axes
from placeplan.plan.scenario import PLAN
from placeplan.population import (
    compare_with_expected,
    project_population,
    share_out_people,
)
from placeplan_web.evidence.models import Run
from placeplan_web.evidence.presenters.picture import present_table
from placeplan_web.evidence.shelf import get_names, get_plan, get_results

MILLION = 1_000_000


def list_records(run: Run, slug: str, place: str | None) -> list[dict[str, Any]]:
    """Tables of a room for the whole system; a single place has its pictures alone."""
    if place is not None:
        return []
    made = {
        "people": [_compare_people, _share_among_networks],
        "money": [_list_solutions],
    }
    tables = (make(run) for make in made.get(slug, []))
    return [table for table in tables if table is not None]


def _project(run: Run) -> pl.DataFrame:
    plan = get_plan(run.dataset)
    first, last = plan.manifest.people_from, plan.manifest.people_to
    return project_population(plan.tables, first_year=first, last_year=last)


def _compare_people(run: Run) -> dict[str, Any] | None:
    expected = get_plan(run.dataset).tables["people_expected"]
    if expected.is_empty():
        return None
    compared = compare_with_expected(_project(run), expected)
    names = get_names(run.dataset)
    shown = compared.select(
        pl.format("{} {}", _say_what(), pl.col("year")).alias("What"),
        pl.col("place").replace(dict(names)).fill_null("whole system").alias("Where"),
        _round("expected").alias("Papers expected"),
        _round("counted").alias("Counted"),
        _round("projected").alias("We project"),
        _round("difference").alias("Difference"),
        pl.col("reason").alias("Why"),
    )
    return _present(
        "expected",
        "What the papers expected, what was counted, what we project",
        shown,
        words="A difference is a finding, not a fault: we control to what was counted, "
        "never to what was expected. Growth is since 2011.",
    )


def _share_among_networks(run: Run) -> dict[str, Any] | None:
    plan = get_plan(run.dataset)
    shares = plan.tables["networks"]
    if shares.is_empty():
        return None
    people = share_out_people(_project(run), shares)
    ends = [plan.manifest.base_year, plan.manifest.people_to]
    sums = (
        people.filter(pl.col("year").is_in(ends))
        .group_by("place", "year")
        .agg(pl.col("value").sum().round(0), pl.col("status").max())
        .sort("place", "year")
    )
    status = str(sums["status"].max())
    wide = sums.pivot("year", index="place", values="value").with_columns(
        pl.col("place").replace(dict(get_names(run.dataset)))
    )
    headers = {"place": "Network"} | {str(year): f"People in {year}" for year in ends}
    return _present(
        "networks",
        "People by network",
        wide.rename(headers).sort("Network"),
        words="Each network shares in the change of its districts by age.",
        status=status,
    )


def _list_solutions(run: Run) -> dict[str, Any] | None:
    results = get_results(run)
    if "initiative" not in list_axes(results.table, "solution_pounds"):
        return None
    year = find_bridge_year(results)
    asked = answer(
        results,
        "solution_pounds",
        by=["initiative"],
        where={"year": year},
        scenario=PLAN,
    )
    themes = {
        row["solution"]: row["theme"]
        for row in get_plan(run.dataset).tables["solutions"].iter_rows(named=True)
    }
    shown = asked.select(
        pl.col("initiative").str.replace_all("-", " ").alias("Planned solution"),
        pl.col("initiative")
        .replace(themes)
        .str.replace_all("[-_]", " ")
        .alias("Theme"),
        (pl.col("value") / MILLION).round(1).alias(f"£ million, {FinancialYear(year)}"),
        pl.col("status").cast(pl.String).alias("Status"),
    )
    return _present(
        "solutions",
        "Planned solutions",
        shown,
        words="The papers name four themes and never published an amount for each: "
        "these amounts are ours until real ones take their place.",
        status=str(asked["status"].max()),
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


def _present(
    name: str, title: str, frame: pl.DataFrame, *, words: str, status: str = ""
) -> dict[str, Any]:
    head, rows = present_table(frame)
    return {
        "id": name,
        "title": title,
        "words": words,
        "status": status,
        "head": head,
        "rows": rows,
    }
