"""Two runs, and what their difference comes from."""

from factories.results import list_rows, make_results, make_row
from placeplan.plan.comparison import compare_runs


def _run_with(changes, **record):
    """Make results in which some rows of (measure, year) have another value."""
    rows = [
        row | {"value": changes.get((row["measure"], row["year"]), row["value"])}
        for row in list_rows()
        if row["scenario"] == "do_nothing"
    ]
    return make_results(rows, **record)


def test_a_run_does_not_differ_from_itself():
    comparison = compare_runs(make_results(), make_results())

    assert comparison.inputs == {}
    assert comparison.measures.height == 0
    assert comparison.drivers.height == 0


def test_files_that_differ_are_named():
    first = make_results(inputs={"plan.yaml": "1", "a.csv": "1", "b.csv": "1"})
    second = make_results(inputs={"plan.yaml": "1", "b.csv": "2", "c.csv": "1"})

    assert compare_runs(first, second).inputs == {
        "a.csv": "removed",
        "b.csv": "changed",
        "c.csv": "added",
    }


def test_a_changed_measure_is_listed_with_its_year_and_size():
    second = _run_with({("gap_pounds", 2018): -130e6})

    measures = compare_runs(_run_with({}), second).measures

    assert measures.rows() == [
        (
            "do_nothing",
            "gap_pounds",
            2018,
            "pounds",
            -100e6,
            -130e6,
            -30e6,
            -30.0,
            "calibrated",
        )
    ]


def test_the_change_of_the_gap_is_shared_among_its_drivers():
    second = _run_with(
        {("gap_pounds", 2018): -130e6, ("driver_price_pounds", 2018): -90e6}
    )

    drivers = compare_runs(_run_with({}), second).drivers

    # The price driver moves 22.5 of the 30 million; the rest stands in the base year.
    assert drivers.rows() == [
        ("do_nothing", 2018, "base year", -10e6, -17.5e6, -7.5e6),
        ("do_nothing", 2018, "price", -67.5e6, -90e6, -22.5e6),
    ]
    assert drivers["change_pounds"].sum() == -30e6


def test_solutions_count_among_what_moves_the_gap():
    rows = [row for row in list_rows() if row["scenario"] == "plan"]
    without = [
        row | ({"value": -80e6} if row["measure"] == "gap_pounds" else {})
        for row in rows
        if row.get("initiative") != "back-office"
    ]
    kept = {"gap_pounds", "solution_pounds"}
    first, second = (
        make_results([r for r in some if r["measure"] in kept and r["year"] == 2018])
        for some in (rows, without)
    )

    drivers = compare_runs(first, second).drivers

    assert drivers.rows() == [("plan", 2018, "solution", 30e6, 20e6, -10e6)]


def test_a_measure_that_one_run_lacks_has_an_empty_side():
    first = make_results([make_row("births", 5)])
    second = make_results([make_row("births", 5), make_row("deaths", 3)])

    measures = compare_runs(first, second).measures

    assert measures.select("measure", "first", "second", "change").rows() == [
        ("deaths", None, 3.0, None)
    ]


def test_a_change_from_nothing_has_no_percentage():
    first, second = (make_results([make_row("births", value)]) for value in (0, 5))

    measures = compare_runs(first, second).measures

    assert measures.select("change", "change_percent").rows() == [(5.0, None)]
