"""Records of money: the planned solutions."""

from typing import Final

import polars as pl

from placeplan.periods import FinancialYear
from placeplan.plan import answer, find_bridge_year
from placeplan.plan.results_table import list_axes
from placeplan.plan.scenario import PLAN
from placeplan_web.evidence.models import Run
from placeplan_web.evidence.record import Record
from placeplan_web.evidence.shelf import get_plan, get_results

_MILLION: Final = 1_000_000


def list_solutions(run: Run) -> Record | None:
    """List what each planned solution saves in the year in which they save most."""
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
    themes = dict(
        get_plan(run.dataset)
        .tables["solutions"]
        .select("solution", "theme")
        .iter_rows()
    )
    shown = asked.select(
        _say(pl.col("initiative")).alias("Planned solution"),
        _say(pl.col("initiative").replace(themes)).alias("Theme"),
        (pl.col("value") / _MILLION)
        .round(1)
        .alias(f"£ million, {FinancialYear(year)}"),
        pl.col("status").cast(pl.String).alias("Status"),
    )
    return Record(
        "solutions",
        "Planned solutions",
        "What each saves in the year in which they save most together.",
        shown,
        tables=("solutions",),
    )


def _say(name: pl.Expr) -> pl.Expr:
    """Write an id such as local-care as words: Local care."""
    words = name.str.replace_all("[-_]", " ")
    return words.str.slice(0, 1).str.to_uppercase() + words.str.slice(1)
