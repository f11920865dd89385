"""Figures say in words what they show, and hold the numbers that they draw."""

import re

import pytest

from factories.results import make_results, make_row
from placeplan.plan.beds_figure import draw_beds
from placeplan.plan.demand_figure import draw_demand
from placeplan.plan.figure import Figure
from placeplan.plan.gap_figure import draw_bridge, draw_gap
from placeplan.plan.people_figure import draw_ageing, draw_pyramid

NOTHING = make_results([make_row("births", 5)])


def _draw_ageing(results):
    return draw_ageing(results, base_year=2016)


EVERY = (draw_bridge, draw_gap, draw_pyramid, _draw_ageing, draw_demand, draw_beds)


@pytest.mark.parametrize("draw", EVERY)
def test_results_without_the_measure_have_no_figure(draw):
    assert draw(NOTHING) is None


@pytest.mark.parametrize("draw", EVERY)
def test_a_figure_is_drawn_the_same_twice(draw):
    figure = draw(make_results())

    assert isinstance(figure, Figure)
    assert figure.draw_svg() == figure.draw_svg()
    assert figure.draw_svg().startswith("<svg ")


@pytest.mark.parametrize("draw", EVERY)
def test_ids_within_a_drawing_belong_to_its_figure(draw):
    figure = draw(make_results())

    ids = re.findall(r'\bid="([^"]+)"', figure.draw_svg())
    assert [name for name in ids if not name.startswith(f"{figure.id}-")] == []


def test_the_bridge_says_what_the_plan_leaves():
    figure = draw_bridge(make_results())

    assert figure.finding == (
        "A gap of −£10 million becomes −£100 million if nothing changes; the plan "
        "closes £30 million of it and leaves −£70 million."
    )
    assert figure.status == "calibrated"
    assert figure.table["Pounds"].to_list()[-1] == -70e6


def test_results_of_one_scenario_have_a_gap_but_no_bridge():
    rows = [make_row("gap_pounds", -5e6, unit="pounds", organisation="km-stp")]
    results = make_results(rows)

    assert draw_bridge(results) is None
    assert draw_gap(results).finding == (
        "In 2016/17 the gap is: if nothing changes −£5 million."
    )


def test_the_gap_is_given_for_every_scenario():
    figure = draw_gap(make_results())

    assert figure.table.rows() == [
        ("2016/17", -10e6, -10e6),
        ("2017/18", -40e6, -40e6),
        ("2018/19", -100e6, -70e6),
    ]
    assert figure.finding == (
        "In 2018/19 the gap is: if nothing changes −£100 million; with the plan "
        "−£70 million."
    )


def test_the_pyramid_sets_the_last_year_beside_the_first():
    figure = draw_pyramid(make_results())

    assert figure.finding == "388 people in 2018, 4.3 % more than the 372 of 2016."
    assert figure.table.filter(Sex="male", Age="65-69").row(0)[2:] == (60.0, 64.0)
    assert figure.status == "derived"


def test_ages_of_the_pyramid_stand_in_their_order():
    bands = ["5-9", "10-14", "0-4", "90+"]
    rows = [
        make_row("population", 1, year=year, place="dell", sex="male", age_band=band)
        for year in (2016, 2018)
        for band in bands
    ]

    figure = draw_pyramid(make_results(rows))

    assert figure.table["Age"].to_list() == ["0-4", "5-9", "10-14", "90+"]


def test_ageing_is_counted_from_the_base_year():
    figure = draw_ageing(make_results(), base_year=2016)

    assert figure.finding == (
        "From 2016 to 2018, people 85 and over: 66.7 % more; 65 to 84: 6.7 % more; "
        "under 65: 0.0 % more."
    )
    assert figure.table.row(-1) == (2018, 20.0, 128.0, 240.0)


def test_demand_names_what_grows_most_and_least():
    figure = draw_demand(make_results())

    assert figure.finding == (
        "From 2016/17 to 2018/19: Emergency hospital spells, 2.7 % more; A&E "
        "attendances, major departments (type 1), 0.0 % more."
    )
    assert figure.table.row(0) == (
        "Emergency hospital spells",
        "spells",
        3000,
        3080,
        2.7,
    )


def test_beds_are_counted_where_they_are_short():
    figure = draw_beds(make_results())

    assert figure.finding == (
        "In 2018/19, 2 of 2 sites need more beds than they have, 8 between them."
    )
    assert figure.table.rows() == [
        ("medway-maritime", 210.0, 208.0, -2.0),
        ("qeqm", 110.0, 104.0, -6.0),
    ]
