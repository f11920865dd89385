"""Boundaries of the thirteen districts."""

import itertools
import json
from pathlib import Path

EXAMPLE = Path(__file__).parents[3] / "examples" / "kent-medway"


def read_boundaries():
    return json.loads((EXAMPLE / "places" / "boundaries.geojson").read_text("utf-8"))


def list_outer_rings(feature):
    return [polygon[0] for polygon in feature["geometry"]["coordinates"]]


def test_every_district_has_a_shape():
    ids = [feature["id"] for feature in read_boundaries()["features"]]
    assert len(ids) == 13
    assert ids == sorted(ids)


def test_file_is_small_and_says_whose_it_is():
    boundaries = read_boundaries()
    size = (EXAMPLE / "places" / "boundaries.geojson").stat().st_size
    assert size < 40_000
    assert boundaries["attribution"] == (
        "Source: Office for National Statistics, licensed under the Open Government "
        "Licence v3.0. Contains OS data, Crown copyright and database right 2024."
    )


def test_rings_close_and_run_clockwise():
    for feature in read_boundaries()["features"]:
        for ring in list_outer_rings(feature):
            assert ring[0] == ring[-1]
            pairs = itertools.pairwise(ring)
            assert sum((b[0] - a[0]) * (b[1] + a[1]) for a, b in pairs) >= 0


def test_neighbours_share_the_points_of_their_border():
    points = {
        feature["id"]: {
            tuple(point) for ring in list_outer_rings(feature) for point in ring
        }
        for feature in read_boundaries()["features"]
    }
    assert len(points["swale"] & points["medway"]) > 2
    assert len(points["maidstone"] & points["ashford"]) > 10
    assert not points["thanet"] & points["sevenoaks"]
