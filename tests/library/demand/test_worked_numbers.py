"""The worked numbers of the national demand model, each through our own functions."""

import pytest

from factories.demand_factory import make_people, make_tables
from factories.factor_factory import YEARS
from placeplan.demand import compound_growth, project_activity


def _project(people_factor, growth):
    """Outpatients of 100 in the base year, with more people and growth of use."""
    people = make_people(
        {
            (year, "p1", "female", 30): 1000.0 * (people_factor if year == 2018 else 1)
            for year in YEARS
        }
    )
    tables = make_tables(
        activity_base=[
            ("outpatient_first", "p1", "mft", None, "female", "0+", 100.0, 0.0)
        ],
        growth=[("outpatient_first", 2018, 2018, growth, growth, growth)],
    )
    frame = project_activity(tables, people, base_year=2016, years=YEARS)
    return frame.filter(year=2018)["value"].item()


@pytest.mark.parametrize(
    ("people_factor", "growth", "expected"),
    [(1.09, 0.02, 111.18), (1.2, 0.02, 122.4)],
)
def test_growth_of_people_and_of_use_multiply(people_factor, growth, expected):
    assert _project(people_factor, growth) == pytest.approx(expected)


def test_growth_of_use_compounds():
    assert compound_growth([0.03, 0.0057, 0.0217]) == pytest.approx(1.0583, abs=5e-5)


def test_a_catchment_is_each_districts_people_by_their_share():
    # 100 people x 50 % + 200 x 10 % = 70: activity of both districts at one provider.
    shares = {"p1": (100.0, 0.5), "p2": (200.0, 0.1)}
    people = make_people(
        {
            (year, place, "female", 30): count
            for year in YEARS
            for place, (count, _) in shares.items()
        }
    )
    cells = [
        ("day_case", place, provider, None, "female", "0+", count * share, 0.0)
        for place, (count, own) in shares.items()
        for provider, share in (("mft", own), ("other", 1 - own))
    ]
    frame = project_activity(
        make_tables(activity_base=cells), people, base_year=2016, years=[2016]
    )

    assert frame.filter(provider="mft")["value"].sum() == 70.0
    assert frame["value"].sum() == 300.0
