"""The figure of drivers: which inputs make a total spread, and by how much."""

from collections.abc import Mapping
from typing import Final

import altair as alt
import polars as pl

from placeplan.periods import FinancialYear
from placeplan.plan.driver_rank import CHANCE, OTHERS
from placeplan.plan.figure import INK, NO_NAMES, Figure

KINDS: Final[Mapping[str, str]] = {
    "size": "how much it takes",
    "delivery": "whether it is delivered",
    "use_growth": "growth of use",
    "population": "how many people there are",
    "health_status": "health of older people",
    "inequality": "inequality",
    "repatriation": "care brought back",
}
"""What varies of an input, in words."""

_ALONE: Final[Mapping[str, str]] = {
    CHANCE: "Chance alone",
    OTHERS: "Every other input",
}
_DIRECTIONS: Final[Mapping[int, str]] = {1: "more of it, more", -1: "more of it, less"}


def draw_drivers(
    drivers: pl.DataFrame,
    *,
    title: str,
    status: str,
    names: Mapping[str, str] = NO_NAMES,
) -> Figure | None:
    """Show the share of the spread of a total that each input explains.

    Parameters
    ----------
    drivers : DataFrame
        Rows of one total, year and scenario of `InitiativeAccount.drivers`.
    title : str
        Of the total.
    status : str
        The weakest of what the total was made of.
    names : mapping of str to str
        Of initiatives and kinds of care.

    Returns
    -------
    Figure or None
        None where nothing was ranked.
    """
    if drivers.is_empty():
        return None
    ranked = _name_inputs(drivers.sort("rank"), names)
    shown = ranked.select(
        "name",
        share=100 * pl.col("spread_share"),
        low=100 * (pl.col("spread_share") - pl.col("mc_error")),
        high=100 * (pl.col("spread_share") + pl.col("mc_error")),
    )
    y = alt.Y(
        "name:N",
        sort=shown["name"].to_list(),
        title=None,
        axis=alt.Axis(labelLimit=420),
    )
    base = alt.Chart(shown)
    bars = base.mark_bar().encode(
        y=y, x=alt.X("share:Q", title="Percent of the spread (line: its error)")
    )
    errors = base.mark_rule(color=INK, strokeWidth=2).encode(
        y=y, x="low:Q", x2="high:Q"
    )
    table = ranked.select(
        pl.col("rank").alias("Rank"),
        pl.col("name").alias("What varies"),
        (100 * pl.col("spread_share")).round(1).alias("Percent of the spread"),
        (100 * pl.col("mc_error")).round(1).alias("Error"),
        pl.col("direction")
        .cast(pl.Int64)
        .replace_strict(_DIRECTIONS, default="", return_dtype=pl.String)
        .alias("Direction"),
        pl.lit(status).alias("Status"),
    )
    return Figure(
        "drivers",
        f"What drives the spread: {title}",
        say_drivers(drivers, title=title, names=names),
        alt.layer(bars, errors).properties(width=320, height=alt.Step(24)),
        table,
        status,
    )


def say_drivers(
    drivers: pl.DataFrame, *, title: str, names: Mapping[str, str] = NO_NAMES
) -> str:
    """Say what explains most of the spread of a total, and how much is chance.

    Parameters
    ----------
    drivers, title, names
        As `draw_drivers`, with at least one row.
    """
    ranked = _name_inputs(drivers.sort("rank"), names)
    told = ranked.filter(~pl.col("kind").is_in([CHANCE, OTHERS]))
    when = FinancialYear(int(drivers["year"][0]))
    if told.is_empty():
        return f"In {when} no input stands out in the spread of: {title}."
    parts = [
        f"{name} ({_say_percent(share)})"
        for name, share in told.head(3).select("name", "spread_share").iter_rows()
    ]
    chance = float(ranked.filter(pl.col("kind") == CHANCE)["spread_share"].sum())
    first = f"{title} in {when} is uncertain most of all for {'; then '.join(parts)}"
    return f"{first}. Chance alone makes {_say_percent(chance)} of the spread."


def _name_inputs(drivers: pl.DataFrame, names: Mapping[str, str]) -> pl.DataFrame:
    """Name each input and what varies of it, such as its size or its delivery."""
    kind = pl.col("kind").replace(dict(KINDS))
    name = pl.col("input").replace(dict(names)) + ": " + kind
    alone = pl.col("kind").replace_strict(
        dict(_ALONE), default=None, return_dtype=pl.String
    )
    return drivers.with_columns(name=pl.coalesce(alone, name))


def _say_percent(share: float) -> str:
    percent = 100 * min(max(share, 0.0), 1.0)
    return f"{percent:.0f}\u00a0%" if percent >= 1 else "under 1\u00a0%"
