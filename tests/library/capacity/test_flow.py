"""Flows: residents treated elsewhere, others treated here, nobody lost."""

import polars as pl
import pytest

from placeplan.capacity import list_flows, sum_flows
from placeplan.reference import STATUS


@pytest.fixture
def activity():
    rows = [
        # place, provider, site, measure, value, status
        ("dover", "ekhuft", "qeqm", "activity", 50.0, "published"),
        ("dover", "ekhuft", "william-harvey", "activity", 20.0, "derived"),
        ("dover", "london", None, "activity", 30.0, "derived"),
        ("swale", "mft", "medway-maritime", "activity", 40.0, "derived"),
        (None, "ekhuft", "qeqm", "activity", 10.0, "illustrative"),
        (None, "london", None, "activity", 5.0, "derived"),
        ("dover", "ekhuft", "qeqm", "bed_days", 999.0, "derived"),
    ]
    schema = {
        "place": pl.String,
        "provider": pl.String,
        "site": pl.String,
        "measure": pl.String,
        "value": pl.Float64,
        "status": STATUS,
    }
    return pl.DataFrame(rows, schema=schema, orient="row").with_columns(
        year=pl.lit(2016), pod=pl.lit("emergency_spell"), unit=pl.lit("spells")
    )


def test_flows_run_from_places_to_providers(activity):
    flows = list_flows(activity, {"ekhuft", "mft"})
    columns = ["place", "provider", "kind", "value", "place_share", "end_share"]
    assert flows.select(columns).rows() == [
        (None, "ekhuft", "in", 10.0, 10 / 15, 10 / 80),
        (None, "london", "beyond", 5.0, 5 / 15, 5 / 35),
        ("dover", "ekhuft", "within", 70.0, 0.7, 70 / 80),
        ("dover", "london", "out", 30.0, 0.3, 30 / 35),
        ("swale", "mft", "within", 40.0, 1.0, 1.0),
    ]
    assert flows["status"].to_list()[2] == "derived"


def test_flows_to_sites_leave_work_without_a_site_elsewhere(activity):
    flows = list_flows(activity, {"qeqm"}, ends="site")
    assert flows.select("place", "site", "kind", "value").rows() == [
        (None, None, "beyond", 5.0),
        (None, "qeqm", "in", 10.0),
        ("dover", None, "out", 30.0),
        ("dover", "qeqm", "within", 50.0),
        ("dover", "william-harvey", "out", 20.0),
        ("swale", "medway-maritime", "out", 40.0),
    ]


def test_every_contact_is_in_one_flow(activity):
    total = activity.filter(pl.col("measure") == "activity")["value"].sum()
    assert list_flows(activity, {"mft"})["value"].sum() == total


def test_sums_tell_those_treated_elsewhere_from_those_who_come(activity):
    sums = sum_flows(list_flows(activity, {"ekhuft", "mft"}))
    assert sums.select("kind", "value", "status").rows() == [
        ("beyond", 5.0, "derived"),
        ("in", 10.0, "illustrative"),
        ("out", 30.0, "derived"),
        ("within", 110.0, "derived"),
    ]


def test_a_place_without_work_has_no_share(activity):
    nothing = activity.with_columns(value=pl.lit(0.0))
    assert list_flows(nothing, {"mft"})["place_share"].to_list() == [None] * 5
