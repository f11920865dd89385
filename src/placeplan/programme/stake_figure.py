"""The figure of what is at stake: planned and proposed pounds, year by year."""

from collections.abc import Mapping

import altair as alt
import polars as pl

from placeplan.periods import FinancialYear
from placeplan.plan.figure import NO_NAMES, Figure
from placeplan.plan.number_words import say_pounds

_MILLION = 1_000_000
_NAMES = {"planned_pounds": "As planned", "proposed_pounds": "As it stands"}


def draw_stakes(
    stakes: pl.DataFrame, names: Mapping[str, str] = NO_NAMES
) -> Figure | None:
    """Show what hangs on the projects of a programme, as planned and as it stands.

    Parameters
    ----------
    stakes : DataFrame
        As `find_stakes` gives it.
    names : mapping of str to str
        Names of projects and solutions by id; an id without one stands for itself.

    Returns
    -------
    Figure or None
        None where nothing hangs on any project. Its table has a row for each year,
        solution and project.
    """
    if stakes.is_empty():
        return None
    summed = stakes.group_by("year").agg(pl.col(*_NAMES).sum()).sort("year")
    labels = {year: str(FinancialYear(year)) for year in summed["year"]}
    bars = summed.unpivot(on=list(_NAMES), index="year").select(
        label=pl.col("year").replace_strict(labels, return_dtype=pl.String),
        name=pl.col("variable").replace(_NAMES),
        millions=pl.col("value") / _MILLION,
    )
    chart = (
        alt.Chart(bars)
        .mark_bar()
        .encode(
            x=alt.X("label:N", title=None),
            xOffset=alt.XOffset("name:N", sort=list(_NAMES.values())),
            y=alt.Y("millions:Q", title="£ million"),
            color=alt.Color("name:N", title=None, sort=list(_NAMES.values())),
        )
    )
    status = str(stakes["status"].max())
    finding = _say(stakes)
    table = _tabulate(stakes, names, labels)
    return Figure("at-stake", "Pounds at stake", finding, chart, table, status)


def _say(stakes: pl.DataFrame) -> str:
    pounds, planned = (
        float(stakes[name].sum()) for name in ("at_stake_pounds", "planned_pounds")
    )
    first, last = (FinancialYear(stakes["year"].cast(int).sort()[at]) for at in (0, -1))
    return (
        f"{say_pounds(pounds)} of {say_pounds(planned)} is at stake "
        f"from {first} to {last}."
    )


def _tabulate(
    stakes: pl.DataFrame, names: Mapping[str, str], labels: Mapping[int, str]
) -> pl.DataFrame:
    return stakes.select(
        pl.col("year").replace_strict(labels, return_dtype=pl.String).alias("Year"),
        pl.col("initiative").replace(dict(names)).alias("Solution"),
        pl.col("project").replace(dict(names)).alias("Project"),
        pl.col("planned_pounds").alias("Planned, pounds"),
        pl.col("proposed_pounds").alias("As it stands, pounds"),
        pl.col("at_stake_pounds").alias("At stake, pounds"),
        pl.col("status").cast(pl.String).alias("Status"),
    )
