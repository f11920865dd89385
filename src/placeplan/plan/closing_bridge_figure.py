"""The bridge from the gap over its drivers and solutions to what stays open."""

from typing import Final

import altair as alt
import polars as pl

from placeplan.periods import FinancialYear
from placeplan.plan.bridge import BridgeRow, build_bridge, hang_steps, say_id
from placeplan.plan.figure import COLOURS, Figure
from placeplan.plan.number_in_unit import MILLION
from placeplan.plan.number_words import say_pounds
from placeplan.plan.results_table import HoldsTable, find_weakest
from placeplan.plan.scenario import PLAN

KINDS: Final = {
    "total": "Gap",
    "driver": "What widens or narrows it",
    "solution": "Solutions, as they state",
    "taken_back": "Taken back",
}
BEYOND: Final = "More than their initiatives save"
TWICE: Final = "Counted twice"
LEFT: Final = "Stays open"
_PENCE: Final = 100


def build_closing_bridge(
    results: HoldsTable, held: pl.DataFrame, *, year: int, scenario: str = PLAN
) -> pl.DataFrame:
    """Take the gap over its drivers, the solutions by theme, and what is taken back.

    Parameters
    ----------
    results : Results
        Of a run that holds ``do_nothing`` and the scenario.
    held : DataFrame
        From `placeplan.plan.held_solution.hold_solutions`, of the same scenario.
    year : int
        In which the bridge ends.
    scenario : str
        Whose solutions close the gap.

    Returns
    -------
    polars.DataFrame
        As `placeplan.plan.bridge.build_bridge`; kind ``taken_back`` for money that the
        ledger does not bear out, or that would be counted twice. The last total is what
        stays open then.

    Raises
    ------
    QuestionError
        The results hold no gap in that year.
    """
    whole = build_bridge(results, year=year, scenario=scenario)
    fields = ["step", "kind", "value_pounds", "status"]
    unsolved = whole.filter(pl.col("kind") != "solution").select(fields)
    before: list[BridgeRow] = unsolved.rows()[:-1]
    now = held.filter(pl.col("year") == year)
    closing = [*_sum_themes(now), *_take_back(now)]
    nothing = before[-1][2]
    left = round(nothing + sum(value for _, _, value, _ in closing), 2)
    proofs = pl.concat([whole.select("status"), now.select("status")])
    return hang_steps([*before, *closing, (LEFT, "total", left, find_weakest(proofs))])


def draw_closing_bridge(
    results: HoldsTable, held: pl.DataFrame, *, year: int, scenario: str = PLAN
) -> Figure:
    """Show how the gap comes about, and how much of it solutions close.

    Parameters
    ----------
    results, held, year, scenario
        As `build_closing_bridge`.
    """
    bridge = build_closing_bridge(results, held, year=year, scenario=scenario)
    kinds = [name for id_, name in KINDS.items() if id_ in {*bridge["kind"]}]
    bars = bridge.select(
        "step",
        pl.col("kind").replace_strict(KINDS),
        start=pl.col("from_pounds") / MILLION,
        end=pl.col("to_pounds") / MILLION,
    )
    chart = (
        alt.Chart(bars)
        .mark_bar()
        .encode(
            y=alt.Y("step:N", sort=None, title=None, axis=alt.Axis(labelLimit=330)),
            x=alt.X("start:Q", title="£ million"),
            x2="end:Q",
            color=alt.Color(
                "kind:N",
                title=None,
                legend=alt.Legend(orient="top"),
                scale=alt.Scale(domain=kinds, range=list(COLOURS[: len(kinds)])),
            ),
        )
        .properties(width=420, height=alt.Step(26))
    )
    table = bridge.select(
        pl.col("step").alias("Step"),
        pl.col("kind").replace_strict(KINDS).alias("Kind"),
        (pl.col("value_pounds") / MILLION).round(1).alias("£ million"),
        pl.col("status").cast(pl.String).alias("Status"),
    )
    finding = say_closing(bridge, held.filter(pl.col("year") == year), year)
    title = "From the gap, over solutions, to what stays open"
    weakest = find_weakest(bridge)
    return Figure("closing-bridge", title, finding, chart, table, weakest)


def say_closing(bridge: pl.DataFrame, held: pl.DataFrame, year: int) -> str:
    """Say what solutions state, how much of it counts, and what stays open.

    Parameters
    ----------
    bridge : DataFrame
        From `build_closing_bridge`.
    held : DataFrame
        The solutions of that year.
    year : int
        Of both.
    """
    nothing, left = bridge.filter(pl.col("kind") == "total")["value_pounds"][-2:]
    stated, beyond, twice = (
        int(held[f"{part}_pence"].sum()) / _PENCE
        for part in ("stated", "beyond", "double_counted")
    )
    gap = (
        f"If nothing changes the gap in {FinancialYear(year)} is {say_pounds(nothing)}"
    )
    if held.is_empty():
        return f"{gap}, and no solution closes any of it."
    told = f"{gap}. Solutions state {say_pounds(stated)}"
    if not held["is_tied"].any():
        return f"{told}, and leave {say_pounds(left)} open."
    if not beyond and not twice:
        return f"{told}, which the ledger bears out, and leave {say_pounds(left)} open."
    counted = stated - beyond - twice
    return (
        f"{told}, of which {say_pounds(counted)} counts: {say_pounds(beyond)} is more "
        f"than their initiatives save, {say_pounds(twice)} would be counted twice. "
        f"{say_pounds(left)} stays open."
    )


def _sum_themes(held: pl.DataFrame) -> list[BridgeRow]:
    """Sum what solutions state, by theme."""
    sums = (
        held.group_by("theme")
        .agg(pl.col("stated_pence").sum(), pl.col("status").max())
        .filter(pl.col("stated_pence") != 0)
        .sort("stated_pence", "theme", descending=[True, False])
    )
    return [
        (say_id(theme), "solution", pence / _PENCE, status)
        for theme, pence, status in sums.iter_rows()
    ]


def _take_back(held: pl.DataFrame) -> list[BridgeRow]:
    rows: list[BridgeRow] = []
    for words, column in ((BEYOND, "beyond_pence"), (TWICE, "double_counted_pence")):
        taken = held.filter(pl.col(column) != 0)
        if not taken.is_empty():
            back = -int(taken[column].sum()) / _PENCE
            rows.append((words, "taken_back", back, find_weakest(taken)))
    return rows
