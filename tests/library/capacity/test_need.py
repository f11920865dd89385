"""Need is added up over all rows that share their keys, whatever their order."""

import polars as pl
import pytest

from placeplan.capacity.need import sum_need
from placeplan.reference import STATUS

HOURS = pl.col("value") * pl.col("hours_each")

ACTIVITY = pl.DataFrame(
    [
        (2016, "ekhuft", "qeqm", "theatre", "dover", "activity", 30.0, "published"),
        (2016, "ekhuft", "qeqm", "theatre", "thanet", "activity", 50.0, "calibrated"),
        (2016, "ekhuft", "qeqm", "theatre", "thanet", "bed_days", 7.0, "published"),
        (2016, "ekhuft", "qeqm", "clinic", "dover", "activity", 11.0, "published"),
        (2016, "ekhuft", "qeqm", "ambulance", "dover", "activity", 900.0, "published"),
        (2017, "ekhuft", "qeqm", "theatre", "dover", "activity", 31.0, "published"),
    ],
    schema={
        "year": pl.Int32,
        "provider": pl.String,
        "site": pl.String,
        "pod": pl.String,
        "place": pl.String,
        "measure": pl.String,
        "value": pl.Float64,
        "status": STATUS,
    },
    orient="row",
)
STANDARDS = pl.DataFrame(
    [
        (2016, "theatre", 3.0, "derived"),
        (2016, "clinic", 0.5, "derived"),
        (2017, "theatre", 2.0, "illustrative"),
    ],
    schema={"year": pl.Int32, "pod": pl.String, "hours_each": float, "status": STATUS},
    orient="row",
)


@pytest.mark.parametrize("by", ["value", "pod", "place"])
@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (
            ["year", "pod"],
            [
                (2016, "clinic", 5.5, "derived"),
                (2016, "theatre", 240.0, "calibrated"),
                (2017, "theatre", 62.0, "illustrative"),
            ],
        ),
        (
            ["year", "site"],
            [
                (2016, "qeqm", 245.5, "calibrated"),
                (2017, "qeqm", 62.0, "illustrative"),
            ],
        ),
    ],
)
def test_need_is_summed_by_key_with_the_weakest_status(keys, expected, by):
    activity = ACTIVITY.sort(by, descending=True)

    assert sum_need(activity, STANDARDS, HOURS, keys).rows() == expected


def test_only_the_measure_that_is_asked_for_counts():
    needed = sum_need(ACTIVITY, STANDARDS, HOURS, ["year", "site"], measure="bed_days")

    assert needed.rows() == [(2016, "qeqm", 21.0, "derived")]
