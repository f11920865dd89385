"""Cost is activity at its price, line by line, and what no activity carries."""

import polars as pl

from factories.money_factory import TINY_ACTIVITY, make_activity, make_tables
from placeplan.money import cost_activity, cost_fixed, index_growth, sum_cost

TABLES = make_tables()


def _cost(activity):
    indices = {
        f"{kind}_index": index_growth(
            TABLES["inflation"], kind=kind, base_year=2016, years=[2017, 2018]
        )
        for kind in ("price", "policy")
    }
    return cost_activity(activity, TABLES["prices"], **indices)


def test_a_line_costs_volume_times_price_times_both_indices():
    lines = _cost(TINY_ACTIVITY).filter(pl.col("provider") == "trust-a").sort("year")

    # 50 at £100; 55 at £110; 66 at £100 * 1.1 * 1.2 * 1.05 = £138.60
    assert lines["cost_pence"].to_list() == [500_000, 605_000, 914_760]


def test_only_activity_is_costed_since_bed_days_are_inside_the_spell():
    bed_days = TINY_ACTIVITY.with_columns(pl.lit("bed_days").alias("measure"))

    lines = _cost(pl.concat([TINY_ACTIVITY, bed_days]))

    assert lines.height == TINY_ACTIVITY.height


def test_years_without_an_index_are_left_out():
    other = make_activity([(2029, "north", "trust-a", "spell", 50.0)])

    assert _cost(other).height == 0


def test_axes_that_the_frame_lacks_are_left_out():
    lines = _cost(TINY_ACTIVITY.drop("place", "site"))

    assert lines.columns[:4] == ["year", "provider", "pod", "volume"]


def test_a_line_is_as_weak_as_the_weakest_of_its_parts():
    activity = make_activity(
        [
            (2016, "north", "trust-a", "spell", 1.0, "published"),
            (2016, "south", "trust-a", "spell", 1.0, "illustrative"),
        ]
    )

    assert sorted(_cost(activity)["status"]) == ["illustrative", "published"]


def test_cost_adds_up_by_year_with_one_off_cost_apart():
    total = sum_cost(_cost(TINY_ACTIVITY), cost_fixed(TABLES["fixed_cost"]))

    assert total.select("year", "cost_pence", "non_recurrent_pence").rows() == [
        (2016, 1_033_000, 3_000),
        (2017, 1_199_000, 0),
        (2018, 1_183_819, 1_025),
    ]


def test_cost_is_as_weak_as_its_weakest_line():
    tables = make_tables(
        fixed_cost=[(2016, "system", "level", 1.0, True, "us", "calibrated")]
    )

    total = sum_cost(_cost(TINY_ACTIVITY), cost_fixed(tables["fixed_cost"]))

    assert total["cost_status"].to_list() == ["calibrated", "derived", "derived"]
