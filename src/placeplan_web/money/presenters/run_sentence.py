"""What of the planned solutions counts, said on the pages of a run."""

from functools import lru_cache

import polars as pl
from django.utils.html import format_html

from placeplan.money import Pence, to_pounds
from placeplan.plan import find_bridge_year
from placeplan.plan.held_solution import hold_solutions
from placeplan.plan.results_table import find_weakest, list_axes
from placeplan_web.design.address import Address
from placeplan_web.design.words import write_pounds
from placeplan_web.evidence.models import Run
from placeplan_web.evidence.shelf import (
    KEPT_RUNS,
    Shown,
    as_key,
    get_plan,
    get_results,
)


def say_what_counts(run: Run, address: Address) -> str:
    """Say how much solutions close once each saving counts once.

    Nothing where that is as much as they state, or where there are none.
    """
    found = _sum_counted(as_key(run))
    if found is None:
        return ""
    counted, status = found
    link = address.link("money:page", query={"run": str(run.public_id)}, page="gap")
    return format_html(
        'Held to what initiatives save in the model, each saving once, <a href="{}">'
        "solutions close {}</a> ({}).",
        *(link, write_pounds(counted), status),
    )


@lru_cache(maxsize=KEPT_RUNS)
def _sum_counted(shown: Shown) -> tuple[float, str] | None:
    results = get_results(shown.run)
    if "year" not in list_axes(results.table, "solution_pounds"):
        return None
    held = hold_solutions(results, get_plan(shown.run.dataset).tables)
    of_year = held.filter(pl.col("year") == find_bridge_year(results))
    stated = int(of_year["stated_pence"].sum())
    counted = int(of_year["counted_pence"].sum())
    if stated == counted:
        return None
    return float(to_pounds(Pence(counted)).amount), find_weakest(of_year)
