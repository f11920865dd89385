"""Figures of money: the gap by year, and the bridge from it to what the plan leaves."""

import altair as alt
import polars as pl

from placeplan.periods import FinancialYear
from placeplan.plan.bridge import build_bridge, find_bridge_year
from placeplan.plan.figure import Figure
from placeplan.plan.number_words import say_pounds
from placeplan.plan.question import answer
from placeplan.plan.results_table import HoldsTable, find_weakest, list_axes, list_years
from placeplan.plan.scenario import DO_NOTHING, PLAN

_NAMES = {DO_NOTHING: "If nothing changes", PLAN: "With the plan"}
_KINDS = {"total": "Gap", "driver": "What widens or narrows it", "solution": "Solution"}
_MILLION = 1_000_000


def draw_gap(results: HoldsTable) -> Figure | None:
    """Show the gap of every year, if nothing changes and with the plan.

    Returns
    -------
    Figure or None
        None when the results hold no gap.
    """
    gaps = _ask_gaps(results)
    if gaps is None:
        return None
    labels = {year: str(FinancialYear(year)) for year in list_years(gaps)}
    named = gaps.with_columns(
        label=pl.col("year").replace_strict(labels, return_dtype=pl.String),
        name=pl.col("scenario").replace(_NAMES),
    )
    chart = (
        alt.Chart(named.select("label", "name", millions=pl.col("value") / _MILLION))
        .mark_bar()
        .encode(
            x=alt.X("label:N", title=None),
            xOffset="name:N",
            y=alt.Y("millions:Q", title="£ million"),
            color=alt.Color("name:N", title=None),
        )
    )
    table = named.pivot("name", index="label", values="value").rename({"label": "Year"})
    year = find_bridge_year(results)
    parts = [
        f"{name[0].lower()}{name[1:]} {say_pounds(value)}"
        for name, value in named.filter(pl.col("year") == year)
        .select("name", "value")
        .iter_rows()
    ]
    finding = f"In {FinancialYear(year)} the gap is: {'; '.join(parts)}."
    return Figure("gap", "The gap", finding, chart, table, find_weakest(gaps))


def draw_bridge(results: HoldsTable) -> Figure | None:
    """Show how the gap of the base year becomes what is left after the plan.

    Returns
    -------
    Figure or None
        None when the results hold no gap, or no plan beside doing nothing.
    """
    gaps = _ask_gaps(results)
    if gaps is None or not {DO_NOTHING, PLAN} <= {*gaps["scenario"]}:
        return None
    bridge = build_bridge(results)
    bars = bridge.select(
        "step",
        pl.col("kind").replace_strict(_KINDS),
        start=pl.col("from_pounds") / _MILLION,
        end=pl.col("to_pounds") / _MILLION,
    )
    chart = (
        alt.Chart(bars)
        .mark_bar()
        .encode(
            y=alt.Y("step:N", sort=None, title=None, axis=alt.Axis(labelLimit=330)),
            x=alt.X("start:Q", title="£ million"),
            x2="end:Q",
            color=alt.Color("kind:N", title=None, sort=list(_KINDS.values())),
        )
        .properties(width=420, height=alt.Step(26))
    )
    table = bridge.select(
        pl.col("step").alias("Step"),
        pl.col("kind").replace_strict(_KINDS).alias("Kind"),
        pl.col("value_pounds").alias("Pounds"),
    )
    title = "From the gap to what is left"
    return Figure("bridge", title, _say(bridge), chart, table, find_weakest(bridge))


def _say(bridge: pl.DataFrame) -> str:
    base, nothing, left = bridge.filter(pl.col("kind") == "total")["value_pounds"]
    closed = left - nothing
    return (
        f"A gap of {say_pounds(base)} becomes {say_pounds(nothing)} if nothing "
        f"changes; the plan closes {say_pounds(closed)} of it and leaves "
        f"{say_pounds(left)}."
    )


def _ask_gaps(results: HoldsTable) -> pl.DataFrame | None:
    if "year" not in list_axes(results.table, "gap_pounds"):
        return None
    return answer(results, "gap_pounds", by=["scenario", "year"])
