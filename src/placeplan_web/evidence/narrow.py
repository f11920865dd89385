"""Figures for a phone: drawn as wide as its screen, so that their words stay readable.

A picture made for a desk shrinks to a third on a phone, and its words with it. Here the
same specification gets fewer columns, names on several lines, and its legend on top.
"""

import copy
from collections.abc import Iterable, Mapping
from textwrap import wrap
from typing import Any, Final

WIDTH: Final = 340
"""Of the whole picture, in pixels, where the screen of a phone has 375."""
LETTERS_A_LINE: Final = 22
LINE_HEIGHT: Final = 14
MOST_LINES: Final = 5
SHORT_LETTERS: Final = 8
"""Names no longer than this, such as ages, stand as they are."""
ROOM_FOR_NAMES: Final = 150
ROOM_FOR_NUMBERS: Final = 60
_SPLIT: Final = "split(datum.label, '\\n')"
_RAISED: Final = {
    "condition": [
        {
            "test": f"length({_SPLIT}) == {lines}",
            "value": -LINE_HEIGHT * (lines - 1) / 2,
        }
        for lines in range(2, MOST_LINES + 1)
    ],
    "value": 0,
}
"""Names on several lines begin higher, so that their middle stands beside the bar."""


def narrow(specification: Mapping[str, Any]) -> dict[str, Any]:
    """Give a Vega-Lite specification as a phone shows it; the numbers stay."""
    spec: dict[str, Any] = copy.deepcopy(dict(specification))
    legend = {"orient": "top", "direction": "vertical", "columns": 1}
    legend |= {"labelLimit": WIDTH, "labelFontSize": 12, "offset": 8}
    spec["config"] = spec.get("config", {})
    spec["config"]["legend"] = spec["config"].get("legend", {}) | legend
    if "facet" in spec and "columns" in spec:
        spec["columns"] = 1
    for unit in _list_units(spec):
        _narrow_unit(unit, spec.get("datasets", {}).values())
    _narrow_layers(spec)
    return spec


def _list_units(spec: dict[str, Any]) -> list[dict[str, Any]]:
    """List the parts of a specification that are drawn on axes of their own."""
    inner = [spec["spec"]] if "spec" in spec else spec.get("layer", [])
    return [unit for part in inner for unit in _list_units(part)] or [spec]


def _narrow_layers(spec: dict[str, Any]) -> None:
    """Let layers, which share one width, be as wide as the narrowest of them."""
    if "spec" in spec:
        _narrow_layers(spec["spec"])
    elif "layer" in spec:
        for part in spec["layer"]:
            _narrow_layers(part)
        widths = [part.pop("width", WIDTH) for part in spec["layer"]]
        spec["width"] = min(each for each in widths if isinstance(each, int))


def _narrow_unit(unit: dict[str, Any], datasets: Iterable[list[Any]]) -> None:
    encoding = unit.get("encoding", {})
    y, x = encoding.get("y", {}), encoding.get("x", {})
    room = ROOM_FOR_NUMBERS
    if y.get("type") == "nominal":
        lines = _wrap_names(y, datasets)
        if lines:
            room = ROOM_FOR_NAMES
            _make_room(unit, y, lines)
    elif "axis" in y and y["axis"] is None:
        room = 0
    has_axis = x.get("axis", {}) is not None
    if x.get("type") == "quantitative" and has_axis:
        x["axis"] = {"tickCount": 4} | (x.get("axis") or {})
    side_by_side = 2 if "column" in encoding else 1
    if not isinstance(unit.get("width"), dict):
        unit["width"] = (WIDTH - room) // side_by_side


def _wrap_names(y: dict[str, Any], datasets: Iterable[list[Any]]) -> int:
    """Write long names on several lines; give how many, or none if all are short."""
    field = y["field"]
    rows = [row for rows in datasets for row in rows if field in row]
    if max((len(str(row[field])) for row in rows), default=0) <= SHORT_LETTERS:
        return 0
    for row in rows:
        row[field] = _wrap(row[field])
    if isinstance(y.get("sort"), list):
        y["sort"] = [_wrap(name) for name in y["sort"]]
    return max(str(row[field]).count("\n") + 1 for row in rows)


def _make_room(unit: dict[str, Any], y: dict[str, Any], lines: int) -> None:
    """Let each bar be as high as the longest name beside it."""
    y["axis"] = (y.get("axis") or {}) | {
        "labelLimit": ROOM_FOR_NAMES,
        "labelExpr": _SPLIT,
        "labelFontSize": 12,
        "labelLineHeight": LINE_HEIGHT,
        "labelOffset": _RAISED,
    }
    y["scale"] = {"paddingInner": 0.3} | (y.get("scale") or {})
    height = unit.get("height")
    step = height.get("step", LINE_HEIGHT) if isinstance(height, dict) else LINE_HEIGHT
    bars = 2 if "yOffset" in unit["encoding"] else 1
    unit["height"] = {"step": max(step, (lines * LINE_HEIGHT + 4) // bars)}


def _wrap(name: object) -> str:
    return "\n".join(wrap(str(name), LETTERS_A_LINE)[:MOST_LINES]) or str(name)
