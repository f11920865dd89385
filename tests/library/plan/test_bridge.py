"""The bridge from the gap of the base year to what the plan leaves."""

import pytest

from factories.results import list_rows, make_results, make_row
from placeplan.errors import QuestionError
from placeplan.plan.bridge import build_bridge, find_bridge_year


def test_steps_lead_from_total_to_total():
    bridge = build_bridge(make_results())

    assert bridge.select("step", "kind", "value_pounds").rows() == [
        ("Gap in 2016/17", "total", -10e6),
        ("More and older people", "driver", -22.5e6),
        ("Pay and prices", "driver", -67.5e6),
        ("2018/19 if nothing changes", "total", -100e6),
        ("Back office", "solution", 10e6),
        ("Local care", "solution", 20e6),
        ("Left after solutions", "total", -70e6),
    ]


def test_each_step_hangs_where_the_one_before_it_ended():
    bridge = build_bridge(make_results())

    assert bridge.select("from_pounds", "to_pounds").rows() == [
        (0.0, -10e6),
        (-10e6, -32.5e6),
        (-32.5e6, -100e6),
        (0.0, -100e6),
        (-100e6, -90e6),
        (-90e6, -70e6),
        (0.0, -70e6),
    ]


def test_another_year_has_no_solution_and_leaves_the_whole_gap():
    bridge = build_bridge(make_results(), year=2017)

    assert bridge.filter(kind="solution").height == 0
    assert bridge["value_pounds"][-1] == -40e6


def test_the_year_is_the_last_in_which_a_solution_saves():
    assert find_bridge_year(make_results()) == 2018


def test_without_solutions_the_year_is_the_last_of_the_gap():
    rows = [row for row in list_rows() if row["measure"] != "solution_pounds"]
    results = make_results([row for row in rows if row["year"] < 2018])

    assert find_bridge_year(results) == 2017
    assert build_bridge(results)["value_pounds"].to_list() == [
        -10e6,
        -7.5e6,
        -22.5e6,
        -40e6,
        -40e6,
    ]


def test_a_gap_of_nothing_is_a_gap():
    rows = [
        make_row("gap_pounds", 0, unit="pounds", year=year, organisation="km-stp")
        for year in (2016, 2017)
    ]

    assert find_bridge_year(make_results(rows)) == 2017


def test_results_without_money_have_no_bridge():
    with pytest.raises(QuestionError) as refusal:
        find_bridge_year(make_results([make_row("births", 5)]))

    expected = "These results hold no gap: the plan folder has no money."
    assert str(refusal.value) == expected


def test_a_year_that_the_results_lack_is_refused_with_those_they_have():
    rows = [row for row in list_rows() if row["measure"] == "gap_pounds"]

    with pytest.raises(QuestionError) as refusal:
        build_bridge(make_results(rows), year=2030)

    assert str(refusal.value) == (
        "These results hold no gap of do_nothing in 2030/31. "
        "Ask for a year from 2016 to 2018."
    )
