"""Beds open overnight, the quarterly KH03 workbook."""

from datetime import date

import polars as pl
import pytest

from factories.official_factory import list_faults, make_beds, write_book
from library.official_files import NOT_HERE, SHARED
from placeplan.tables.official import read_beds_open_overnight

SHEET = "NHS Trust by Sector"
OFFICIAL = sorted((SHARED / "beds").glob("Beds-Open-Overnight*.xlsx"))


@pytest.fixture
def sheets():
    return make_beds()


@pytest.fixture
def path(tmp_path):
    return tmp_path / "kh03.xlsx"


def test_each_sector_and_measure_becomes_a_row(sheets, path):
    beds = read_beds_open_overnight(write_book(path, sheets))

    ended = date(2020, 6, 30)
    key = (2020, ended, "Y59", "RXX", "MARSH NHS TRUST")
    none = ("share", None, "not_applicable")
    assert beds.filter(provider="RXX").rows() == [
        (*key, "general_acute", "beds_available", "beds", 200.25, None),
        (*key, "general_acute", "beds_occupied", "beds", 150.1875, None),
        (*key, "general_acute", "occupied_share", "share", 0.75, None),
        (*key, "learning_disabilities", "beds_available", "beds", 0.0, None),
        (*key, "learning_disabilities", "beds_occupied", "beds", 0.0, None),
        (*key, "learning_disabilities", "occupied_share", *none),
        (*key, "maternity", "beds_available", "beds", 30.5, None),
        (*key, "maternity", "beds_occupied", "beds", 22.875, None),
        (*key, "maternity", "occupied_share", "share", 0.75, None),
        (*key, "mental_illness", "beds_available", "beds", 0.0, None),
        (*key, "mental_illness", "beds_occupied", "beds", 0.0, None),
        (*key, "mental_illness", "occupied_share", *none),
    ]
    assert sorted(beds["provider"].unique()) == ["RXX", "RXY"]


@pytest.mark.parametrize(
    ("month", "ended"),
    [
        ("June", date(2020, 6, 30)),
        ("September", date(2020, 9, 30)),
        ("December", date(2020, 12, 31)),
        ("March", date(2021, 3, 31)),
    ],
)
def test_every_quarter_ends_in_its_financial_year(path, month, ended):
    beds = read_beds_open_overnight(write_book(path, make_beds(month)))

    assert set(beds.select("year", "ends_on").rows()) == {(2020, ended)}


def test_a_header_that_moved_down_is_found(sheets, path):
    sheets[SHEET].insert(1, [None, "Revised:", "19th November"])

    assert list_faults(read_beds_open_overnight, write_book(path, sheets)) == []


def test_a_sector_that_is_missing_in_the_header_is_refused(sheets, path):
    sheets[SHEET][4][8] = "Paediatrics"

    words = "Total, General & Acute, Learning Disabilities, Maternity, Mental Illness"
    expected = (
        "the headings Year, Period End, Region Code, Org Code, Org Name, "
        f"{words}, the sectors three times"
    )
    assert list_faults(read_beds_open_overnight, write_book(path, sheets)) == [
        (f"sheet '{SHEET}'", expected, "none")
    ]


def test_groups_in_another_order_are_refused(sheets, path):
    groups = sheets[SHEET][3]
    groups[6], groups[12] = "Occupied", "Available"

    assert list_faults(read_beds_open_overnight, write_book(path, sheets)) == [
        (
            f"sheet '{SHEET}', row 4",
            "the groups Available, Occupied, % Occupied",
            "Occupied, Available, % Occupied",
        )
    ]


def test_groups_above_other_columns_are_refused(sheets, path):
    groups = sheets[SHEET][3]
    groups[7], groups[6] = "Available", None

    found = list_faults(read_beds_open_overnight, write_book(path, sheets))

    assert found[0][1] == "the groups Available, Occupied, % Occupied"


def test_a_header_in_the_first_row_lacks_its_groups(sheets, path):
    found = list_faults(
        read_beds_open_overnight, write_book(path, {SHEET: sheets[SHEET][4:]})
    )

    assert found[0][1:] == ("the groups Available, Occupied, % Occupied", "none")


def test_providers_that_do_not_make_england_are_refused(sheets, path):
    sheets[SHEET].pop()

    found = list_faults(read_beds_open_overnight, write_book(path, sheets))

    where = f"sheet '{SHEET}', row 6, column"
    assert found[:2] == [
        (f"{where} 'Available, Total'", "230.75, the sum of its providers", "329.625"),
        (
            f"{where} 'Available, Learning Disabilities'",
            "0, the sum of its providers",
            "8.125",
        ),
    ]


def test_sectors_that_do_not_make_the_total_are_refused(sheets, path):
    provider, england = sheets[SHEET][7], sheets[SHEET][5]
    provider[6] += 1
    england[6] += 1

    found = list_faults(read_beds_open_overnight, write_book(path, sheets))

    where, words = f"sheet '{SHEET}', row", "the sum of its sectors"
    assert found[:2] == [
        (f"{where} 6, column 'Available, Total'", f"329.625, {words}", "330.625"),
        (f"{where} 8, column 'Available, Total'", f"230.75, {words}", "231.75"),
    ]


def test_a_share_that_is_not_occupied_over_available_is_refused(sheets, path):
    sheets[SHEET][7][19] = 0.5

    assert list_faults(read_beds_open_overnight, write_book(path, sheets)) == [
        (
            f"sheet '{SHEET}', row 8, column '% Occupied, General & Acute'",
            "0.75, occupied over available beds",
            "0.5",
        )
    ]


def test_england_must_be_there_once(sheets, path):
    del sheets[SHEET][5]

    assert list_faults(read_beds_open_overnight, write_book(path, sheets)) == [
        (f"sheet '{SHEET}'", "one row for England", "none")
    ]


def test_two_quarters_in_one_sheet_are_refused(sheets, path):
    sheets[SHEET][8][2] = "September"

    assert list_faults(read_beds_open_overnight, write_book(path, sheets)) == [
        (
            f"sheet '{SHEET}'",
            "one quarter in every row",
            "2020-21 June and 2020-21 September",
        )
    ]


@pytest.mark.parametrize(
    ("year", "month"), [("2020-21", "May"), ("2020-22", "June"), ("June", "June")]
)
def test_a_quarter_that_cannot_be_is_refused(sheets, path, year, month):
    for row in sheets[SHEET][5:]:
        row[1:3] = [year, month] if row else []

    assert list_faults(read_beds_open_overnight, write_book(path, sheets)) == [
        (
            f"sheet '{SHEET}'",
            "a financial year and a month, such as 2020-21 and June",
            f"{year} {month}",
        )
    ]


def test_a_sheet_without_rows_is_refused(sheets, path):
    found = list_faults(
        read_beds_open_overnight, write_book(path, {SHEET: sheets[SHEET][:5]})
    )

    assert found == [
        (f"sheet '{SHEET}', row 6", "rows below the header", "none"),
        (f"sheet '{SHEET}'", "one row for England", "none"),
        (
            f"sheet '{SHEET}'",
            "a financial year and a month, such as 2020-21 and June",
            "nothing",
        ),
    ]


def test_text_and_negative_numbers_in_cells_are_named(sheets, path):
    sheets[SHEET][7][7], sheets[SHEET][8][13] = "many", -1

    found = list_faults(read_beds_open_overnight, write_book(path, sheets))

    number = "a number of 0 or more, or a mark such as * for a suppressed one"
    assert found == [
        (
            f"sheet '{SHEET}', row 8, column 'Available, General & Acute'",
            number,
            "many",
        ),
        (f"sheet '{SHEET}', row 9, column 'Occupied, General & Acute'", number, "-1"),
    ]


@pytest.mark.real_files
@pytest.mark.skipif(not OFFICIAL, reason=NOT_HERE)
def test_official_quarters_tie_to_england_as_printed():
    # Row England of each workbook: Available, Occupied.
    printed = {
        date(2020, 6, 30): (118_510.395604396, 76_193.164835165),
        date(2020, 9, 30): (120_828.445652174, 93_090.619565217),
    }
    found = {}
    for file in OFFICIAL:
        beds = read_beds_open_overnight(file).filter(unit="beds")
        sums = beds.group_by("measure").agg(pl.col("value").sum()).sort("measure")
        found[beds["ends_on"][0]] = tuple(sums["value"])
        assert beds["provider"].n_unique() == 195

    assert found == {
        ended: pytest.approx(figures, abs=1e-6) for ended, figures in printed.items()
    }
