"""How deprivation reads: scatters, a map of small areas, and what each says."""

from typing import Any, Final

import polars as pl

from placeplan_web.design.address import Address
from placeplan_web.design.map_picture import MapPicture, Shape
from placeplan_web.design.scatter_picture import Point, ScatterPicture
from placeplan_web.design.table_file import CSV, EXCEL
from placeplan_web.evidence.deprivation import MAP, Deprivation

CLASSES: Final = (
    "Most deprived fifth of England's areas",
    "Second fifth",
    "Third fifth",
    "Fourth fifth",
    "Least deprived fifth",
)
TENTHS_IN_A_CLASS: Final = 2
TEN: Final = 10
INDEX: Final = "Index of multiple deprivation"


def list_pictures(found: Deprivation, address: Address) -> list[dict[str, Any]]:
    """What the macro ``picture`` asks for: scatters, then the map."""
    pictures = [_show_scatter(found, id_, address) for id_ in found.indicators]
    return [*pictures, *([_show_map(found, address)] if found.has_map else [])]


def list_missing(found: Deprivation) -> list[str]:
    """What would stand here, and which file would bring it."""
    missing = []
    if not found.indicators:
        missing.append(
            "Deprivation beside a measure of health: a scatter needs small areas with "
            "scores (performance/small_areas.csv and deprivation.csv of the plan "
            "folder) and an indicator of three or more of their districts "
            "(values.csv)."
        )
    if not found.has_map:
        missing.append(
            "A map of small areas: it needs their outlines and how deprived each is "
            "(performance/small_areas.csv and deprivation.csv of the plan folder)."
        )
    return missing


def _link(address: Address, figure: str) -> dict[str, Any]:
    """Addresses of a picture and of its files."""
    return {
        "id": figure,
        "src": address.link("evidence:inequality-svg", figure=figure),
        "src_narrow": address.link(
            "evidence:inequality-svg", query={"for": "phone"}, figure=figure
        ),
        "csv": address.link("evidence:inequality-file", figure=figure, kind=CSV),
        "excel": address.link("evidence:inequality-file", figure=figure, kind=EXCEL),
        "view": address.link("evidence:inequalities") + f"#{figure}",
        "status": "derived",
    }


def _show_scatter(found: Deprivation, id_: str, address: Address) -> dict[str, Any]:
    indicator, pairs = found.indicators[id_], found.pairs[id_].table
    finding = say_scatter(found, id_)
    unit = f"{indicator.unit[:1].upper()}{indicator.unit[1:]}"
    return {
        **_link(address, id_),
        "finding": finding,
        "alt": f"{INDEX} against {indicator.name.lower()}: a named point for each of "
        f"{pairs.height} districts. {finding} The table below holds the numbers.",
        "head": [
            "District",
            {"text": "Mean score of deprivation", "numeric": True},
            {"text": unit, "numeric": True},
        ],
        "rows": [
            [found.register.name_body(place), f"{score:.1f}", f"{value:,.1f}"]
            for place, score, value in pairs.iter_rows()
        ],
        "table_caption": f"{indicator.name} and deprivation by district",
        "note": f"{indicator.name}, {found.find_period(id_)}; {INDEX.lower()} of "
        f"{found.scored_edition}, its small areas weighted by people. What goes "
        "together need not be cause and effect.",
    }


def say_scatter(found: Deprivation, id_: str) -> str:
    """Say the ends of a scatter, and how the two go together."""
    indicator, pairs = found.indicators[id_], found.pairs[id_]
    most, *_, least = pairs.table.iter_rows(named=True)
    name = found.register.name_body
    said = (
        f"{indicator.name}: {most['value']:,.1f} {indicator.unit} in "
        f"{name(most['place'])}, the most deprived district, and {least['value']:,.1f} "
        f"in {name(least['place'])}, the least"
    )
    slope = pairs.slope
    if slope is None:
        return f"{said}."
    change = round(TEN * slope, 1)
    way = "more" if change > 0 else "less"
    size = f"{abs(change):,.1f} {indicator.unit}"
    return f"{said}; ten more points of deprivation go with {size} {way}."


def draw_scatter(found: Deprivation, id_: str, *, narrow: bool) -> str:
    """Draw a scatter as SVG."""
    indicator = found.indicators[id_]
    points = [
        Point(found.register.name_body(place), score, value)
        for place, score, value in found.pairs[id_].table.iter_rows()
    ]
    title = f"{INDEX} and {indicator.name.lower()} by district"
    size = {"width": 340, "height": 480} if narrow else {}
    unit = "" if indicator.unit in indicator.name else f" ({indicator.unit})"
    return ScatterPicture(
        title,
        points,
        f"Deprivation score, {found.scored_edition}: more to the right",
        f"{indicator.name}{unit}",
        **size,
    ).draw()


def _show_map(found: Deprivation, address: Address) -> dict[str, Any]:
    finding = say_map(found)
    return {
        **_link(address, MAP),
        "finding": finding,
        "alt": f"Map of {found.joined.height:,} small areas, darker where more "
        f"deprived, with the names of their districts. {finding} The table below "
        "holds the numbers by district, the files those of every area.",
        "head": [
            "District",
            *(
                {"text": words, "numeric": True}
                for words in (
                    "People",
                    "Small areas",
                    "People in the most deprived fifth",
                    "Share of people",
                )
            ),
        ],
        "rows": [
            [
                found.register.name_body(row["place"]),
                f"{row['people']:,}",
                f"{row['areas']:,}",
                f"{row['people_most_deprived']:,}",
                f"{row['share_most_deprived']:.1f}%",
            ]
            for row in found.summed.iter_rows(named=True)
        ],
        "table_caption": f"People in the most deprived fifth of areas, {found.edition}",
        "note": f"{INDEX}, {found.edition}; a fifth is of all small areas of England. "
        "Areas are drawn by size and not by people: look at the table too.",
    }


def say_map(found: Deprivation) -> str:
    """Say where most people live in the most deprived areas, and where fewest do."""
    most, least = found.summed.row(0, named=True), found.summed.row(-1, named=True)
    name = found.register.name_body
    said = (
        f"{most['share_most_deprived']:.0f}% of people in {name(most['place'])} live "
        "in the most deprived fifth of England's small areas"
    )
    if found.summed.height == 1:
        return f"{said}."
    share = f"{least['share_most_deprived']:.0f}%"
    return f"{said}, and {share} in {name(least['place'])}."


def draw_map(found: Deprivation, *, narrow: bool) -> str:
    """Draw the map of small areas as SVG."""
    tenths = dict(found.joined.select("id", "tenth").iter_rows())
    shapes = [
        Shape(outline.rings, (tenths[id_] - 1) // TENTHS_IN_A_CLASS)
        for id_, outline in found.outlines.items()
    ]
    title = f"{INDEX}, {found.edition}, by small area"
    names = _place_names(found)
    return MapPicture(title, shapes, CLASSES, names, 340 if narrow else 760).draw()


def _place_names(found: Deprivation) -> dict[str, tuple[float, float]]:
    """Each district's name in the middle of its small areas."""
    homes = dict(found.joined.select("id", "place").iter_rows())
    middles: dict[str, list[tuple[float, float]]] = {}
    for id_, outline in found.outlines.items():
        middles.setdefault(homes[id_], []).append(outline.middle)
    return {
        found.register.name_body(place): (
            sum(x for x, _ in held) / len(held),
            sum(y for _, y in held) / len(held),
        )
        for place, held in middles.items()
    }


def make_file(found: Deprivation, figure: str) -> pl.DataFrame | None:
    """Give the numbers of a picture: every small area, or every district; or None."""
    if figure == MAP:
        return _list_areas(found) if found.edition else None
    if figure not in found.indicators:
        return None
    pairs = found.pairs[figure].table
    return pairs.select(
        pl.col("place").alias("district"),
        _name(found, "place").alias("name"),
        pl.col("score").alias("deprivation_score"),
        pl.lit(found.scored_edition).alias("edition"),
        pl.lit(figure).alias("indicator"),
        pl.col("value"),
        pl.lit(found.indicators[figure].unit).alias("unit"),
        pl.lit(found.find_period(figure)).alias("period"),
    )


def _list_areas(found: Deprivation) -> pl.DataFrame:
    return found.joined.select(
        pl.col("id").alias("small_area"),
        pl.col("place").alias("district"),
        _name(found, "place").alias("name"),
        *("people", "edition", "rank", "tenth", "score", "source"),
    )


def _name(found: Deprivation, column: str) -> pl.Expr:
    places = found.areas["place"].unique()
    names = {place: found.register.name_body(place) for place in places}
    return pl.col(column).replace_strict(names, return_dtype=pl.String)
