"""A&E attendances and emergency admissions, the monthly CSV file."""

import csv
from datetime import date

import polars as pl
import pytest

from factories.official_factory import list_faults, make_emergency, write_csv
from library.official_files import NOT_HERE, SHARED
from placeplan.tables.official import read_emergency_month

URGENT = SHARED / "urgent_care"
MONTHS = [*sorted(URGENT.glob("Monthly-AE-*.csv")), *sorted(URGENT.glob("Feb*.csv"))]
WHOLE = "a whole number of 0 or more, or a mark such as * for a suppressed one"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "month.csv"


def test_each_column_becomes_a_row(path):
    month = read_emergency_month(write_csv(path, make_emergency()))

    booked = month.filter(
        provider="RXX", measure="attendances", department="type_2", booking="booked"
    )
    region, began = "NHS ENGLAND SOUTH EAST", date(2024, 6, 1)
    axes = ("attendances", "type_2", "booked", "attendances")
    assert booked.rows() == [
        (began, "RXX", "MARSH NHS TRUST", region, *axes, 128.0, None)
    ]
    assert month.height == 2 * 18


def test_every_measure_has_its_departments_and_unit(path):
    month = read_emergency_month(write_csv(path, make_emergency()))

    given = month.group_by("measure", "unit").agg(pl.col("department").n_unique())
    assert given.sort("measure").rows() == [
        ("attendances", "attendances", 3),
        ("attendances_over_4_hours", "attendances", 3),
        ("emergency_admissions", "admissions", 4),
        ("waits_4_to_12_hours", "patients", 1),
        ("waits_over_12_hours", "patients", 1),
    ]


@pytest.mark.parametrize(
    "total",
    [
        ("TOTAL", "TOTAL", "TOTAL", "TOTAL"),
        ("Total", "Total ", "Total", "Total"),
        ("MSitAE-JUNE-2024", "TOTAL", "TOTAL", "TOTAL"),
    ],
)
def test_totals_are_known_in_every_spelling(path, total):
    month = read_emergency_month(write_csv(path, make_emergency(total)))

    assert sorted(month["provider"].unique()) == ["AX901", "RXX"]


def test_empty_columns_at_the_end_are_left_out(path):
    plain = read_emergency_month(write_csv(path, make_emergency()))
    rows = [[*row, "", "", ""] for row in make_emergency()]
    rows[0][-1] = "a"

    assert read_emergency_month(write_csv(path, rows)).equals(plain)


def test_a_column_that_is_not_known_is_refused(path):
    rows = [[*row, at] for at, row in enumerate(make_emergency())]
    rows[0][-1] = "A&E attendances Type 4"

    expected = "only the columns of this layout"
    assert list_faults(read_emergency_month, write_csv(path, rows)) == [
        ("row 1", expected, "'A&E attendances Type 4'")
    ]


def test_a_byte_order_mark_is_no_part_of_the_heading(path):
    write_csv(path, make_emergency())
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())

    assert list_faults(read_emergency_month, path) == []


def test_a_provider_that_is_missing_shows_in_every_total(path):
    rows = make_emergency()
    sums = rows[3][4:]
    del rows[1]

    found = list_faults(read_emergency_month, write_csv(path, rows))

    assert found == [
        (f"row 3, column '{heading}'", f"{one}, the sum of its providers", f"{two}")
        for heading, one, two in zip(rows[0][4:], rows[1][4:], sums, strict=True)
    ]


def test_a_row_of_totals_must_be_there_once(path):
    rows = make_emergency()
    assert list_faults(read_emergency_month, write_csv(path, rows[:-1])) == [
        ("", "one row of totals", "none")
    ]
    assert list_faults(read_emergency_month, write_csv(path, [*rows, rows[-1]])) == [
        ("", "one row of totals", "2")
    ]


def test_a_suppressed_figure_is_missing_and_never_zero(path):
    rows = make_emergency()
    rows[2][4] = "*"

    month = read_emergency_month(write_csv(path, rows))

    assert month.filter(pl.col("value").is_null()).select(
        "provider", "measure", "department", "missing_reason"
    ).rows() == [("AX901", "attendances", "type_1", "suppressed")]


def test_more_over_four_hours_than_attended_are_refused(path):
    rows = make_emergency()
    late = rows[0].index("Attendances over 4hrs Type 1")
    rows[1][late], rows[3][late] = 101, 101

    assert list_faults(read_emergency_month, write_csv(path, rows)) == [
        (
            "row 2, column 'Attendances over 4hrs Type 1'",
            "no more over four hours than attended",
            "101 of 100",
        )
    ]


def test_every_cell_at_fault_is_named(path):
    rows = make_emergency()
    rows[1][4], rows[1][5], rows[2][1], rows[2][3] = "1,354", -1, "A X", ""

    found = list_faults(read_emergency_month, write_csv(path, rows))

    assert found == [
        ("row 3, column 'Org Code'", "the code of a provider, such as RVV", "A X"),
        ("row 3, column 'provider_name'", "a plain name", "nothing"),
        ("row 2, column 'A&E attendances Type 1'", WHOLE, "1,354"),
        ("row 2, column 'A&E attendances Type 2'", WHOLE, "-1"),
    ]


def test_two_months_in_one_file_are_refused(path):
    rows = make_emergency()
    rows[2][0] = "MSitAE-JULY-2024"

    assert list_faults(read_emergency_month, write_csv(path, rows)) == [
        ("column 'Period'", "one month", "MSitAE-JUNE-2024 and MSitAE-JULY-2024")
    ]


@pytest.mark.parametrize("period", ["MSitAE-BRUMAIRE-2024", "2024-06"])
def test_a_month_that_cannot_be_is_refused(path, period):
    rows = make_emergency()
    rows[1][0] = rows[2][0] = period

    assert list_faults(read_emergency_month, write_csv(path, rows)) == [
        ("column 'Period'", "a month such as MSitAE-JUNE-2024", period)
    ]


def test_totals_alone_are_refused(path):
    rows = make_emergency()

    found = list_faults(read_emergency_month, write_csv(path, [rows[0], rows[3]]))

    assert found == [("column 'Period'", "one month", "none")]


@pytest.mark.real_files
@pytest.mark.skipif(not MONTHS, reason=NOT_HERE)
@pytest.mark.parametrize("file", MONTHS, ids=lambda file: file.stem)
def test_every_official_month_ties_to_its_printed_total(file):
    """Against a second, plain reading of the same file."""
    with file.open(encoding="utf-8-sig", newline="") as opened:
        rows = [row for row in csv.reader(opened) if any(row)]
    printed = next(row for row in rows if row[1].strip().lower() == "total")

    month = read_emergency_month(file)

    sums = month.group_by("measure").agg(pl.col("value").sum())
    assert dict(sums.rows()) == {
        "attendances": sum(int(cell) for cell in printed[4:10]),
        "attendances_over_4_hours": sum(int(cell) for cell in printed[10:16]),
        "waits_4_to_12_hours": int(printed[16]),
        "waits_over_12_hours": int(printed[17]),
        "emergency_admissions": sum(int(cell) for cell in printed[18:22]),
    }
    assert month["provider"].n_unique() == len(rows) - 2
    ours = {"RVV", "RWF", "RPA", "RN7"}
    assert ours <= set(month["provider"])


@pytest.mark.real_files
@pytest.mark.skipif(not MONTHS, reason=NOT_HERE)
def test_the_official_months_are_all_different():
    starts = [read_emergency_month(file)["starts_on"][0] for file in MONTHS]

    assert len(set(starts)) == len(MONTHS) == 19


@pytest.mark.real_files
@pytest.mark.skipif(not MONTHS, reason=NOT_HERE)
def test_june_2025_agrees_with_england_in_the_official_workbook():
    month = read_emergency_month(URGENT / "Monthly-AE-June-2025-1-1.csv")

    # Row England of sheet Provider Level Data in the workbook of June 2025.
    england = {
        ("attendances", "type_1"): 1_428_563,
        ("attendances", "type_2"): 51_618,
        ("attendances", "other"): 870_297,
        ("attendances_over_4_hours", "type_1"): 546_871,
        ("emergency_admissions", "not_a_and_e"): 134_453,
        ("waits_over_12_hours", "all"): 38_683,
    }
    sums = month.group_by("measure", "department").agg(pl.col("value").sum())
    ours = {(measure, department): value for measure, department, value in sums.rows()}
    assert {key: ours[key] for key in england} == england
