"""Options of a made-up isle: three candidates, one neighbour, sums by hand."""

import numpy as np
import polars as pl
import pytest

from factories.option_factory import make_tables
from placeplan.capacity import (
    compare_options,
    fit_huff,
    list_option_flows,
    list_option_sites,
    list_options,
    list_questions,
)


def compare(**choices):
    (question,) = list_questions(make_tables(**choices))
    return compare_options(question)


def find(compared, option):
    return list_options(compared).row(
        by_predicate=pl.col("option") == option, named=True
    )


def test_every_score_of_one_option_by_hand():
    # north and south open: hill goes 10 minutes to north; dale has 40 to north, south
    # and over the border, and goes to the first; coast goes 10 to south.
    row = find(compare(), "north + south")
    assert row["mean_minutes"] == pytest.approx((400 * 10 + 300 * 40 + 500 * 10) / 1200)
    assert row["worst_minutes"] == 40.0
    assert row["within_30_share"] == pytest.approx(900 / 1200)
    assert row["within_45_share"] == 1.0
    assert row["within_60_share"] == 1.0
    # north 400 + 300, south 500; people from abroad keep to over
    assert row["sites_above_floor"] == 2.0
    assert row["smallest_cases"] == 500.0
    assert row["least_headroom"] == 700.0 - 700.0
    # today, without south, coast goes over the border: 500 more than now
    assert row["neighbour_cases"] == -500.0
    assert row["residents_elsewhere_share"] == 0.0
    fifths = [row[f"mean_minutes_fifth_{fifth}"] for fifth in range(1, 6)]
    assert fifths == [10.0, None, 40.0, None, 10.0]
    assert row["deprivation_minutes"] == 0.0
    assert row["status"] == "illustrative"


def test_today_sends_the_coast_over_the_border():
    row = find(compare(), "middle + north")
    assert row["is_now"]
    assert row["residents_elsewhere_share"] == pytest.approx(500 / 1200)
    assert row["neighbour_cases"] == 0.0
    assert row["deprivation_minutes"] == 10.0 - 20.0


def test_the_front_says_why_the_rest_is_off_it():
    table = list_options(compare())
    assert table.select("option", "front", "beaten_by").rows() == [
        ("middle + south", True, None),
        ("middle + north", False, "middle + south"),
        ("north + south", False, "middle + south"),
    ]
    first, second, third = table["words"]
    assert first == (
        "Nothing else is as good on mean travel, travel from the farthest area and "
        "cases at the smallest site and better on one of them."
    )
    assert second == (
        "middle + south is better: mean travel (15.8 against 16.7); cases at the "
        "smallest site (500.0 against 300.0)."
    )
    assert third == (
        "middle + south is better: mean travel (15.8 against 17.5); travel from the "
        "farthest area (20.0 against 40.0)."
    )


def test_stated_goals_decide_what_is_on_the_front():
    table = list_options(compare(goals=("deprivation_minutes",)))
    assert table.filter("front")["option"].to_list() == ["middle + north"]
    assert table["goals"].unique().to_list() == ["deprivation_minutes"]
    words = table["words"].to_list()[0]
    assert words.startswith("Nothing else is as good on longer travel of the most")


def test_shares_among_goals_are_told_in_percent():
    table = list_options(compare(goals=("within_30_share",)))
    said = table.filter(pl.col("option") == "north + south")["words"].item()
    assert said == (
        "middle + south is better: cases within 30 minutes (100.0% against 75.0%)."
    )


def test_today_stands_beside_answers_that_it_is_not_one_of():
    compared = compare(fewest=1, most=1)
    table = list_options(compared)
    now = table.row(by_predicate=pl.col("is_now"), named=True)
    assert (now["option"], now["front"], now["beaten_by"]) == (
        "middle + north",
        False,
        None,
    )
    assert now["words"] == (
        "As it is today: no answer, as the question asks for another number."
    )
    assert compared.say_how() == (
        "All 3 ways to open the sites asked for were compared."
    )


def test_huff_by_hand():
    # hill: sizes over minutes 1/10, 2/40, 1/50 with north and south open
    row = find(compare(choice="huff"), "north + south")
    odds = {"hill": (0.1, 0.05, 0.02), "dale": (0.025, 0.05, 0.025)}
    odds["coast"] = (1 / 60, 0.2, 0.05)
    minutes = {"hill": (10, 40, 50), "dale": (40, 40, 40), "coast": (60, 10, 20)}
    mean = {
        area: sum(w * t for w, t in zip(odds[area], minutes[area], strict=True))
        / sum(odds[area])
        for area in odds
    }
    assert row["mean_minutes"] == pytest.approx(
        (400 * mean["hill"] + 300 * mean["dale"] + 500 * mean["coast"]) / 1200
    )
    assert row["worst_minutes"] == pytest.approx(40.0)
    over = sum(
        cases * odds[area][2] / sum(odds[area])
        for area, cases in (("hill", 400), ("dale", 300), ("coast", 500))
    )
    assert row["residents_elsewhere_share"] == pytest.approx(over / 1200)


def test_exponents_left_out_are_fitted_to_flows_between_sites_that_were_open():
    (question,) = list_questions(make_tables(choice="huff", exponents=(0.5, None)))
    assert question.fit is not None
    assert question.fit.rule == question.rule
    assert question.rule.size_exponent == 0.5
    flows = np.array([[300.0, 100, 0], [0, 240, 60], [0, 125, 375]])
    minutes = np.array([[10.0, 20, 50], [40, 20, 40], [60, 40, 20]])
    alone = fit_huff(flows, np.ones(3), minutes, size_exponent=0.5)
    assert question.rule.travel_exponent == pytest.approx(alone.rule.travel_exponent)


def test_observed_shares_hold_where_nothing_changes():
    row = find(compare(choice="observed"), "middle + north")
    # hill 300 and 100; dale 240 and 60; coast 125 and 375 of 500
    mean = (300 * 10 + 100 * 20 + 240 * 20 + 60 * 40 + 125 * 40 + 375 * 20) / 1200
    assert row["mean_minutes"] == pytest.approx(mean)
    assert row["residents_elsewhere_share"] == pytest.approx((60 + 375) / 1200)


def test_sites_are_listed_under_the_front_and_today():
    sites = list_option_sites(compare())
    assert sites["option"].unique(maintain_order=True).to_list() == [
        "middle + south",
        "middle + north",
    ]
    columns = ["site", "open", "cases", "change_from_now", "headroom", "enough"]
    assert sites.select(columns).rows()[:4] == [
        ("middle", True, 700.0, 400.0, 300.0, True),
        ("north", False, 0.0, -400.0, None, None),
        ("over", True, 200.0, -500.0, None, None),
        ("south", True, 500.0, 500.0, 400.0, True),
    ]


def test_flows_of_an_option_run_from_wider_places():
    compared = compare()
    flows = list_option_flows(compared, compared.now)
    assert flows.select("place", "site", "kind", "value").rows() == [
        (None, "over", "beyond", 200.0),
        ("Shore", "over", "out", 500.0),
        ("Upland", "middle", "within", 300.0),
        ("Upland", "north", "within", 400.0),
    ]


def test_a_search_says_that_it_is_one():
    (question,) = list_questions(make_tables())
    compared = compare_options(question, most_compared=1)
    assert compared.was_searched
    assert compared.say_how() == (
        "3 of 3 ways were compared, by swaps from 24 starts: better ones may have been "
        "missed."
    )


def test_flows_by_odds_share_everyone_out():
    compared = compare(choice="huff")
    flows = list_option_flows(compared, compared.find_option("north + south"))
    upland = flows.filter(place="Upland", site="over")["value"].item()
    # hill 0.02 of 0.17 and dale 0.025 of 0.1, as in the sums of Huff by hand
    assert upland == pytest.approx(400 * 0.02 / 0.17 + 300 * 0.25)


def test_opening_none_leaves_the_neighbours():
    row = find(compare(fewest=0, most=0), "none")
    assert row["residents_elsewhere_share"] == 1.0
    assert row["smallest_cases"] is None


def test_many_options_are_worked_out_in_lots(monkeypatch):
    whole = list_options(compare(fewest=0, most=3))
    monkeypatch.setattr("placeplan.capacity.option._MOST_CELLS", 8)
    assert list_options(compare(fewest=0, most=3)).equals(whole)
