"""A&E attendances and emergency admissions, the workbook by provider."""

import csv
from datetime import date

import polars as pl
import pytest

from factories.official_factory import list_faults, write_book, write_csv
from library.official_files import NOT_HERE, SHARED
from placeplan.tables.official import read_emergency_month, read_emergency_providers
from placeplan.tables.official.emergency_sheet import HEADINGS, SHEET

URGENT = SHARED / "urgent_care"
JUNE = URGENT / "June-2025-AE-by-provider-3euC4-1.xlsx"
JULY = URGENT / "July-2025-AE_provider_sheet_export.csv"
ROW = 4
"""Row of the first provider in the made-up sheet, counted from 0."""


def make_row(code, name, within, late, admitted, waits):
    whole = [one + two for one, two in zip(within, late, strict=True)]
    counts = [*whole, sum(whole), *within, sum(within), *late, sum(late)]
    pairs = [(sum(within), sum(whole)), *zip(within, whole, strict=True)]
    shares = [part / all_of if all_of else "-" for part, all_of in pairs]
    via = sum(admitted[:3])
    admissions = [*admitted[:3], via, admitted[3], via + admitted[3]]
    region = "-" if code == "-" else "NHS England South East"
    return [code, region, name, *counts, *shares, *admissions, *waits]


def make_sheets(month="June 2025"):
    one = ([60, 0, 20], [40, 0, 5], [30, 0, 1, 9], [12, 3])
    two = ([7, 11, 13], [0, 2, 0], [4, 6, 0, 2], [5, 5])
    england = [
        [a + b for a, b in zip(left, right, strict=True)]
        for left, right in zip(one, two, strict=True)
    ]
    return {
        SHEET: [
            ["Period:", month],
            [],
            list(HEADINGS),
            make_row("-", "England", *england),
            make_row("RXX", "MARSH NHS TRUST", *one),
            make_row("AX901", "HYTHE UTC", *two),
        ],
        "Notes": [["Period:", "June 2025"]],
    }


@pytest.fixture
def sheets():
    return make_sheets()


@pytest.fixture
def path(tmp_path):
    return tmp_path / "providers.xlsx"


def test_departments_are_kept_and_totals_left_out(sheets, path):
    frame = read_emergency_providers(write_book(path, sheets))

    ours = frame.filter(provider="RXX").select("measure", "department", "value")
    assert ours.rows() == [
        ("attendances", "other", 25.0),
        ("attendances", "type_1", 100.0),
        ("attendances", "type_2", 0.0),
        ("attendances_over_4_hours", "other", 5.0),
        ("attendances_over_4_hours", "type_1", 40.0),
        ("attendances_over_4_hours", "type_2", 0.0),
        ("emergency_admissions", "not_a_and_e", 9.0),
        ("emergency_admissions", "other", 1.0),
        ("emergency_admissions", "type_1", 30.0),
        ("emergency_admissions", "type_2", 0.0),
        ("waits_over_12_hours", "all", 3.0),
        ("waits_over_4_hours", "all", 12.0),
    ]
    assert set(frame["starts_on"]) == {date(2025, 6, 1)}
    assert set(frame["booking"]) == {"all"}


@pytest.mark.parametrize(
    ("column", "change", "where", "expected"),
    [
        (3, 1, "row 4, column 'attendances type_1'", "108, the sum of its providers"),
        (9, 1, "row 5, column 'within other'", None),
        (21, 1, "row 5, column 'emergency_admissions other'", None),
        (26, 10, "row 4, column 'waits_over_12_hours all'", None),
    ],
)
def test_one_changed_figure_is_refused(sheets, path, column, change, where, expected):
    sheets[SHEET][ROW][column] += change

    found = list_faults(read_emergency_providers, write_book(path, sheets))

    assert len(found) > 1
    if expected:
        assert found[0][:2] == (f"sheet '{SHEET}', {where}", expected)


def test_more_who_waited_twelve_hours_than_four_are_refused(sheets, path):
    rows = sheets[SHEET]
    rows[ROW][26], rows[ROW + 1][26] = 8, 0  # England still ties
    rows[ROW][25], rows[ROW + 1][25] = 7, 10

    assert list_faults(read_emergency_providers, write_book(path, sheets)) == [
        (
            f"sheet '{SHEET}', row 5, column 'waits_over_12_hours'",
            "no more over twelve hours than over four",
            "8 of 7",
        )
    ]


def test_a_share_that_is_not_within_over_all_is_refused(sheets, path):
    sheets[SHEET][ROW][15] += 0.001

    ((where, expected, _),) = list_faults(
        read_emergency_providers, write_book(path, sheets)
    )
    assert where == f"sheet '{SHEET}', row 5, column 'share all'"
    assert expected == "0.64, those within four hours over all"


def test_england_must_be_there_once(sheets, path):
    del sheets[SHEET][3]

    assert list_faults(read_emergency_providers, write_book(path, sheets)) == [
        (f"sheet '{SHEET}'", "one row for England", "none")
    ]


def test_another_order_of_headings_is_refused(sheets, path):
    head = sheets[SHEET][2]
    head[3], head[4] = head[4], head[3]

    assert list_faults(read_emergency_providers, write_book(path, sheets)) == [
        (f"sheet '{SHEET}'", "the 27 headings of the layout, in order", "none")
    ]


def test_a_missing_sheet_is_named(sheets, path):
    sheets["Providers"] = sheets.pop(SHEET)

    assert list_faults(read_emergency_providers, write_book(path, sheets)) == [
        ("", f"a sheet '{SHEET}'", "none")
    ]


def test_sheets_of_two_months_are_refused(path):
    assert list_faults(
        read_emergency_providers, write_book(path, make_sheets("July 2025"))
    ) == [("", "one month in all sheets", "July 2025 and June 2025")]


def test_a_month_named_for_a_workbook_is_refused(sheets, path):
    found = list_faults(
        read_emergency_providers, write_book(path, sheets), starts_on=date(2025, 6, 1)
    )
    assert found == [("", "a month in the workbook alone", "one named too")]


def make_export(sheets):
    """The sheet saved as CSV: no title, no England, commas and percent signs."""
    _, _, head, _, *rows = sheets[SHEET]
    for row in rows:
        row[15:19] = [
            share if share == "-" else f"{share * 100:.1f}0%" for share in row[15:19]
        ]
    return [head, *rows]


def test_the_sheet_saved_as_csv_needs_its_month(sheets, tmp_path):
    export = write_csv(tmp_path / "july.csv", make_export(sheets))

    assert list_faults(read_emergency_providers, export) == [
        ("", "a month, which a CSV file does not say", "none")
    ]


def test_the_sheet_saved_as_csv_gives_the_same(sheets, path, tmp_path):
    whole = read_emergency_providers(write_book(path, sheets))
    export = write_csv(tmp_path / "june.csv", make_export(sheets))

    frame = read_emergency_providers(export, starts_on=date(2025, 6, 1))

    assert frame.equals(whole)


@pytest.mark.parametrize(("text", "value"), [("1,060", 1060.0), ("106,0", None)])
def test_commas_stand_between_thousands_alone(sheets, tmp_path, text, value):
    rows = make_export(sheets)
    row = make_row("RXX", "A", [1020, 0, 0], [40, 0, 0], [0, 0, 0, 0], [0, 0])
    row[3] = text
    row[15:19] = ["96.20%", "96.20%", "-", "-"]
    export = write_csv(tmp_path / "june.csv", [rows[0], row])

    if value is None:
        ((where, _, found),) = list_faults(
            read_emergency_providers, export, starts_on=date(2025, 6, 1)
        )
        assert (where, found) == ("row 2, column 'attendances type_1'", text)
        return
    frame = read_emergency_providers(export, starts_on=date(2025, 6, 1))
    assert frame.filter(measure="attendances", department="type_1")["value"][0] == value


@pytest.mark.real_files
@pytest.mark.skipif(not JUNE.exists(), reason=NOT_HERE)
def test_june_2025_agrees_with_the_csv_file_of_the_same_month():
    sheet = read_emergency_providers(JUNE)
    month = read_emergency_month(URGENT / "Monthly-AE-June-2025-1-1.csv")

    shared = ("attendances", "attendances_over_4_hours", "emergency_admissions")
    keys = ["provider", "measure", "department"]
    both = month.group_by(keys).agg(pl.col("value").sum())
    ours = sheet.filter(pl.col("measure").is_in(shared)).select(*keys, "value")
    theirs = both.filter(pl.col("measure").is_in(shared)).select(*keys, "value")
    assert ours.sort(keys).equals(theirs.sort(keys))
    waits = {"waits_4_to_12_hours", "waits_over_12_hours"}
    over = month.filter(pl.col("measure").is_in(waits))["value"].sum()
    assert sheet.filter(measure="waits_over_4_hours")["value"].sum() == over == 118171


@pytest.mark.real_files
@pytest.mark.skipif(not JULY.exists(), reason=NOT_HERE)
def test_july_2025_ties_to_its_printed_totals():
    frame = read_emergency_providers(JULY, starts_on=date(2025, 7, 1))

    with JULY.open(encoding="utf-8-sig", newline="") as file:
        _, *rows = csv.reader(file)
    for measure, column in (
        ("attendances", 6),
        ("attendances_over_4_hours", 14),
        ("emergency_admissions", 24),
    ):
        printed = sum(int(row[column].replace(",", "")) for row in rows)
        assert frame.filter(measure=measure)["value"].sum() == printed
