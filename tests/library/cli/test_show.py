"""placeplan show: one measure by some axes."""

import pytest

from placeplan.plan import Results


def test_json_has_the_axes_then_value_unit_and_status(call_json, tiny_run):
    code, rows = call_json("show", tiny_run, "--measure", "population", "--by", "year")

    assert code == 0
    assert [list(row) for row in rows] == [["year", "value", "unit", "status"]] * 6
    # 91 ages of 50 or 30 people and 90 less the age, for two sexes in two places.
    assert rows[0] == {
        "year": 2015,
        "value": 2 * (91 * (50 + 30) + 2 * 90 * 91 / 2),
        "unit": "people",
        "status": "illustrative",
    }


def test_several_axes_stand_in_the_order_asked(call_json, tiny_run):
    words = ["--by", "place", "--by", "year", "--where", "year=2016"]
    code, rows = call_json("show", tiny_run, "--measure", "births", *words)

    assert code == 0
    assert [(row["place"], row["year"]) for row in rows] == [
        ("ashford", 2016),
        ("dover", 2016),
    ]


def test_the_scenario_is_do_nothing_unless_given(call_json, tiny_run):
    ask = ("show", tiny_run, "--measure", "gap_pounds", "--where", "year=2019")
    _, (nothing,) = call_json(*ask)
    _, (plan,) = call_json(*ask, "--scenario", "plan")

    assert round(plan["value"] - nothing["value"], 2) == 100_000


def test_values_of_one_axis_are_alternatives(call_json, tiny_run):
    words = ["--by", "year", "--where", "year=2016", "--where", "year=2018"]
    _, rows = call_json("show", tiny_run, "--measure", "population", *words)

    assert [row["year"] for row in rows] == [2016, 2018]


def test_a_reader_gets_a_table(call, tiny_run):
    ask = ("show", tiny_run, "--measure", "catchment_people")
    code, _, error = call(*ask)
    assert (code, error.split(".")[0]) == (
        2,
        "There is no measure 'catchment_people'",
    )

    code, printed, _ = call(
        "show", tiny_run, "--measure", "beds_available", "--by", "site", "--by", "year"
    )
    rows = [line.strip("│ \n").split("│") for line in printed.splitlines()]
    cells = [[cell.strip() for cell in row] for row in rows if len(row) == 5]
    assert code == 0
    assert cells[0] == ["east-site", "2016", "15", "beds", "illustrative"]


def test_an_error_is_told_in_words_on_standard_error(call, tiny_run):
    code, printed, error = call("show", tiny_run, "--measure", "population")

    assert (code, printed) == (2, "")
    assert error == (
        "population is a count at a moment, so years are not added together. Ask by "
        "year, or where year is one of 2015 to 2020.\n"
    )


def test_an_error_with_json_is_faults_on_standard_output(call_json, tiny_run):
    code, printed = call_json("show", tiny_run, "--measure", "people")

    (fault,) = printed["faults"]
    assert code == 2
    assert fault["words"].startswith("There is no measure 'people'. Use one of: ")
    assert fault["file"] == ""


@pytest.mark.parametrize("condition", ["dover", ""])
def test_a_condition_without_a_value_is_refused(call, tiny_run, condition):
    code, _, error = call(
        "show", tiny_run, "--measure", "population", "--where", condition
    )

    assert code == 2
    assert error == (
        f"'{condition}' is no condition. Write it as --where place=dover.\n"
    )


def test_a_folder_without_a_run_is_refused(call, tmp_path):
    code, _, error = call("show", tmp_path, "--measure", "population")

    assert code == 2
    assert error.splitlines()[0] == "1 fault found; nothing was changed."


def test_every_measure_can_be_shown_by_each_of_its_axes(call, tiny_run):
    from placeplan.plan import list_axes

    table = Results.from_folder(tiny_run).table
    for measure in table["measure"].unique():
        for axis in list_axes(table, measure):
            by = ["--by", axis, "--by", "year", "--by", "scenario"]
            assert call("show", tiny_run, "--measure", measure, *by)[0] == 0
