"""Figure of demand: how much more of each thing is done if nothing changes."""

from collections.abc import Mapping

import altair as alt
import polars as pl

from placeplan.periods import FinancialYear
from placeplan.plan.figure import NO_NAMES, Figure
from placeplan.plan.number_words import say_change_percent
from placeplan.plan.question import answer
from placeplan.plan.results_table import HoldsTable, find_weakest, list_axes, list_years
from placeplan.reference import POINTS_OF_DELIVERY


def draw_demand(
    results: HoldsTable, names: Mapping[str, str] = NO_NAMES
) -> Figure | None:
    """Show the change of every point of delivery from the first year to the last.

    Parameters
    ----------
    results : Results
        Of one run.
    names : mapping of str to str
        Names of the plan's own points of delivery by id.

    Returns
    -------
    Figure or None
        None when the results hold no activity.
    """
    if not {"year", "pod"} <= {*list_axes(results.table, "activity")}:
        return None
    activity = answer(results, "activity", by=["year", "pod"])
    every = list_years(activity)
    years = [every[0], every[-1]]
    first, last = (
        activity.filter(pl.col("year") == year).select("pod", "unit", "value")
        for year in years
    )
    change = (
        first.rename({"value": "first"})
        .join(last.rename({"value": "last"}), on=["pod", "unit"])
        .filter(pl.col("first") > 0)
        .with_columns(
            name=pl.col("pod").replace(_name_pods() | dict(names)),
            growth=pl.col("last") / pl.col("first") - 1,
        )
        .sort("growth", "pod", descending=[True, False])
    )
    labels = [str(FinancialYear(year)) for year in years]
    chart = (
        alt.Chart(change.select("name", "growth"))
        .mark_bar()
        .encode(
            y=alt.Y("name:N", sort=None, title=None, axis=alt.Axis(labelLimit=420)),
            x=alt.X("growth:Q", title="Change", axis=alt.Axis(format=".0%")),
        )
        .properties(width=420, height=alt.Step(24))
    )
    table = change.select(
        pl.col("name").alias("Point of delivery"),
        pl.col("unit").alias("Unit"),
        pl.col("first").round(0).alias(labels[0]),
        pl.col("last").round(0).alias(labels[1]),
        (100 * pl.col("growth")).round(1).alias("Change in percent"),
    )
    finding = f"From {labels[0]} to {labels[1]}: " + "; ".join(
        f"{name}, {say_change_percent(before, after)}"
        for name, before, after in [
            change.select("name", "first", "last").row(0),
            change.select("name", "first", "last").row(-1),
        ][: change.height]
    )
    title, status = "Demand if nothing changes", find_weakest(activity)
    return Figure("demand", title, f"{finding}.", chart, table, status)


def _name_pods() -> dict[str, str]:
    return {name: pod.name for name, pod in POINTS_OF_DELIVERY.items()}
