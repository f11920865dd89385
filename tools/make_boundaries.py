"""Write the thirteen districts' boundaries from the official super-generalised file.

    python tools/make_boundaries.py --official DIR [--out examples/kent-medway]

Coordinates are rounded to three decimals (about 100 m) and repeated points dropped.
Nothing else is simplified: neighbours share the points of their border in the official
file, and the same rounding keeps them shared, so that no gap or overlap opens. Outer
rings run clockwise, as drawing on a sphere expects.
"""

import argparse
import json
from pathlib import Path
from typing import Any

from places_codes import DISTRICTS

Ring = list[list[float]]
DECIMALS = 3
LEAST_POINTS = 4  # a triangle and its return; smaller islands vanish in rounding
ATTRIBUTION = (
    "Source: Office for National Statistics, licensed under the Open Government "
    "Licence v3.0. Contains OS data, Crown copyright and database right 2024."
)


def round_ring(ring: Ring) -> Ring:
    """Round each point and drop one that repeats the point before it."""
    rounded: Ring = []
    for point in ring:
        here = [round(value, DECIMALS) for value in point[:2]]
        if not rounded or here != rounded[-1]:
            rounded.append(here)
    return rounded


def round_shape(geometry: dict[str, Any]) -> dict[str, Any]:
    """Round a polygon or several; islands that vanish are left out."""
    shapes = geometry["coordinates"]
    polygons = [shapes] if geometry["type"] == "Polygon" else shapes
    kept = []
    for polygon in polygons:
        rings = [round_ring(ring) for ring in polygon]
        if len(rings[0]) >= LEAST_POINTS:
            kept.append([ring for ring in rings if len(ring) >= LEAST_POINTS])
    return {"type": "MultiPolygon", "coordinates": kept}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--official", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path("examples/kent-medway"))
    arguments = parser.parse_args()
    path = arguments.official / "geography"
    official = json.loads(
        (path / "LAD24_BSC_boundaries_KM_and_neighbours.geojson").read_text("utf-8")
    )
    features: list[dict[str, Any]] = [
        {
            "type": "Feature",
            "id": DISTRICTS[code][0],
            "properties": {
                "place": DISTRICTS[code][0],
                "name": feature["properties"]["LAD24NM"],
                "gss_code": code,
            },
            "geometry": round_shape(feature["geometry"]),
        }
        for feature in official["features"]
        if (code := feature["properties"]["LAD24CD"]) in DISTRICTS
    ]
    collection = {
        "type": "FeatureCollection",
        "attribution": ATTRIBUTION,
        "source": "ons-lad24-bsc",
        "status": "derived",
        "features": sorted(features, key=lambda feature: feature["id"]),
    }
    out = arguments.out / "places" / "boundaries.geojson"
    out.write_text(json.dumps(collection, separators=(",", ":")) + "\n", "utf-8")
    print(f"{len(features)} districts, {out.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
