"""Maps of areas: each filled by a number, with words written into it."""

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

import altair as alt
import polars as pl

from placeplan.plan.figure import INK

WIDTH, HEIGHT = 620, 420


def draw_area_map(
    areas: pl.DataFrame,
    boundaries: Mapping[str, Any],
    *,
    value: str,
    title: str,
    scale: alt.Scale,
    size: tuple[int, int] = (WIDTH, HEIGHT),
) -> alt.LayerChart:
    """Fill areas by a number, and write a label into each.

    Parameters
    ----------
    areas : DataFrame
        `place`, the number, and `label`: lines for the middle of the area, or nothing.
    boundaries : mapping
        GeoJSON features whose property ``place`` is a place; others are left out.
    value, title : str
        Column of the number, and what the legend says of it.
    scale : altair.Scale
        From number to colour; labels are dark, so colours are light.
    size : tuple of int
        Width and height in pixels.

    Returns
    -------
    altair.LayerChart
        Outlines, and labels above them.
    """
    found = {row["place"]: row for row in areas.iter_rows(named=True)}
    features = [
        {**feature, "properties": found[feature["properties"]["place"]]}
        for feature in boundaries["features"]
        if feature["properties"]["place"] in found
    ]
    filled = (
        alt.Chart(_hold(features))
        .mark_geoshape(stroke="#425563", strokeWidth=0.6)
        .encode(
            color=alt.Color(
                f"properties.{value}:Q",
                title=title,
                scale=scale,
                legend=alt.Legend(orient="bottom"),
            )
        )
    )
    points = [
        {**find_middle(feature["geometry"]), **feature["properties"]}
        for feature in features
        if feature["properties"]["label"]
    ]
    words = (
        alt.Chart(_hold(points))
        .mark_text(fontSize=11, lineBreak="\n", color=INK)
        .encode(longitude="longitude:Q", latitude="latitude:Q", text="label:N")
    )
    both = alt.layer(filled, words)
    projected = both.project("mercator")
    width, height = size
    chart: alt.LayerChart = projected.properties(width=width, height=height)  # type: ignore[assignment] # never facets
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
    rings = _list_rings(geometry)
    area, ring = max((abs(_measure_ring(ring)[0]), ring) for ring in rings)
    if area == 0:
        return {"longitude": ring[0][0], "latitude": ring[0][1]}
    doubled, x, y = _measure_ring(ring)
    return {"longitude": x / (3 * doubled), "latitude": y / (3 * doubled)}


def measure_area(geometry: Mapping[str, Any]) -> float:
    """Measure the largest ring of a GeoJSON polygon, to rank shapes by their size.

    Returns
    -------
    float
        In square degrees, which are no area on the ground.

    Examples
    --------
    >>> measure_area({"type": "Polygon",
    ...     "coordinates": [[[0, 0], [4, 0], [4, 2], [0, 2], [0, 0]]]})
    8.0
    """
    return max(abs(_measure_ring(ring)[0]) for ring in _list_rings(geometry)) / 2


def _list_rings(geometry: Mapping[str, Any]) -> list[list[list[float]]]:
    """List the outer ring of each part."""
    shapes = geometry["coordinates"]
    return [shapes[0]] if geometry["type"] == "Polygon" else [s[0] for s in shapes]


def _measure_ring(ring: list[list[float]]) -> tuple[float, float, float]:
    """Twice the area of a ring, and its first moments."""
    doubled = x = y = 0.0
    for (x0, y0), (x1, y1) in pairwise(ring):
        cross = x0 * y1 - x1 * y0
        doubled += cross
        x += (x0 + x1) * cross
        y += (y0 + y1) * cross
    return doubled, x, y
