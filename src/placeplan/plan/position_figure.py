"""Figures of position: members against their plan, and the surplus month by month."""

from collections.abc import Mapping
from datetime import date

import altair as alt
import polars as pl

from placeplan.money.amount_words import say_pence
from placeplan.money.pence import Pence, to_millions_column, to_pounds_column
from placeplan.plan.figure import COLOURS, NO_NAMES, Figure
from placeplan.plan.results_table import find_weakest

_BOTH = ("Planned", "Booked")


def draw_differences(
    members: pl.DataFrame, *, month: str, names: Mapping[str, str] = NO_NAMES
) -> Figure | None:
    """Draw by how much each member is better or worse than it planned to be.

    Parameters
    ----------
    members : DataFrame
        `organisation, plan_to_date_pence, actual_to_date_pence, status`, as
        `compare_with_control_totals` gives them.
    month : str
        The last month that counts, in words.
    names : mapping of str to str
        Names of members by id.

    Returns
    -------
    Figure or None
        None without a member.
    """
    if members.is_empty():
        return None
    difference = pl.col("actual_to_date_pence") - pl.col("plan_to_date_pence")
    kept = members.with_columns(
        difference.alias("pence"),
        pl.col("organisation").replace(dict(names)).alias("name"),
    ).sort("pence", "organisation")
    bars = kept.select("name", to_millions_column("pence").alias("millions"))
    chart = (
        alt.Chart(bars)
        .mark_bar()
        .encode(
            y=alt.Y("name:N", sort=None, title=None, axis=alt.Axis(labelLimit=460)),
            x=alt.X("millions:Q", title="£ million; below zero is worse than planned"),
        )
        .properties(width=340, height=alt.Step(22))
    )
    table = kept.select(
        pl.col("name").alias("Organisation"),
        to_pounds_column("plan_to_date_pence").alias("Planned, £"),
        to_pounds_column("actual_to_date_pence").alias("Booked, £"),
        to_pounds_column("pence").alias("Better than planned, £"),
    )
    return Figure(
        "differences",
        f"Surplus to {month} against the plan",
        _say_differences(kept),
        chart,
        table,
        find_weakest(kept),
    )


def _say_differences(kept: pl.DataFrame) -> str:
    worse = kept.filter(pl.col("pence") < 0)
    if worse.is_empty():
        return f"None of {kept.height} is worse than it planned to be."
    worst = worse.row(0, named=True)
    size = say_pence(Pence(-worst["pence"]))
    if kept.height == 1:
        return f"{worst['name']} is {size} worse than it planned to be."
    return (
        f"{worse.height} of {kept.height} are worse than they planned to be, "
        f"{worst['name']} most ({size})."
    )


def draw_surplus_by_month(
    months: pl.DataFrame, *, through: date | None, whose: str
) -> Figure | None:
    """Draw the surplus that was planned and booked in each month of a year.

    Parameters
    ----------
    months : DataFrame
        `month, side, plan_pence, actual_pence, status`, as `find_position` gives them
        by month.
    through : date or None
        First day of the last month that is booked; None before the first.
    whose : str
        Whose, as it begins a sentence.

    Returns
    -------
    Figure or None
        None where nothing is planned or booked.
    """
    surplus = months.filter(pl.col("side") == "surplus").sort("month")
    if surplus.is_empty():
        return None
    is_booked = pl.lit(value=False) if through is None else pl.col("month") <= through
    booked = surplus.filter(is_booked)
    table = surplus.select(
        pl.col("month").dt.strftime("%B %Y").alias("Month"),
        to_pounds_column("plan_pence").alias("Planned, £"),
        pl.when(is_booked).then(to_pounds_column("actual_pence")).alias("Booked, £"),
    )
    return Figure(
        "months",
        "Surplus or deficit by month, before money of a fund",
        _say_months(booked, whose),
        _draw_months(surplus, booked),
        table,
        find_weakest(surplus),
    )


def _draw_months(surplus: pl.DataFrame, booked: pl.DataFrame) -> alt.Chart:
    long = pl.concat(
        frame.select(
            pl.col("month").dt.strftime("%b %Y"),
            to_millions_column(f"{basis}_pence").alias("millions"),
            pl.lit(name).alias("basis"),
        )
        for name, basis, frame in (
            (_BOTH[0], "plan", surplus),
            (_BOTH[1], "actual", booked),
        )
    )
    legend = alt.Legend(orient="top", symbolSize=140)
    colours, dashes = (
        alt.Scale(domain=list(_BOTH), range=looks)
        for looks in ([COLOURS[4], COLOURS[0]], [[6, 4], [1, 0]])
    )
    chart: alt.Chart = (
        alt.Chart(long)
        .mark_line(point=True)
        .encode(
            x=alt.X("month:N", sort=None, title=None, axis=alt.Axis(labelAngle=-90)),
            y=alt.Y("millions:Q", title="£ million; below zero is a deficit"),
            color=alt.Color("basis:N", title=None, scale=colours, legend=legend),
            strokeDash=alt.StrokeDash(
                "basis:N", title=None, scale=dashes, legend=legend
            ),
        )
        .properties(width=560, height=260)
    )
    return chart


def _say_months(booked: pl.DataFrame, whose: str) -> str:
    if booked.is_empty():
        return f"{whose} has booked no month yet."
    worse = booked.filter(pl.col("actual_pence") < pl.col("plan_pence")).height
    if worse == 0:
        return f"{whose} has not done worse than planned in any month."
    if worse == booked.height == 1:
        return f"{whose} did worse than planned in the only month that is booked."
    count = "each" if worse == booked.height else worse
    return f"{whose} did worse than planned in {count} of {booked.height} months."
