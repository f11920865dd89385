"""The figure of a tornado: how far the gap moves with each driver in turn."""

from typing import Final

import altair as alt
import polars as pl

from placeplan.money import Swing, swing_gap
from placeplan.periods import FinancialYear
from placeplan.plan.bridge import DRIVER_PREFIX, name_driver
from placeplan.plan.figure import COLOURS, INK, Figure
from placeplan.plan.number_in_unit import MILLION
from placeplan.plan.number_words import say_pounds
from placeplan.plan.results_table import HoldsTable, find_weakest
from placeplan.plan.scenario import DO_NOTHING
from placeplan.reference import MEASURES

SLOWER: Final = "grows more slowly"
FASTER: Final = "grows faster"


def draw_tornado(
    results: HoldsTable, *, base_year: int, year: int, swing: Swing
) -> Figure | None:
    """Show the gap if each driver in turn grew faster, or slower.

    Parameters
    ----------
    results : Results
        Of a run that holds ``do_nothing``.
    base_year, year : int
        From which growth is counted; whose gap is shown.
    swing : Swing
        By how much.

    Returns
    -------
    Figure or None
        None where no year lies between, or the results hold no gap.
    """
    nothing = results.table.filter(pl.col("scenario") == DO_NOTHING)
    swung = swing_gap(nothing, base_year=base_year, year=year, swing=swing)
    if swung.is_empty():
        return None
    named = swung.with_columns(name=pl.col("driver").map_elements(_name, pl.String))
    ends = named.select(
        "name", *(pl.col(f"{end}_pounds") / MILLION for end in ("slower", "faster"))
    )
    bars = pl.concat(
        ends.select("name", way=pl.lit(words), reached=pl.col(f"{end}_pounds"))
        for end, words in (("slower", SLOWER), ("faster", FASTER))
    ).with_columns(gap=pl.lit(named["gap_pounds"][0] / MILLION))
    table = named.select(
        pl.col("name").alias("Driver"),
        (100 * pl.col("growth_share")).round(1).alias("Growth a year, percent"),
        *(
            (pl.col(f"{end}_pounds") / MILLION).round(1).alias(words)
            for end, words in (
                ("slower", "£ million, slower"),
                ("gap", "£ million, as planned"),
                ("faster", "£ million, faster"),
            )
        ),
        pl.col("status").cast(pl.String).alias("Status"),
    )
    title = f"What if a driver grew faster or slower, by {say_swing(swing)}"
    finding, weakest = say_tornado(named, year, swing), find_weakest(swung)
    return Figure("tornado", title, finding, _lay(bars), table, weakest)


def say_tornado(named: pl.DataFrame, year: int, swing: Swing) -> str:
    """Say what the gap hangs on most, and how far it would move.

    Parameters
    ----------
    named : DataFrame
        From `placeplan.money.swing_gap`, with the ``name`` of each driver.
    year : int
        Whose gap it is.
    swing : Swing
        By how much drivers grow faster and slower.
    """
    most, least = named.row(0, named=True), named.row(-1, named=True)
    return (
        f"The gap of {say_pounds(most['gap_pounds'])} in {FinancialYear(year)} hangs "
        f"most on {most['name'].lower()}: faster by {say_swing(swing)} "
        f"it is {say_pounds(most['faster_pounds'])}, slower by as much "
        f"{say_pounds(most['slower_pounds'])}. It hangs least on "
        f"{least['name'].lower()}."
    )


def say_swing(swing: Swing) -> str:
    r"""Say by how much growth is put up and down.

    Examples
    --------
    >>> say_swing(Swing(points=1)), say_swing(Swing(points=0.5))
    ('1 percentage point a year', '0.5 percentage points a year')
    >>> say_swing(Swing(share=0.25))
    '25\xa0% of its growth'
    """
    if swing.share:
        return f"{100 * swing.share:g}\u00a0% of its growth"
    return f"{swing.points:g} percentage point{'s'[: swing.points != 1]} a year"


def _name(driver: str) -> str:
    return name_driver(MEASURES[f"{DRIVER_PREFIX}{driver}_pounds"].name)


def _lay(bars: pl.DataFrame) -> alt.TopLevelMixin:
    order = bars["name"].unique(maintain_order=True).to_list()
    y = alt.Y("name:N", sort=order, title=None, axis=alt.Axis(labelLimit=330))
    grown = (
        alt.Chart(bars)
        .mark_bar()
        .encode(
            y=y,
            x=alt.X(
                "gap:Q",
                title="Gap, £ million (line: as planned)",
                scale=alt.Scale(zero=False),
            ),
            x2="reached:Q",
            color=alt.Color(
                "way:N",
                title=None,
                legend=alt.Legend(orient="top"),
                scale=alt.Scale(domain=[SLOWER, FASTER], range=list(COLOURS[:2])),
            ),
        )
    )
    line = alt.Chart(bars.head(1)).mark_rule(color=INK, strokeWidth=2).encode(x="gap:Q")
    return alt.layer(grown, line).properties(width=420, height=alt.Step(30))
