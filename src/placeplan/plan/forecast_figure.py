"""The figure of forecasts: the year so far, its plan, and how it may go on and end."""

from collections.abc import Sequence
from typing import Final

import altair as alt
import polars as pl

from placeplan.money.forecast import (
    FORECAST_METHODS,
    PROBABILISTIC,
    SEASONAL,
    STRAIGHT_LINE,
    Forecast,
)
from placeplan.money.pence import PENCE_PER_MILLION, Pence, to_millions_column
from placeplan.periods import FinancialYear
from placeplan.plan.figure import COLOURS, INK, Figure
from placeplan.plan.forecast_words import say_forecast

BOOKED: Final = "Booked"
PLANNED: Final = "Plan"
CONTROL_TOTAL: Final = "Control total"
RANGE: Final = "Eight futures of ten"
LOOKS: Final = {
    BOOKED: (INK, (1, 0), 4.0),
    PLANNED: (COLOURS[4], (6, 4), 2.5),
    FORECAST_METHODS[STRAIGHT_LINE].name: (COLOURS[1], (2, 2), 2.5),
    FORECAST_METHODS[SEASONAL].name: (COLOURS[2], (8, 2, 2, 2), 2.5),
    FORECAST_METHODS[PROBABILISTIC].name: (COLOURS[0], (4, 1), 2.5),
    CONTROL_TOTAL: (COLOURS[3], (1, 0), 1.5),
}
"""Colour, dashes and width of each line: dashes tell them apart without colours."""

_Y: Final = "£ million since April; below zero is a deficit"


def draw_forecast(
    forecasts: Sequence[Forecast],
    *,
    control_total: Pence | None = None,
    who: str = "the system",
) -> Figure | None:
    """Show the year added up from April: booked, planned, and how it may go on.

    Parameters
    ----------
    forecasts : sequence of Forecast
        Of the same year and bodies, each by another method.
    control_total : Pence or None
        What the bodies agreed to meet; None where they agreed nothing.
    who : str
        Whose year, as within a sentence.

    Returns
    -------
    Figure or None
        None where nothing was booked or planned.
    """
    if not forecasts or forecasts[0].bodies.is_empty():
        return None
    first = forecasts[0]
    months = first.months.select(
        "month", "booked", label=pl.col("month").dt.strftime("%b")
    )
    lines = _list_lines(forecasts, months, control_total)
    return Figure(
        "forecast",
        f"How {FinancialYear(first.year)} may end",
        say_forecast(forecasts, control_total=control_total, who=who),
        _draw(lines, _list_range(forecasts, months), months["label"].to_list()),
        _lay_table(forecasts, control_total),
        first.status,
    )


def _list_lines(
    forecasts: Sequence[Forecast], months: pl.DataFrame, control_total: Pence | None
) -> pl.DataFrame:
    """List the points of every line; forecasts begin where what is booked ends."""
    first = forecasts[0].months
    booked = first.filter("booked").height
    so_far = first["forecast_so_far_pence"].to_list()
    points = {BOOKED: so_far[:booked], PLANNED: first["plan_so_far_pence"].to_list()}
    for each in forecasts:
        path = each.months["forecast_so_far_pence"].to_list()
        start = max(booked - 1, 0)
        name = FORECAST_METHODS[each.question.method].name
        points[name] = [None] * start + path[start:] if booked < len(path) else []
    if control_total is not None:
        points[CONTROL_TOTAL] = [control_total] * first.height
    rows = [
        {"label": label, "line": name, "millions": pence / PENCE_PER_MILLION}
        for name, path in points.items()
        for label, pence in zip(months["label"], path, strict=False)
        if pence is not None
    ]
    return pl.DataFrame(rows)


def _list_range(forecasts: Sequence[Forecast], months: pl.DataFrame) -> pl.DataFrame:
    """List the range of the futures from the last booked month on."""
    drawn = [each for each in forecasts if each.question.method == PROBABILISTIC]
    if not drawn:
        return pl.DataFrame()
    ahead = pl.col("booked").not_() | pl.col("booked").not_().shift(
        -1, fill_value=False
    )
    return (
        drawn[0]
        .months.with_columns(label=months["label"])
        .filter(ahead)
        .select(
            "label",
            low=to_millions_column("p10_pence"),
            high=to_millions_column("p90_pence"),
            range=pl.lit(RANGE),
        )
    )


def _draw(
    lines: pl.DataFrame, spread: pl.DataFrame, labels: list[str]
) -> alt.TopLevelMixin:
    x = alt.X(
        "label:O",
        sort=labels,
        title=None,
        axis=alt.Axis(labelAngle=0, labelOverlap="parity", labelSeparation=5),
    )
    shown = [name for name in LOOKS if name in {*lines["line"]}]
    looks = zip(*(LOOKS[name] for name in shown), strict=True)
    scales = [alt.Scale(domain=shown, range=each) for each in looks]
    legend = alt.Legend(orient="top", columns=3, symbolSize=300)
    drawn = (
        alt.Chart(lines)
        .mark_line()
        .encode(
            x=x,
            y=alt.Y("millions:Q", title=_Y),
            color=alt.Color("line:N", title=None, scale=scales[0], legend=legend),
            strokeDash=alt.StrokeDash(
                "line:N", title=None, scale=scales[1], legend=legend
            ),
            strokeWidth=alt.StrokeWidth(
                "line:N", title=None, scale=scales[2], legend=None
            ),
        )
    )
    layers = [drawn] if spread.is_empty() else [_draw_band(spread, x), drawn]
    return alt.layer(*layers).properties(width=500)


def _draw_band(spread: pl.DataFrame, x: alt.X) -> alt.TopLevelMixin:
    band: alt.TopLevelMixin = (
        alt.Chart(spread)
        .mark_area(opacity=0.3)
        .encode(
            x=x,
            y="low:Q",
            y2="high:Q",
            fill=alt.Fill(
                "range:N",
                title=None,
                scale=alt.Scale(domain=[RANGE], range=[COLOURS[0]]),
                legend=alt.Legend(orient="bottom", symbolOpacity=0.3),
            ),
        )
    )
    return band


def _lay_table(
    forecasts: Sequence[Forecast], control_total: Pence | None
) -> pl.DataFrame:
    """Lay out what is booked, planned and forecast from April on, in £ million."""
    first = forecasts[0]
    table = first.months.select(
        pl.col("month").dt.strftime("%B %Y").alias("Month"),
        pl.when("booked")
        .then(to_millions_column("forecast_so_far_pence").round(1))
        .alias(f"{BOOKED} since April, £ million"),
        to_millions_column("plan_so_far_pence").round(1).alias(f"{PLANNED}, £ million"),
    )
    for each in forecasts:
        name = FORECAST_METHODS[each.question.method].name
        ahead = pl.col("booked").not_()
        columns = {f"{name}, £ million": "forecast_so_far_pence"}
        if each.question.method == PROBABILISTIC:
            columns = {
                f"{name} P{level}, £ million": f"p{level}_pence"
                for level in (10, 50, 90)
            }
        table = table.hstack(
            each.months.select(
                pl.when(ahead).then(to_millions_column(column).round(1)).alias(header)
                for header, column in columns.items()
            )
        )
    if control_total is not None:
        millions = round(control_total / PENCE_PER_MILLION, 1)
        table = table.with_columns(
            pl.lit(millions).alias(f"{CONTROL_TOTAL}, £ million")
        )
    return table.with_columns(pl.lit(first.status).alias("Status"))
