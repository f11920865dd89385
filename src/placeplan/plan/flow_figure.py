"""Figure of flows: from where people live to where they are treated, as bands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Any, Final, Literal

import altair as alt
import polars as pl

from placeplan.plan.figure import COLOURS, INK, NO_NAMES, Figure
from placeplan.plan.flow_band import Band, Flow, Node, lay_bands, stack_nodes
from placeplan.plan.number_words import say_count
from placeplan.plan.results_table import find_weakest

KIND_WORDS: Final[Mapping[str, str]] = {
    "within": "Residents treated here",
    "out": "Residents treated elsewhere",
    "in": "Others treated here",
    "beyond": "Others treated elsewhere",
}
OUTSIDE: Final = "People from outside"
ELSEWHERE: Final = "Elsewhere"


@dataclass(frozen=True, slots=True)
class _Sheet:
    """How large the picture is.

    Bands run from 0 to 1, `margin` is the room for names at each side, and `letters`
    what a line of a name has room for.
    """

    width: int
    height_each: int
    margin: float
    letters: int
    columns: int
    font_size: int


_DESK: Final = _Sheet(620, 26, 0.55, 200, 2, 12)
_PHONE: Final = _Sheet(340, 40, 1.4, 20, 1, 11)
_LINE_HEIGHT: Final = 12


def draw_flows(
    flows: pl.DataFrame, names: Mapping[str, str] = NO_NAMES
) -> Figure | None:
    """Show flows as bands from places at the left to providers or sites at the right.

    Parameters
    ----------
    flows : DataFrame
        Of `placeplan.capacity.list_flows`, of one year and pod, or of
        `list_option_flows`.
    names : mapping of str to str
        Names of places, providers and sites for readers.

    Returns
    -------
    Figure or None
        None when nothing flows.
    """
    moved = _gather(flows.filter(pl.col("value") > 0), names)
    if moved.is_empty():
        return None
    unit = flows["unit"][0]
    table = moved.select(
        pl.col("place").alias("People of"),
        pl.col("end").alias("Treated at"),
        pl.col("kind").replace(dict(KIND_WORDS)).alias("What they are"),
        pl.col("value").round(1).alias(unit[:1].upper() + unit[1:]),
        (100 * pl.col("value") / pl.col("of_place"))
        .round(1)
        .alias("Percent of the place"),
    )
    title, status = "Where people are treated", find_weakest(flows)
    finding = _say(moved, unit)
    charts = _draw(moved, _DESK), _draw(moved, _PHONE)
    return Figure("flows", title, finding, charts[0], table, status, charts[1])


def _gather(flows: pl.DataFrame, names: Mapping[str, str]) -> pl.DataFrame:
    """Sum flows between two nodes, named; places and ends from large to small."""
    ends = "site" if "site" in flows.columns else "provider"
    whole = pl.col("value").sum()
    order = {
        "comes_in": False,
        "of_place": True,
        "place": False,
        "leaves": False,
        "of_end": True,
        "end": False,
    }
    return (
        flows.group_by(
            pl.col("place").replace(dict(names)).fill_null(OUTSIDE),
            pl.col(ends).replace(dict(names)).fill_null(ELSEWHERE).alias("end"),
            "kind",
            maintain_order=True,
        )
        .agg(whole)
        .with_columns(
            of_place=whole.over("place"),
            of_end=whole.over("end"),
            comes_in=pl.col("kind").is_in(["in", "beyond"]),
            leaves=pl.col("kind").is_in(["out", "beyond"]),
        )
        .sort(list(order), descending=list(order.values()))
    )


def _draw(moved: pl.DataFrame, sheet: _Sheet) -> alt.TopLevelMixin:
    places = dict(moved.select("place", "of_place").rows())
    by_size = moved.sort("leaves", "of_end", "end", descending=[False, True, False])
    ends = dict(by_size.select("end", "of_end").rows())
    left, right = stack_nodes(places), stack_nodes(ends)
    flows = [Flow(*row) for row in moved.select("place", "end", "kind", "value").rows()]
    x = alt.X(
        "x:Q", axis=None, scale=alt.Scale(domain=[-sheet.margin, 1 + sheet.margin])
    )
    layers = [
        _draw_bands(lay_bands(flows, left, right), x, sheet),
        *_draw_nodes(left, x, "right", sheet),
        *_draw_nodes(right, x, "left", sheet),
    ]
    height = sheet.height_each * max(len(left), len(right), 8)
    return alt.layer(*layers).properties(width=sheet.width, height=height)


def _draw_bands(bands: Sequence[Band], x: alt.X, sheet: _Sheet) -> alt.Chart:
    points = [
        {"x": at, "low": low, "high": high, "flow": flow, "kind": KIND_WORDS[kind]}
        for flow, band in enumerate(bands)
        for kind in [band.flow.kind]
        for at, low, high in band.list_points()
    ]
    there = {band.flow.kind for band in bands}
    kinds = [kind for kind in KIND_WORDS if kind in there]
    colours = dict(zip(KIND_WORDS, COLOURS, strict=False))
    chart: alt.Chart = (
        alt.Chart(_hold(points))
        .mark_area(opacity=0.6)
        .encode(
            x=x,
            y=alt.Y("low:Q", axis=None),
            y2="high:Q",
            detail="flow:N",
            color=alt.Color(
                "kind:N",
                title=None,
                scale=alt.Scale(
                    domain=[KIND_WORDS[kind] for kind in kinds],
                    range=[colours[kind] for kind in kinds],
                ),
                legend=alt.Legend(orient="top", columns=sheet.columns, labelLimit=300),
            ),
        )
    )
    return chart


def _draw_nodes(
    nodes: Sequence[Node], x: alt.X, align: Literal["left", "right"], sheet: _Sheet
) -> list[alt.Chart]:
    """Draw bars at one side, and the names beside them."""
    at = 0.0 if align == "right" else 1.0
    half_a_line = nodes[0].high / (sheet.height_each * len(nodes)) * _LINE_HEIGHT / 2
    rows = []
    for node in nodes:
        name = f"{node.name} {say_count(node.high - node.low)}"
        lines = wrap(name, sheet.letters)
        first = (node.low + node.high) / 2 + (len(lines) - 1) * half_a_line
        row = {"x": at, "low": node.low, "high": node.high}
        rows.append({**row, "first": first, "name": lines})
    chart = alt.Chart(_hold(rows))
    bars = chart.mark_rule(strokeWidth=5, color=INK).encode(
        x=x, y=alt.Y("low:Q", axis=None), y2="high:Q"
    )
    words = chart.mark_text(
        align=align,
        dx=-8 if align == "right" else 8,
        fontSize=sheet.font_size,
        lineHeight=_LINE_HEIGHT,
        color=INK,
    ).encode(x=x, y=alt.Y("first:Q", axis=None), text="name:N")
    return [bars, words]


def _hold(rows: list[dict[str, Any]]) -> alt.Data:
    made: alt.Data = alt.Data(values=rows)  # type: ignore[no-untyped-call] # Altair's
    return made


def _say(moved: pl.DataFrame, unit: str) -> str:
    sums = dict(
        moved.group_by("kind", maintain_order=True).agg(pl.col("value").sum()).rows()
    )
    here, out, came = (sums.get(kind, 0.0) for kind in ("within", "out", "in"))
    residents = here + out
    parts = []
    if residents:
        parts.append(
            f"Of {say_count(residents)} {unit} of residents {say_count(out)} "
            f"({100 * out / residents:.1f} %) are treated elsewhere"
        )
    if came:
        parts.append(f"{say_count(came)} of other people are treated here")
    text = "; ".join(parts) or "Nobody of the area, and nobody in it, is treated"
    return f"{text}."
