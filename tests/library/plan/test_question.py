"""What the results may be asked, and what they refuse to add up."""

import pytest

from factories.results import make_results, make_row
from placeplan.errors import PeriodError, QuestionError, UnknownNameError
from placeplan.plan.question import answer


def test_a_stock_by_year_sums_places_ages_and_sexes():
    found = answer(make_results(), "population", by=["year"])

    # 3 places' worth of 62 people, twice (sexes); 4 cells of old people, twice, grow.
    assert found.rows() == [
        (2016, 372.0, "people", "published"),
        (2017, 380.0, "people", "derived"),
        (2018, 388.0, "people", "derived"),
    ]


def test_a_stock_without_a_year_is_refused_with_the_years_that_there_are():
    with pytest.raises(QuestionError) as refusal:
        answer(make_results(), "population")

    assert str(refusal.value) == (
        "population is a count at a moment, so years are not added together. "
        "Ask by year, or where year is one of 2016 to 2018."
    )


def test_a_stock_where_the_year_is_held_is_one_number():
    found = answer(make_results(), "population", where={"year": 2017})

    assert found.rows() == [(380.0, "people", "derived")]


def test_a_year_may_be_written_as_a_financial_year():
    found = answer(make_results(), "gap_pounds", where={"year": "2018/19"})

    assert found["value"].item() == -100e6


def test_a_year_that_cannot_be_is_refused():
    with pytest.raises(PeriodError) as refusal:
        answer(make_results(), "gap_pounds", where={"year": "2018/20"})

    assert str(refusal.value) == "'2018/20' is no financial year. Write 2018/19."


def test_a_stock_where_two_years_are_held_is_refused():
    with pytest.raises(QuestionError):
        answer(make_results(), "population", where={"year": [2016, 2017]})


def test_a_stock_that_has_one_year_alone_needs_none():
    results = make_results([make_row("catchment_people", 5, place="cl-east")])

    assert answer(results, "catchment_people").rows() == [(5.0, "people", "published")]


def test_a_flow_is_summed_over_years():
    found = answer(make_results(), "gap_pounds")

    assert found.rows() == [(-150e6, "pounds", "calibrated")]


def test_the_scenario_is_do_nothing_unless_another_is_asked_for():
    results = make_results()
    year = {"year": 2018}

    nothing = answer(results, "gap_pounds", where=year)["value"].item()
    plan = answer(results, "gap_pounds", where=year, scenario="plan")["value"].item()
    held = answer(results, "gap_pounds", where=year | {"scenario": "plan"})

    assert (nothing, plan, held["value"].item()) == (-100e6, -70e6, -70e6)


def test_by_scenario_gives_every_scenario():
    found = answer(make_results(), "gap_pounds", by=["scenario"], where={"year": 2018})

    assert found.rows() == [
        ("do_nothing", -100e6, "pounds", "calibrated"),
        ("plan", -70e6, "pounds", "calibrated"),
    ]


def test_scenarios_are_never_added_together():
    with pytest.raises(QuestionError) as refusal:
        answer(make_results(), "gap_pounds", where={"scenario": ["do_nothing", "plan"]})

    assert str(refusal.value) == (
        "Scenarios are never added together. Ask by scenario, or for one of them."
    )


def test_different_units_are_never_added_together():
    found = answer(make_results(), "activity", where={"year": 2016})

    assert found.rows() == [
        (15000.0, "attendances", "calibrated"),
        (3000.0, "spells", "calibrated"),
    ]


def test_several_values_of_an_axis_are_any_of_them():
    found = answer(
        make_results(),
        "beds_needed",
        by=["site"],
        where={"year": 2018, "site": ["medway-maritime", "qeqm"]},
    )

    assert found.rows() == [
        ("medway-maritime", 210.0, "beds", "published"),
        ("qeqm", 110.0, "beds", "published"),
    ]


def test_an_unknown_measure_is_refused_with_those_there_are():
    results = make_results([make_row("births", 5), make_row("deaths", 3)])

    with pytest.raises(UnknownNameError) as refusal:
        answer(results, "bearths")

    expected = "There is no measure 'bearths'. Use one of: births, deaths."
    assert str(refusal.value) == expected


def test_an_unknown_axis_is_refused_with_those_there_are():
    with pytest.raises(UnknownNameError) as refusal:
        answer(make_results(), "population", by=["town"])

    assert refusal.value.noun == "axis"
    assert refusal.value.name == "town"


def test_an_axis_that_the_measure_lacks_is_refused_with_those_it_has():
    with pytest.raises(QuestionError) as refusal:
        answer(make_results(), "gap_pounds", by=["place"])

    assert str(refusal.value) == (
        "gap_pounds is not told apart by place. It can be asked by: "
        "scenario, year, organisation."
    )


def test_an_unknown_value_is_refused_with_those_there_are():
    with pytest.raises(UnknownNameError) as refusal:
        answer(make_results(), "population", by=["year"], where={"place": "duver"})

    expected = "There is no place 'duver'. Use one of: ashford, dover."
    assert str(refusal.value) == expected


def test_an_unknown_scenario_is_refused():
    with pytest.raises(UnknownNameError) as refusal:
        answer(make_results(), "gap_pounds", scenario="miracle")

    expected = "There is no scenario 'miracle'. Use one of: do_nothing, plan."
    assert str(refusal.value) == expected


def test_an_axis_asked_twice_stands_once():
    found = answer(make_results(), "gap_pounds", by=["year", "year"])

    assert found.columns == ["year", "value", "unit", "status"]
