"""The figure of a difference: what changes in every year, with a spread of its own."""

import altair as alt
import polars as pl

from placeplan.periods import FinancialYear
from placeplan.plan.figure import COLOURS, Figure
from placeplan.plan.number_in_unit import name_unit, say_amount, scale_unit

SPREAD = ("p10", "p50", "p90")


def draw_difference(
    changes: pl.DataFrame, *, title: str, status: str, first: str, second: str
) -> Figure | None:
    """Show by how much a total differs between two sides, year by year.

    Parameters
    ----------
    changes : DataFrame
        Rows of one total: ``year, unit, first, second, change`` and, of draws that both
        sides share, ``p10, p50, p90`` of the change.
    title : str
        Of the total.
    status : str
        The weakest of what the total was made of.
    first, second : str
        What the two sides are called.

    Returns
    -------
    Figure or None
        None where the sides do not differ.
    """
    if changes.is_empty():
        return None
    unit = changes["unit"][0]
    numbers = ["first", "second", "change", *SPREAD]
    shown = changes.sort("year").with_columns(
        *[
            (pl.col(name) if name in changes.columns else pl.lit(None, pl.Float64))
            .truediv(scale_unit(unit))
            .alias(name)
            for name in numbers
        ],
        label=pl.col("year").map_elements(
            lambda year: str(FinancialYear(year)), return_dtype=pl.String
        ),
    )
    base = alt.Chart(shown.select("label", "change", *SPREAD))
    x = alt.X("label:N", title=None)
    y = alt.Y("change:Q", title=f"Change, {name_unit(unit)}")
    line = base.mark_line(strokeWidth=2.5, point=True).encode(x=x, y=y)
    zero = alt.Chart(pl.DataFrame({"at": [0.0]})).mark_rule(color=COLOURS[4])
    band = base.mark_area(opacity=0.25).encode(x=x, y="p10:Q", y2="p90:Q")
    return Figure(
        "difference",
        f"{title}: {second} less {first}",
        _say(changes.sort("year"), title, first, second),
        alt.layer(band, line, zero.encode(y="at:Q")),
        _lay(shown, unit, first, second, status),
        status,
    )


def _say(changes: pl.DataFrame, title: str, first: str, second: str) -> str:
    """Say the change of the last year, and between what it lies."""
    last = changes.row(-1, named=True)
    unit, when = last["unit"], FinancialYear(last["year"])
    change = say_amount(last["change"], unit)
    said = f"{title} in {when}: {second} less {first} is {change}"
    if last.get("p10") is None:
        return f"{said}."
    low, high = say_amount(last["p10"], unit), say_amount(last["p90"], unit)
    return f"{said}; in eight futures of ten the change lies between {low} and {high}."


def _lay(
    shown: pl.DataFrame, unit: str, first: str, second: str, status: str
) -> pl.DataFrame:
    kept = [name for name in SPREAD if shown[name].null_count() < shown.height]
    return shown.select(
        pl.col("label").alias("Year"),
        pl.lit(name_unit(unit)).alias("Counted in"),
        pl.col("first").round(1).alias(first),
        pl.col("second").round(1).alias(f"{second} "),
        pl.col("change").round(1).alias("Change"),
        *[
            pl.col(name).round(1).alias(f"{name.upper()} of the change")
            for name in kept
        ],
        pl.lit(status).alias("Status"),
    ).rename({f"{second} ": second if second != first else f"{second} (second)"})
