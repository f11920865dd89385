"""The figure of the bridge: what each initiative adds, and what it would do alone."""

from collections.abc import Mapping
from typing import Final

import altair as alt
import polars as pl

from placeplan.periods import FinancialYear
from placeplan.plan.figure import INK, NO_NAMES, Figure
from placeplan.plan.initiative_bridge import INTERACTION
from placeplan.plan.number_in_unit import name_unit, say_amount, scale_unit
from placeplan.plan.results_table import find_weakest

TOGETHER: Final = "Together"
MEETING: Final = "Where they meet (interaction)"
_AXIS: Final = alt.Axis(labelLimit=600)


def draw_initiative_bridge(
    bridge: pl.DataFrame, *, title: str, names: Mapping[str, str] = NO_NAMES
) -> Figure | None:
    """Show how the change comes about, step by step, and each simple effect beside it.

    Parameters
    ----------
    bridge : DataFrame
        Rows of one total of `InitiativeAccount.bridge`.
    title : str
        Of the total.
    names : mapping of str to str
        Of initiatives.

    Returns
    -------
    Figure or None
        None where no initiative changes the total.
    """
    if bridge.is_empty():
        return None
    steps = bridge.filter(pl.col("initiative") != INTERACTION)
    unit = bridge["unit"][0]
    ordered = _lay_steps(steps, names, scale_unit(unit))
    rows = [*ordered["name"].to_list(), TOGETHER]
    y = alt.Y("name:N", sort=rows, title=None, axis=_AXIS)
    axis = f"Change, {name_unit(unit)} (dots: each alone)"
    bars = (
        alt.Chart(_add_total(ordered))
        .mark_bar()
        .encode(
            y=y,
            x=alt.X("start:Q", title=axis),
            x2="end:Q",
            color=alt.Color(
                "kind:N",
                title=None,
                legend=alt.Legend(orient="top"),
                sort=["Adds", TOGETHER],
            ),
        )
    )
    alone = ordered.with_columns(alone=pl.col("start") + pl.col("simple_effect"))
    dots = (
        alt.Chart(alone.select("name", "alone"))
        .mark_point(filled=True, size=70, color=INK)
        .encode(y=y, x="alone:Q")
    )
    return Figure(
        "initiative-bridge",
        f"What each initiative adds: {title}",
        say_bridge(bridge, title=title, names=names),
        alt.layer(bars, dots).properties(width=420, height=alt.Step(24)),
        _lay_table(bridge, names),
        find_weakest(bridge),
    )


def say_bridge(
    bridge: pl.DataFrame, *, title: str, names: Mapping[str, str] = NO_NAMES
) -> str:
    """Say the change, what adds most to it, and what adding simple effects misses.

    Parameters
    ----------
    bridge : DataFrame
        Rows of one total, at least one of an initiative.
    title, names
        As `draw_initiative_bridge`.
    """
    unit, when = bridge["unit"][0], FinancialYear(int(bridge["year"][0]))
    total = float(bridge["value"].sum())
    top = bridge.sort(pl.col("value").abs()).row(-1, named=True)
    most = names.get(top["initiative"], top["initiative"])
    alone = total - _find_interaction(bridge)
    return (
        f"{title} in {when}: initiatives change it by {say_amount(total, unit)}, most "
        f"of all {most} ({say_amount(top['value'], unit)}). What each would do alone "
        f"adds up to {say_amount(alone, unit)}: the difference is where they meet."
    )


def _find_interaction(bridge: pl.DataFrame) -> float:
    meeting = bridge.filter(pl.col("initiative") == INTERACTION)
    return float(meeting["simple_effect"].sum())


def _lay_steps(
    steps: pl.DataFrame, names: Mapping[str, str], scale: float
) -> pl.DataFrame:
    """Order the steps by size and stand each on the one before."""
    return (
        steps.sort(pl.col("value").abs(), descending=True)
        .with_columns(
            pl.col("value", "simple_effect") / scale,
            name=pl.col("initiative").replace(dict(names)),
        )
        .with_columns(end=pl.col("value").cum_sum())
        .with_columns(start=pl.col("end") - pl.col("value"))
    )


def _add_total(ordered: pl.DataFrame) -> pl.DataFrame:
    total = {"name": TOGETHER, "start": 0.0, "end": ordered["end"][-1]}
    bars = ordered.select("name", "start", "end", kind=pl.lit("Adds"))
    return pl.concat([bars, pl.DataFrame([{**total, "kind": TOGETHER}])])


def _lay_table(bridge: pl.DataFrame, names: Mapping[str, str]) -> pl.DataFrame:
    """Lay shares beside simple effects; both columns sum to the change."""
    unit = bridge["unit"][0]
    total = pl.DataFrame(
        {
            "name": [TOGETHER],
            "value": [bridge["value"].sum()],
            "simple_effect": [bridge["simple_effect"].sum()],
            "error": [None],
            "status": [find_weakest(bridge)],
        },
        schema_overrides={"error": pl.Float64, "status": pl.String},
    )
    rows = bridge.sort(
        pl.col("initiative") == INTERACTION,
        pl.col("value").abs(),
        descending=[False, True],
    ).select(
        pl.col("initiative").replace({**names, INTERACTION: MEETING}).alias("name"),
        "value",
        "simple_effect",
        "error",
        pl.col("status").cast(pl.String),
    )
    places = 3 if scale_unit(unit) != 1 else 1
    scaled = pl.concat([rows, total]).with_columns(
        (pl.col("value", "simple_effect", "error") / scale_unit(unit)).round(places)
    )
    return scaled.select(
        pl.col("name").alias("Initiative"),
        pl.col("value").alias(f"Adds, {name_unit(unit)}"),
        pl.col("simple_effect").alias(f"Alone, {name_unit(unit)}"),
        pl.col("error").alias("Error of the share"),
        pl.col("status").alias("Status"),
    )
