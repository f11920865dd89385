"""Boundaries: the outlines of districts, for a map, where a plan folder has them."""

import itertools
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from placeplan.errors import Fault, InputError
from placeplan.tables import load_file

BOUNDARIES_FILE: Final = "places/boundaries.geojson"
LIMIT_BYTES: Final = 2_000_000
_SHAPES: Final = frozenset({"Polygon", "MultiPolygon"})
_REMEDY: Final = "Write GeoJSON features with a property place, or take the file away."


def read_boundaries(folder: Path, places: Iterable[str]) -> Mapping[str, Any] | None:
    """Read the outlines of places, in degrees of longitude and latitude.

    Parameters
    ----------
    folder : Path
        A plan folder.
    places : iterable of str
        Places that an outline may be of.

    Returns
    -------
    mapping or None
        GeoJSON with ``features``, each with a property ``place``; None when the folder
        has no such file.

    Raises
    ------
    InputError
        The file is too large, is not GeoJSON, or shows a place that nobody knows.
    """
    if not (folder / BOUNDARIES_FILE).exists():
        return None
    loaded = load_file(BOUNDARIES_FILE, folder=folder, limit_bytes=LIMIT_BYTES)
    if isinstance(loaded, Fault):
        raise InputError([loaded])
    try:
        content = json.loads(loaded.content)
        features = content["features"]
        shown = [_name_place(feature) for feature in features]
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        fault = Fault(BOUNDARIES_FILE, "", "outlines of places", "others", _REMEDY)
        raise InputError([fault]) from error
    if unknown := sorted(set(shown) - set(places)):
        found = ", ".join(unknown[:5])
        fault = Fault(BOUNDARIES_FILE, "", "places of areas.csv", found, _REMEDY)
        raise InputError([fault])
    return {"type": "FeatureCollection", "features": features}


def _name_place(feature: Mapping[str, Any]) -> str:
    """Name the place of an outline that can be drawn."""
    geometry = feature["geometry"]
    if geometry["type"] not in _SHAPES:
        raise ValueError(geometry["type"])
    shapes = geometry["coordinates"]
    polygons = [shapes] if geometry["type"] == "Polygon" else shapes
    if not polygons or not all(polygons):
        raise ValueError("a shape without a ring")
    for ring in itertools.chain.from_iterable(polygons):
        _check_ring(ring)
    return str(feature["properties"]["place"])


def _check_ring(ring: list[list[float]]) -> None:
    if not ring:
        raise ValueError("a ring without a point")
    for longitude, latitude in ring:
        if not (-180 <= longitude <= 180 and -90 <= latitude <= 90):
            raise ValueError("a point that is not on the map")
