"""Figure of places: how much each district grows, on a map where there is one."""

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

import altair as alt
import polars as pl

from placeplan.plan.figure import INK, Figure
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
    found = {row["place"]: row for row in growth.iter_rows(named=True)}
    features = [
        {**feature, "properties": found[feature["properties"]["place"]]}
        for feature in boundaries["features"]
        if feature["properties"]["place"] in found
    ]
    shape = _hold(features)
    areas = (
        alt.Chart(shape)
        .mark_geoshape(stroke="#425563", strokeWidth=0.6)
        .encode(
            color=alt.Color(
                "properties.percent:Q",
                title="Change in percent",
                scale=alt.Scale(range=["#eef4fb", "#7fb2e0"]),
                legend=alt.Legend(orient="bottom"),
            )
        )
    )
    points = [
        {**find_middle(feature["geometry"]), **feature["properties"]}
        for feature in features
    ]
    short = "replace(datum.name, / and /, ' & ')"
    label = short + r" + '\n' + format(datum.percent, '.0f') + ' %'"
    words = (
        alt.Chart(_hold(points))
        .transform_calculate(label=label)
        .mark_text(fontSize=11, lineBreak="\n", color=INK)
        .encode(longitude="longitude:Q", latitude="latitude:Q", text="label:N")
    )
    both = alt.layer(areas, words)
    projected = both.project("mercator")
    chart: alt.LayerChart = projected.properties(width=620, height=420)  # type: ignore[assignment] # never facets
    return chart


def _hold(rows: list[dict[str, Any]]) -> alt.Data:
    made: alt.Data = alt.Data(values=rows)  # type: ignore[no-untyped-call] # Altair's
    return made


def find_middle(geometry: Mapping[str, Any]) -> dict[str, float]:
    """Find the middle of the largest ring of a GeoJSON polygon, weighted by area.

    Returns
    -------
    dict of str to float
        ``longitude`` and ``latitude`` in degrees.

    Examples
    --------
    >>> find_middle({"type": "Polygon", "coordinates": [[[0, 0], [4, 0], [4, 2], [0, 2],
    ...     [0, 0]]]})
    {'longitude': 2.0, 'latitude': 1.0}
    """
    shapes = geometry["coordinates"]
    rings = [shapes[0]] if geometry["type"] == "Polygon" else [s[0] for s in shapes]
    area, ring = max((abs(_measure_ring(ring)[0]), ring) for ring in rings)
    if area == 0:
        return {"longitude": ring[0][0], "latitude": ring[0][1]}
    doubled, x, y = _measure_ring(ring)
    return {"longitude": x / (3 * doubled), "latitude": y / (3 * doubled)}


def _measure_ring(ring: list[list[float]]) -> tuple[float, float, float]:
    """Twice the area of a ring, and its first moments."""
    doubled = x = y = 0.0
    for (x0, y0), (x1, y1) in pairwise(ring):
        cross = x0 * y1 - x1 * y0
        doubled += cross
        x += (x0 + x1) * cross
        y += (y0 + y1) * cross
    return doubled, x, y
