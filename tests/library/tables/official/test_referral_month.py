"""Referral to treatment waits, the full monthly extract."""

from datetime import date

import pytest

from factories.official_factory import list_faults, make_referrals, write_csv
from placeplan.tables.official import read_referral_month

ONE_MONTH = "one month, such as RTT-January-2026"
COUNT = "a whole number of 0 or more, or an empty cell"


@pytest.fixture
def csv_path(tmp_path):
    return tmp_path / "file.csv"


def test_referrals_by_week_and_part(csv_path):
    frame = read_referral_month(write_csv(csv_path, make_referrals()))

    assert frame.select(
        "part", "treatment_function", "people_by_week", "people_unknown_start", "people"
    ).rows() == [
        ("completed_admitted", "C_100", [5, 3, 0, 1], 1, 10),
        ("completed_admitted", "X04", [2, 0, 4, 7], 0, 13),
        ("completed_non_admitted", "C_100", [5, 3, 0, 1], 1, 10),
        ("completed_non_admitted", "X04", [2, 0, 4, 7], 0, 13),
        ("incomplete", "C_100", [5, 3, 0, 1], 0, 9),
        ("incomplete", "X04", [2, 0, 4, 7], 0, 13),
        ("incomplete_decided", "C_100", [5, 3, 0, 1], 0, 9),
        ("incomplete_decided", "X04", [2, 0, 4, 7], 0, 13),
        ("new", "C_100", None, 0, 9),
        ("new", "X04", None, 0, 13),
    ]
    assert set(frame["starts_on"]) == {date(2026, 1, 1)}


@pytest.mark.parametrize(
    ("row", "column", "cell", "fault"),
    [
        (1, 7, 6, ("row 2, column 'Total'", "10, the sum of its weeks", "9")),
        (
            1,
            12,
            2,
            (
                "row 2, column 'Total All'",
                "11, its weeks and unknown starts together",
                "10",
            ),
        ),
        (
            15,
            13,
            23,
            (
                "row 16, column 'Total All'",
                "22, the sum of its treatment functions",
                "23",
            ),
        ),
        (1, 7, "six", ("row 2, column 'Gt 00 To 01 Weeks SUM 1'", COUNT, "six")),
        (1, 7, "-1", ("row 2, column 'Gt 00 To 01 Weeks SUM 1'", COUNT, "-1")),
        (13, 13, "", ("row 14, column 'Total All'", "a total in every row", "nothing")),
        (1, 4, "Part_4", ("row 2, column 'part'", "a part such as Part_2", "Part_4")),
        (
            1,
            0,
            "RTT-July-2025",
            (
                "column 'Period'",
                ONE_MONTH,
                "RTT-July-2025 and RTT-January-2026",
            ),
        ),
    ],
)
def test_referrals_that_do_not_fit_are_refused(csv_path, row, column, cell, fault):
    rows = make_referrals()
    rows[row][column] = cell

    found = list_faults(read_referral_month, write_csv(csv_path, rows))

    assert found[0] == fault


@pytest.mark.parametrize("heading", ["Gt 05 To 06 Weeks SUM 1", "Weeks 1"])
def test_weeks_must_follow_one_another(csv_path, heading):
    rows = make_referrals()
    rows[0][8] = heading

    found = list_faults(read_referral_month, write_csv(csv_path, rows))

    assert found[0][1] == (
        "columns of weeks that follow one another, the last without an end"
    )


def test_referrals_without_weeks_are_refused(csv_path):
    rows = [row[:7] + row[11:] for row in make_referrals()]

    found = list_faults(read_referral_month, write_csv(csv_path, rows))

    assert found[0][2] == "none"


def test_functions_without_their_total_are_refused(csv_path):
    rows = make_referrals()
    del rows[3]

    found = list_faults(read_referral_month, write_csv(csv_path, rows))

    expected = "functions and their total for each provider and commissioner"
    assert found == [("", expected, "1 with one of the two alone")]


def test_a_referral_file_that_was_cut_short_is_refused(csv_path):
    write_csv(csv_path, make_referrals())
    csv_path.write_bytes(csv_path.read_bytes()[:-3])

    found = list_faults(read_referral_month, csv_path)

    assert [fault[1] for fault in found] == ["a line break at the end"]


@pytest.mark.parametrize("extra", [b"a,b,c\n" + b"1," * 40 + b"\n", b"\xff\xfe\n"])
def test_a_referral_file_that_cannot_be_split_is_refused(csv_path, extra):
    csv_path.write_bytes(extra)

    found = list_faults(read_referral_month, csv_path)

    assert len(found) == 1


def test_a_referral_header_alone_is_refused(csv_path):
    found = list_faults(read_referral_month, write_csv(csv_path, make_referrals()[:1]))

    assert found[0][2] == "a header alone"


def test_referral_headings_in_another_order_are_refused(csv_path):
    rows = make_referrals()
    rows[0][1], rows[0][3] = rows[0][3], rows[0][1]

    assert list_faults(read_referral_month, write_csv(csv_path, rows)) == [
        ("row 1", "the headings in the published order", "another order")
    ]


def test_weeks_that_change_against_each_other_are_refused(csv_path):
    rows = make_referrals()
    rows[1][7], rows[1][8] = 4, 4  # 5 and 3 as published: the row still ties

    assert list_faults(read_referral_month, write_csv(csv_path, rows)) == [
        ("row 4", "weeks that are the sums of its treatment functions", "other weeks")
    ]
