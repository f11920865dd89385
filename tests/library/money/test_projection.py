"""Every money measure of a tiny plan, checked by hand."""

import polars as pl

from factories.money_factory import TINY_ACTIVITY, make_tables
from placeplan.money import project_money
from placeplan.money.projection import RESULT_SCHEMA

TABLES = make_tables()


def _project(*, with_solutions=False, years=(2016, 2017, 2018)):
    return project_money(
        TABLES,
        TINY_ACTIVITY,
        base_year=2016,
        years=years,
        with_solutions=with_solutions,
    )


def _values(results, measure):
    rows = results.filter(pl.col("measure") == measure)
    return rows.select("year", "organisation", "value").rows()


def test_the_frame_has_the_agreed_columns():
    assert dict(_project().schema) == dict(RESULT_SCHEMA)


def test_cost_income_and_gap_by_year():
    results = _project()

    assert _values(results, "cost_pounds") == [
        (2016, "system", 10_330.0),
        (2017, "system", 11_990.0),
        (2018, "system", 11_838.19),
    ]
    assert _values(results, "income_pounds") == [
        (2016, "system", 10_000.0),
        (2017, "system", 10_500.0),
        (2018, "system", 11_000.0),
    ]
    assert _values(results, "gap_pounds") == [
        (2016, "system", -330.0),
        (2017, "system", -1_490.0),
        (2018, "system", -838.19),
    ]


def test_recurrent_and_one_off_parts_of_the_gap():
    results = _project()

    recurrent = [value for *_, value in _values(results, "gap_recurrent_pounds")]
    once = [value for *_, value in _values(results, "gap_non_recurrent_pounds")]
    assert recurrent == [-300.0, -1_490.0, -827.94]
    assert once == [-30.0, 0.0, -10.25]


def test_outturn_keeps_its_own_year_and_organisations():
    assert _values(_project(), "outturn_pounds") == [
        (2015, "ccg-c", 1.4),
        (2015, "trust-a", -23.5),
        (2015, "trust-b", 3.0),
    ]


def test_solutions_are_there_only_with_the_plan():
    without, with_plan = _project(), _project(with_solutions=True)

    rows = with_plan.filter(pl.col("measure") == "solution_pounds")
    assert "solution_pounds" not in set(without["measure"])
    assert rows.select("year", "organisation", "initiative", "value").rows() == [
        (2017, None, "shared-ledger", 150.0),
        (2018, None, "land-sale", 40.0),
        (2018, None, "shared-ledger", 300.0),
    ]


def test_cost_income_and_drivers_do_not_depend_on_solutions():
    same = pl.col("measure").str.contains("^(cost|income|driver)")

    assert _project().filter(same).equals(_project(with_solutions=True).filter(same))


def test_years_that_were_not_asked_for_are_left_out():
    results = _project(years=[2018])

    assert _values(results, "gap_pounds") == [(2018, "system", -838.19)]


def test_a_gap_that_meets_the_published_one_is_calibrated_and_the_next_is_not():
    gap = _project().filter(pl.col("measure") == "gap_pounds")

    assert gap["status"].to_list() == ["calibrated", "derived", "derived"]


def test_a_residual_is_as_weak_as_its_solutions():
    tables = make_tables(
        solutions=[("hope", "enablers", 2017, 1.0, True, "us", "illustrative")]
    )
    results = project_money(
        tables, TINY_ACTIVITY, base_year=2016, years=[2016, 2017], with_solutions=True
    )

    gap = results.filter(pl.col("measure") == "gap_pounds")
    assert gap["status"].to_list() == ["calibrated", "illustrative"]


def test_every_number_is_in_pounds_and_has_a_status():
    results = _project(with_solutions=True)

    assert set(results["unit"]) == {"pounds"}
    assert results["status"].null_count() == 0
    assert results["value"].null_count() == 0


def test_rows_stand_in_order_of_measure_year_organisation_and_initiative():
    results = _project(with_solutions=True)

    keys = ["measure", "year", "organisation", "initiative"]
    assert results.equals(results.sort(keys))
