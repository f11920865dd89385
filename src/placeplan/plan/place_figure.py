"""Figure of places: how much each district grows, on a map where there is one."""

from collections.abc import Mapping
from typing import Any

import altair as alt
import polars as pl

from placeplan.plan.area_map import draw_area_map
from placeplan.plan.figure import Figure
from placeplan.plan.number_words import say_change_percent
from placeplan.plan.question import answer
from placeplan.plan.results import Results
from placeplan.plan.results_table import find_weakest, list_axes, list_years


def draw_places(
    results: Results,
    *,
    base_year: int,
    boundaries: Mapping[str, Any] | None = None,
    names: Mapping[str, str] | None = None,
) -> Figure | None:
    """Show how the people of each district grow from the base year to the last.

    Parameters
    ----------
    results : Results
        Of a run.
    base_year : int
        Year that growth is counted from.
    boundaries : mapping or None
        GeoJSON features whose property ``place`` is a place. Bars are drawn without it.
    names : mapping of str to str or None
        Names of places for readers.

    Returns
    -------
    Figure or None
        None when the results hold no people by place.
    """
    if not {"year", "place"} <= {*list_axes(results.table, "population")}:
        return None
    people = answer(results, "population", by=["year", "place"])
    last = list_years(people)[-1]
    growth = _compare(people, base_year, last, names or {})
    if growth.is_empty():
        return None
    table = growth.select(
        pl.col("name").alias("District"),
        pl.col("before").round(0).alias(f"People in {base_year}"),
        pl.col("after").round(0).alias(f"People in {last}"),
        pl.col("percent").round(1).alias("Change in percent"),
    )
    finding = _say_finding(growth, base_year, last)
    drawn = growth.select("place", "name", "percent")
    chart = _draw_bars(drawn) if boundaries is None else _draw_map(drawn, boundaries)
    title, status = "People by district", find_weakest(people)
    return Figure("people-by-place", title, f"{finding}.", chart, table, status)


def _say_finding(growth: pl.DataFrame, base_year: int, last: int) -> str:
    most, least = growth.row(0, named=True), growth.row(-1, named=True)
    change = say_change_percent(most["before"], most["after"])
    if growth.height == 1:
        return f"In {last} {most['name']} has {change} people than in {base_year}"
    smallest = say_change_percent(least["before"], least["after"])
    return (
        f"From {base_year} to {last} {most['name']} grows most: {change} people; "
        f"{least['name']} least: {smallest}"
    )


def _compare(
    people: pl.DataFrame, base_year: int, last: int, names: Mapping[str, str]
) -> pl.DataFrame:
    ends = [
        people.filter(pl.col("year") == year).select(
            "place", pl.col("value").alias(name)
        )
        for year, name in ((base_year, "before"), (last, "after"))
    ]
    return (
        ends[0]
        .join(ends[1], on="place")
        .filter(pl.col("before") > 0)
        .with_columns(
            name=pl.col("place").replace(dict(names)),
            percent=100 * (pl.col("after") / pl.col("before") - 1),
        )
        .sort("percent", "place", descending=[True, False])
    )


def _draw_bars(growth: pl.DataFrame) -> alt.Chart:
    chart: alt.Chart = (
        alt.Chart(growth)
        .mark_bar()
        .encode(
            y=alt.Y("name:N", sort=None, title=None, axis=alt.Axis(labelLimit=200)),
            x=alt.X("percent:Q", title="Change in percent"),
        )
        .properties(width=420, height=alt.Step(24))
    )
    return chart


def _draw_map(growth: pl.DataFrame, boundaries: Mapping[str, Any]) -> alt.LayerChart:
    """Fill each district by its growth, and write the figure into it."""
    short = pl.col("name").str.replace_all(" and ", " & ", literal=True)
    percent = pl.col("percent").map_elements(lambda n: f"{n:.0f} %", pl.String)
    areas = growth.select(
        "place", "percent", label=pl.concat_str(short, percent, separator="\n")
    )
    scale = alt.Scale(range=["#eef4fb", "#7fb2e0"])
    return draw_area_map(
        areas, boundaries, value="percent", title="Change in percent", scale=scale
    )
