"""What moves the gap adds up, to the penny, to how far it moved."""

import polars as pl
import pytest

from factories.money_factory import TINY_ACTIVITY, make_activity, make_tables
from placeplan.money import DRIVERS, project_money

YEARS = [2016, 2017, 2018]


def _project(activity=TINY_ACTIVITY, **changed):
    return project_money(
        make_tables(**changed),
        activity,
        base_year=2016,
        years=YEARS,
        with_solutions=False,
    )


def _drivers(results, year):
    rows = results.filter(pl.col("year") == year)
    values = dict(rows.select("measure", "value").rows())
    return {name: values[f"driver_{name}_pounds"] for name in DRIVERS}


def _use(pod, year, growth_share):
    return (pod, year, year, growth_share, growth_share, growth_share)


def test_nothing_has_moved_in_the_base_year():
    assert _drivers(_project(), 2016) == dict.fromkeys(DRIVERS, 0.0)


def test_people_and_prices_share_what_both_caused():
    # North: 50 spells at £100 become 55 at £110: £1,050 more, £525 each. South: 30 at
    # £100 become 30 at £110: £300 of price. Contacts: 30 at £10 become 40 at £11: £105
    # of people, £35 of price. Fixed cost: £200 of price, and £30 of policy that ends.
    assert _drivers(_project(), 2017) == {
        "demographic": -630.0,
        "non_demographic": 0.0,
        "price": -1_060.0,
        "policy": 30.0,
        "income": 500.0,
    }


def test_use_by_like_people_is_told_from_more_people():
    # All growth of northern spells is use: 50 become 55 with a use index of 1.1. Its
    # £1,050 is shared by use and price. South has 30 spells all the same, so people
    # must have fallen to 30 / 1.1, and use has made up for it.
    drivers = _drivers(_project(growth=[_use("spell", 2017, 0.1)]), 2017)

    fewer = 30 / 1.1
    south_people = (fewer - 30) * 100 * (2 + 1.1 + 1.1 + 2 * 1.1 * 1.1) / 6
    # £105 of contacts is people; south's people are what is left of their change.
    assert drivers["demographic"] == pytest.approx(-(105 + south_people), abs=0.02)
    assert sum(drivers.values()) == pytest.approx(-1_160.0)


def test_a_place_that_has_stopped_giving_care_counts_as_fewer_people():
    # Southern spells are gone by 2018: £3,000 in 2016, nothing in 2018.
    only = TINY_ACTIVITY.filter(pl.col("pod") == "spell", pl.col("place") == "south")
    gone = pl.concat(
        [only, make_activity([(2018, "south", "trust-b", "contact", 0.0)])]
    )

    drivers = _drivers(_project(gone), 2018)

    # 30 spells at £100 end while prices rise by 1.32 and policy by 1.05 (Shapley).
    end = 30 * 100 * (2 + 1.32 + 1.05 + 2 * 1.32 * 1.05) / 6
    assert drivers["demographic"] == pytest.approx(end - 70.5, abs=0.01)


def test_use_that_has_ended_leaves_people_as_they_were():
    activity = TINY_ACTIVITY.with_columns(
        pl.when(pl.col("year") == 2017)
        .then(0.0)
        .otherwise(pl.col("value"))
        .alias("value")
    )
    ended = [_use(pod, 2017, -1.0) for pod in ("spell", "contact")]

    drivers = _drivers(_project(activity, growth=ended), 2017)

    # £8,300 of care ends; half the effect of prices that rose meanwhile goes with it.
    assert drivers["demographic"] == 0.0
    assert drivers["non_demographic"] == 8_300 * 1.05
    assert drivers["price"] == -8_300 * 0.05 - 200


def test_drivers_sum_to_the_change_of_the_gap():
    results = _project(growth=[_use("contact", 2018, 0.37)])
    gap = dict(
        results.filter(pl.col("measure") == "gap_pounds").select("year", "value").rows()
    )

    for year in YEARS:
        moved = sum(round(value * 100) for value in _drivers(results, year).values())
        assert moved == round((gap[year] - gap[2016]) * 100)


def test_a_plan_without_fixed_cost_has_drivers_all_the_same():
    drivers = _drivers(_project(fixed_cost=[]), 2017)

    assert drivers["policy"] == 0.0
    assert drivers["price"] == -860.0


def test_a_fixed_cost_that_ends_stays_ended():
    costs = [(2016, "system", "policy", 30.0, False)]

    results = _project(fixed_cost=costs)

    policy = [_drivers(results, year)["policy"] for year in (2016, 2017)]
    assert policy == [0.0, 30.0]
