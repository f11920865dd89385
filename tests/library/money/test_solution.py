"""Planned solutions close what they state, and never more."""

import polars as pl

from factories.money_factory import TINY_ACTIVITY, make_tables
from placeplan.money import close_gap, list_solutions, project_money, sum_solutions

TABLES = make_tables()
LISTED = list_solutions(TABLES["solutions"], years=[2016, 2017, 2018])


def _gap(activity=TINY_ACTIVITY, *, with_solutions, **changed):
    results = project_money(
        make_tables(**changed),
        activity,
        base_year=2016,
        years=[2016, 2017, 2018],
        with_solutions=with_solutions,
    )
    return dict(
        results.filter(pl.col("measure") == "gap_pounds").select("year", "value").rows()
    )


def test_what_lasts_stands_apart_from_what_happens_once():
    assert LISTED.drop("status").rows() == [
        (2017, "shared-ledger", "productivity", 15_000, 0),
        (2018, "land-sale", "enablers", 0, 4_000),
        (2018, "shared-ledger", "productivity", 30_000, 0),
    ]


def test_a_solution_in_two_parts_is_one_line():
    tables = make_tables(
        solutions=[
            ("move", "care-transformation", 2017, 1.5, True),
            ("move", "care-transformation", 2017, 2.25, False),
        ]
    )

    listed = list_solutions(tables["solutions"], years=[2017])

    assert listed.drop("status").rows() == [
        (2017, "move", "care-transformation", 150, 225)
    ]


def test_years_that_were_not_asked_for_are_left_out():
    assert list_solutions(TABLES["solutions"], years=[2016]).height == 0


def test_solutions_add_up_by_theme():
    summed = sum_solutions(LISTED, by_theme=True)

    assert summed.filter(pl.col("year") == 2018).drop("status").rows() == [
        (2018, "enablers", 0, 4_000),
        (2018, "productivity", 30_000, 0),
    ]


def test_what_is_left_is_the_gap_plus_all_that_is_stated():
    before = _gap(with_solutions=False)
    after = _gap(with_solutions=True)

    assert before == {2016: -330.0, 2017: -1_490.0, 2018: -838.19}
    assert after == {2016: -330.0, 2017: -1_340.0, 2018: -498.19}


def test_solutions_beyond_the_gap_leave_a_surplus():
    large = [("windfall", "enablers", 2017, 1_500.5, False)]

    assert _gap(with_solutions=True, solutions=large)[2017] == 10.5


def test_one_off_solutions_never_close_the_recurrent_gap():
    gap = pl.DataFrame(
        {
            "year": [2018],
            "gap_pence": [-100_000],
            "gap_recurrent_pence": [-90_000],
            "gap_non_recurrent_pence": [-10_000],
        },
        schema_overrides={"year": pl.Int32},
    ).with_columns(LISTED["status"].head(1).alias("gap_status"))

    left = close_gap(gap, LISTED).row(0, named=True)

    assert left["gap_recurrent_pence"] == -60_000
    assert left["gap_non_recurrent_pence"] == -6_000
    assert left["gap_pence"] == -66_000
