"""The map of fair shares: how far each place is from its own."""

from collections.abc import Mapping
from textwrap import wrap
from typing import Any, Final

import altair as alt
import polars as pl

from placeplan.plan.area_map import draw_area_map, measure_area
from placeplan.plan.figure import Figure
from placeplan.plan.results_table import find_weakest

Tables = Mapping[str, pl.DataFrame]
PERCENT: Final = 100
UNDER, ON, OVER = "#f2a65a", "#ffffff", "#7fb2e0"
"""Told apart by people who see few colours, and light, for words stand on them."""
_PHONE: Final = (330, 260)
_LETTERS: Final = 18


def find_homes(tables: Tables, shares: pl.DataFrame) -> pl.DataFrame:
    """Find to which of the places that share in a budget each area belongs.

    Parameters
    ----------
    tables : mapping of str to DataFrame
        Tables of the plan: areas, lookups, places that share in budgets.
    shares : DataFrame
        From `placeplan.money.fair_share.lay_shares`.

    Returns
    -------
    DataFrame
        `area, area_name, place, share`, one row an area: the place itself, or the one
        to which most of its people belong, with their share.
    """
    known = set(shares["place"])
    areas = tables["areas"].select(area="id", area_name="name")
    own = areas.filter(pl.col("area").is_in(known))
    if not own.is_empty():
        return own.with_columns(place="area", share=pl.lit(1.0))
    above = tables["capitation_places"].select("place", "parent").unique().drop_nulls()
    parents = dict(above.iter_rows())
    best = (
        tables["lookups"]
        .with_columns(parent=pl.col("organisation").replace(parents))
        .with_columns(
            place=pl.when(pl.col("organisation").is_in(known))
            .then("organisation")
            .otherwise("parent")
        )
        .filter(pl.col("place").is_in(known))
        .group_by("area", "place")
        .agg(pl.col("share").sum())
        .sort("area", "share", "place", descending=[False, True, False])
        .unique("area", keep="first", maintain_order=True)
    )
    return areas.join(best, on="area", how="inner", maintain_order="left")


def draw_share_map(
    shares: pl.DataFrame, homes: pl.DataFrame, boundaries: Mapping[str, Any] | None
) -> Figure | None:
    """Show on a map how far each place is from its fair share.

    Parameters
    ----------
    shares : DataFrame
        From `placeplan.money.fair_share.lay_shares`.
    homes : DataFrame
        From `find_homes`.
    boundaries : mapping or None
        GeoJSON features whose property ``place`` is an area.

    Returns
    -------
    Figure or None
        None without outlines, or where nobody knows what places have.
    """
    known = shares.drop_nulls("opening_distance")
    if boundaries is None or homes.is_empty() or known.is_empty():
        return None
    percent = (PERCENT * pl.col("opening_distance")).round(1)
    named = known.select(
        "place", "name", "status", percent=percent, short=shorten_name("name")
    )
    areas = homes.join(named, on="place", maintain_order="left")
    labelled = _choose_labelled(areas, boundaries)
    most = max(1.0, float(areas["percent"].abs().max() or 0))  # type: ignore[arg-type] # a number
    scale = alt.Scale(
        domain=[-most, 0, most], range=[UNDER, ON, OVER], interpolate="rgb"
    )
    charts = [
        draw_area_map(
            _label(areas, labelled, with_name=with_name),
            boundaries,
            value="percent",
            title="Percent under (−) or over",
            scale=scale,
            **size,
        )
        for with_name, size in ((True, {}), (False, {"size": _PHONE}))
    ]
    table = areas.select(
        pl.col("area_name").alias("District"),
        pl.col("name").alias("Place"),
        (PERCENT * pl.col("share")).round(0).alias("Percent of its people"),
        pl.col("percent").alias("Distance from the fair share now, percent"),
    )
    return Figure(
        "share-map",
        "How far each place is from its fair share now",
        _say(areas),
        charts[0],
        table,
        find_weakest(named),
        charts[1],
    )


def _choose_labelled(
    areas: pl.DataFrame, boundaries: Mapping[str, Any]
) -> frozenset[str]:
    """Choose the largest area of each place, which bears its label."""
    homes = dict(areas.select("area", "place").iter_rows())
    drawn = {
        feature["properties"]["place"]: measure_area(feature["geometry"])
        for feature in boundaries["features"]
        if feature["properties"]["place"] in homes
    }
    largest = {homes[area]: area for area in sorted(drawn, key=lambda a: drawn[a])}
    return frozenset(largest.values())


def _label(
    areas: pl.DataFrame, labelled: frozenset[str], *, with_name: bool
) -> pl.DataFrame:
    words = {
        row["area"]: "\n".join(_list_lines(row, with_name=with_name))
        for row in areas.iter_rows(named=True)
        if row["area"] in labelled
    }
    label = pl.col("area").replace_strict(words, default="", return_dtype=pl.String)
    return areas.select("percent", place="area", label=label)


def _list_lines(row: Mapping[str, Any], *, with_name: bool) -> list[str]:
    number = say_signed(row["percent"])
    return [*wrap(row["short"], _LETTERS), number] if with_name else [number]


def shorten_name(column: str) -> pl.Expr:
    """Shorten the names of places for labels.

    Examples
    --------
    >>> names = pl.DataFrame({"name": ["NHS Thanet CCG", "Folkestone and Hythe"]})
    >>> names.select(shorten_name("name")).to_series().to_list()
    ['Thanet', 'Folkestone & Hythe']
    """
    bare = pl.col(column).str.strip_prefix("NHS ").str.strip_suffix(" CCG")
    return bare.str.replace_all(" and ", " & ", literal=True)


def say_signed(percent: float) -> str:
    r"""Say percent with its sign.

    Examples
    --------
    >>> say_signed(-8.4), say_signed(2.0), say_signed(0.0)
    ('−8.4\xa0%', '+2.0\xa0%', '0.0\xa0%')
    """
    sign = "−" if percent < 0 else "+" if percent > 0 else ""
    return f"{sign}{abs(percent):.1f}\u00a0%"


def _say(areas: pl.DataFrame) -> str:
    by_place = areas.unique("place").sort("percent", "place")
    under = by_place.filter(pl.col("percent") < 0)["name"].to_list()
    over = by_place.filter(pl.col("percent") > 0)["name"].to_list()[::-1]
    parts = [
        f"Under the fair share, furthest first: {'; '.join(under) or 'none'}.",
        f"Over it: {'; '.join(over) or 'none'}.",
    ]
    split = areas.filter(pl.col("share") < 1).height
    if split:
        verbs = (
            ("district lies", "stands") if split == 1 else ("districts lie", "stand")
        )
        words = f"{verbs[0]} in more than one and {verbs[1]} with that of most people."
        parts.append(f"{split} {words}")
    return " ".join(parts)
