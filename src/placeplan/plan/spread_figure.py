"""Figures of spread: how far a total may fall, as a fan of years or as dots of one."""

from collections.abc import Mapping
from typing import Final

import altair as alt
import numpy as np
import polars as pl

from placeplan.periods import FinancialYear
from placeplan.plan.drawn_totals import DRAWS
from placeplan.plan.figure import NO_NAMES, Figure
from placeplan.plan.number_in_unit import name_unit, say_amount, scale_unit

LEVELS: Final = (10, 25, 50, 75, 90)
"""Percentiles that a fan shows."""

DOTS: Final = 20
"""Dots of one future: each stands for as many draws as any other."""

BINS: Final = 24
"""Steps of the axis on which dots are stacked."""


def draw_fan(
    rows: pl.DataFrame,
    *,
    title: str,
    status: str,
    scenarios: Mapping[str, str] = NO_NAMES,
) -> Figure | None:
    """Show how far a total may fall in every year, a fan for each scenario.

    Parameters
    ----------
    rows : DataFrame
        Rows of one total of `InitiativeAccount.draws`, every year and scenario.
    title : str
        Of the total.
    status : str
        The weakest of what the total was made of.
    scenarios : mapping of str to str
        Their names.

    Returns
    -------
    Figure or None
        None where nothing was drawn.
    """
    if rows.is_empty():
        return None
    fan = _name_scenarios(rows, scenarios).with_columns(
        *[_find_percentile(level) for level in LEVELS],
        label=pl.col("year").map_elements(_label, return_dtype=pl.String),
    )
    unit = fan["unit"][0]
    scaled = fan.with_columns(
        pl.col(f"p{level}") / scale_unit(unit) for level in LEVELS
    )
    base = alt.Chart(scaled.select("label", "name", *(f"p{x}" for x in LEVELS)))
    x = alt.X("label:N", title=None)
    legend = alt.Legend(symbolOpacity=1)
    colour = alt.Color("name:N", title=None, sort=_list_names(fan), legend=legend)
    y = alt.Scale(zero=False)
    bands = [
        base.mark_area(opacity=opacity).encode(
            x=x,
            y=alt.Y(f"p{low}:Q", title=name_unit(unit), scale=y),
            y2=f"p{high}:Q",
            color=colour,
        )
        for low, high, opacity in ((10, 90, 0.22), (25, 75, 0.34))
    ]
    line = base.mark_line(strokeWidth=2.5).encode(x=x, y="p50:Q", color=colour)
    return Figure(
        "fan",
        f"{title}: how far it may fall, year by year",
        _say_range(fan.filter(pl.col("year") == pl.col("year").max()), title),
        alt.layer(*bands, line),
        _lay_fan(scaled, unit, status),
        status,
    )


def draw_dots(
    rows: pl.DataFrame,
    *,
    title: str,
    status: str,
    scenarios: Mapping[str, str] = NO_NAMES,
) -> Figure | None:
    """Show a total of one year as dots, each one future in twenty.

    Parameters
    ----------
    rows, title, status, scenarios
        As `draw_fan`, with the rows of one year.

    Returns
    -------
    Figure or None
        None where nothing was drawn.
    """
    if rows.is_empty():
        return None
    named, unit = _name_scenarios(rows, scenarios), rows["unit"][0]
    dots = _stack_dots(named, scale_unit(unit))
    names = _list_names(named)
    chart = (
        alt.Chart(dots)
        .mark_circle(size=130, opacity=1)
        .encode(
            x=alt.X(
                "at:Q",
                title=name_unit(unit),
                scale=alt.Scale(zero=False),
                axis=alt.Axis(tickCount=5),
            ),
            y=alt.Y("height:Q", axis=None, scale=alt.Scale(domainMin=0)),
            color=alt.Color("name:N", legend=None, sort=names),
            row=alt.Row("name:N", title=None, sort=names, header=_ROW),
        )
        .properties(width=460, height=110)
    )
    year = rows["year"][0]
    return Figure(
        "dots",
        f"{title} in {_label(year)}: each dot is one future in {DOTS}",
        _say_half(named),
        chart,
        _lay_dots(dots, names, unit, status),
        status,
    )


_ROW: Final = alt.Header(labelAnchor="start", labelOrient="top", labelFontSize=13)


def _label(year: int) -> str:
    return str(FinancialYear(year))


def _name_scenarios(rows: pl.DataFrame, names: Mapping[str, str]) -> pl.DataFrame:
    return rows.with_columns(name=pl.col("scenario").replace(dict(names)))


def _list_names(rows: pl.DataFrame) -> list[str]:
    return rows["name"].unique(maintain_order=True).to_list()


def _find_percentile(level: int) -> pl.Expr:
    quantile = pl.element().quantile(level / 100, interpolation="linear")
    return pl.col(DRAWS).list.eval(quantile).list.first().alias(f"p{level}")


def _stack_dots(named: pl.DataFrame, scale: float) -> pl.DataFrame:
    """Give each scenario its dots, those that fall on one step above one another."""
    levels = (np.arange(DOTS) + 0.5) / DOTS
    values = {
        name: np.quantile(np.array(draws) / scale, levels)
        for name, draws in named.select("name", DRAWS).iter_rows()
    }
    every = np.concatenate([*values.values()])
    width = (every.max() - every.min()) / BINS or 1.0
    dots = pl.DataFrame(
        [
            (name, dot, value, (np.floor(value / width) + 0.5) * width)
            for name, found in values.items()
            for dot, value in enumerate(found, 1)
        ],
        schema={
            "name": pl.String,
            "dot": pl.Int64,
            "value": pl.Float64,
            "at": pl.Float64,
        },
        orient="row",
    )
    return dots.with_columns(height=pl.col("dot").rank("ordinal").over("name", "at"))


def _lay_fan(fan: pl.DataFrame, unit: str, status: str) -> pl.DataFrame:
    return fan.select(
        pl.col("label").alias("Year"),
        pl.col("name").alias("Future"),
        *[
            pl.col(f"p{level}").round(1).alias(f"P{level}, {name_unit(unit)}")
            for level in (10, 50, 90)
        ],
        pl.lit(status).alias("Status"),
    )


def _lay_dots(
    dots: pl.DataFrame, names: list[str], unit: str, status: str
) -> pl.DataFrame:
    wide = dots.pivot("name", index="dot", values="value").sort("dot")
    shown = [
        pl.col(name).round(1).alias(f"{name}, {name_unit(unit)}") for name in names
    ]
    return wide.select(
        pl.col("dot").alias("Dot"), *shown, pl.lit(status).alias("Status")
    )


def _say_range(last: pl.DataFrame, title: str) -> str:
    """Say between what eight futures of ten lie in the last year."""
    when = _label(last["year"][0])
    parts = [
        f"{_lower(name)}, between {say_amount(low, unit)} and {say_amount(high, unit)}"
        for name, unit, low, high in last.select(
            "name", "unit", "p10", "p90"
        ).iter_rows()
    ]
    return f"{title} in {when}, in eight futures of ten: {'; '.join(parts)}."


def _say_half(named: pl.DataFrame) -> str:
    """Say where half of the futures lie, and where the highest tenth begins."""
    found = named.with_columns(_find_percentile(50), _find_percentile(90))
    parts = [
        f"{_lower(name)}, half of the futures lie below {say_amount(half, unit)} and "
        f"two of {DOTS} above {say_amount(high, unit)}"
        for name, unit, half, high in found.select(
            "name", "unit", "p50", "p90"
        ).iter_rows()
    ]
    said = "; ".join(parts)
    return f"{said[0].upper()}{said[1:]}."


def _lower(name: str) -> str:
    return f"{name[0].lower()}{name[1:]}"
