"""Mortality, ambulances, delayed transfers, cancer and referrals: what is printed twice
must agree, what is suppressed is missing, and another layout is refused."""

from collections.abc import Callable
from datetime import date
from typing import Any

import polars as pl
import pytest

from factories.official_factory import (
    list_faults,
    make_ambulance,
    make_cancer_sheets,
    make_delayed_sheets,
    make_mortality,
    write_book,
    write_csv,
)
from placeplan.tables.official import (
    read_ambulance_months,
    read_cancer_waits,
    read_delayed_transfers,
    read_hospital_mortality,
)

PERIOD = {"starts_on": date(2025, 2, 1), "ends_on": date(2026, 1, 31)}
MONTH = "a year and the number of a month, such as 2024 and 5"


@pytest.fixture
def csv_path(tmp_path):
    return tmp_path / "file.csv"


@pytest.fixture
def book_path(tmp_path):
    return tmp_path / "book.xlsx"


def test_mortality_is_read_with_its_period(csv_path):
    frame = read_hospital_mortality(write_csv(csv_path, make_mortality()), **PERIOD)

    ratio = frame.filter(measure="ratio").select("provider", "value", "ends_on")
    assert ratio.rows() == [
        ("RXX", 1.25, date(2026, 1, 31)),
        ("RXY", 1.1, date(2026, 1, 31)),
        ("RXZ", 0.8, date(2026, 1, 31)),
    ]
    assert frame.height == 3 * 9


def test_a_ratio_that_its_deaths_do_not_make_is_refused(csv_path):
    rows = make_mortality()
    rows[2][3] = 1.15

    assert list_faults(
        read_hospital_mortality, write_csv(csv_path, rows), **PERIOD
    ) == [
        (
            "row 3, column 'SHMI_VALUE'",
            "observed over expected deaths",
            "1.15 for 880 of 800",
        )
    ]


def test_a_band_that_its_limits_do_not_make_is_refused(csv_path):
    rows = make_mortality()
    rows[1][4] = 2

    assert list_faults(
        read_hospital_mortality, write_csv(csv_path, rows), **PERIOD
    ) == [
        (
            "row 2, column 'SHMI_BANDING'",
            "the band that its overdispersed limits make",
            "2",
        )
    ]


@pytest.mark.parametrize(
    ("column", "heading", "figure", "expected"),
    [
        (8, "PO_LL", "0.9128", "the limit that the deaths make"),
        (9, "PO_UL", "1.1", "the limit that the deaths make"),
        (10, "OD_LL", "0.84", "1 over the upper limit"),
    ],
)
def test_limits_that_do_not_fit_are_refused(
    csv_path, column, heading, figure, expected
):
    rows = make_mortality()
    rows[1][column] = figure

    assert list_faults(
        read_hospital_mortality, write_csv(csv_path, rows), **PERIOD
    ) == [(f"row 2, column '{heading}'", expected, figure)]


def test_another_indicator_is_refused(csv_path):
    rows = make_mortality()
    rows[1][0] = "I00700"

    assert list_faults(
        read_hospital_mortality, write_csv(csv_path, rows), **PERIOD
    ) == [("row 2, column 'indicator'", "the indicator I00699", "I00700")]


def test_ambulance_trusts_are_kept_and_their_sums_left_out(csv_path):
    rows = [*make_ambulance(1), *make_ambulance(2)[1:]]
    frame = read_ambulance_months(write_csv(csv_path, rows))

    assert frame["provider"].unique().sort().to_list() == ["RXA", "RXB"]
    assert frame["starts_on"].unique().sort().to_list() == [
        date(2024, 1, 1),
        date(2024, 2, 1),
    ]
    found = frame.filter(
        provider="RXB", category="category_2", starts_on=date(2024, 1, 1)
    )
    assert found.select("measure", "unit", "value").rows() == [
        ("incidents", "incidents", 660.0),
        ("response_90th", "seconds", 1100.0),
        ("response_mean", "seconds", 550.0),
        ("response_total", "seconds", 363000.0),
    ]


def test_what_a_trust_does_not_supply_is_missing(csv_path):
    rows = make_ambulance()
    at = rows[0].index("A26")
    rows[2][at] = "."

    frame = read_ambulance_months(write_csv(csv_path, rows))

    missing = frame.filter(pl.col("value").is_null())
    assert missing.select("provider", "measure", "missing_reason").rows() == [
        ("RXA", "response_90th", "not_available")
    ]


def test_a_trust_that_is_missing_shows_in_england(csv_path):
    rows = make_ambulance()
    del rows[2]

    found = list_faults(read_ambulance_months, write_csv(csv_path, rows))

    assert found[0] == ("row 2, column 'A7'", "1100, the sum of its trusts", "1800")


def test_a_mean_that_its_total_does_not_make_is_refused(csv_path):
    rows = make_ambulance()
    rows[2][rows[0].index("A31")] += 2

    assert list_faults(read_ambulance_months, write_csv(csv_path, rows)) == [
        ("row 3, column 'A31'", "350, the total over the incidents", "352")
    ]


@pytest.mark.parametrize(
    ("row", "column", "cell", "fault"),
    [
        (1, 3, "X99", "a trust such as RYD, a region such as Y59, or Eng"),
        (3, 1, "13", MONTH),
        (3, 0, "24", MONTH),
        (3, 1, "May", MONTH),
    ],
)
def test_a_key_that_cannot_be_is_refused(csv_path, row, column, cell, fault):
    rows = make_ambulance()
    rows[row][column] = cell

    found = list_faults(read_ambulance_months, write_csv(csv_path, rows))

    assert found[0][1] == fault
    assert cell in found[0][2].split()


def test_a_month_without_england_is_refused(csv_path):
    rows = make_ambulance()
    del rows[1]

    assert list_faults(read_ambulance_months, write_csv(csv_path, rows)) == [
        ("column 'Org Code'", "a row for England in January 2024", "none")
    ]


@pytest.mark.parametrize("beds", [False, True])
def test_delayed_days_are_told_apart_three_ways(book_path, beds):
    frame = read_delayed_transfers(
        write_book(book_path, make_delayed_sheets(beds=beds))
    )

    sums = frame.group_by("breakdown").agg(pl.col("value").sum()).sort("breakdown")
    assert sums.rows() == [("reason", 93), ("responsible", 93), ("type_of_care", 93)]
    reasons = frame.filter(code="902", breakdown="reason")
    assert dict(reasons.select("category", "value").iter_rows()) == {
        "assessment": 2,
        "residential_home": 4,
        "nursing_home": 6,
        "housing": 50,
    }
    wales = frame.filter(code="9900")
    assert set(wales.select("region", "gss_code").rows()) == {(None, None)}
    assert set(frame["starts_on"]) == {date(2016, 10, 1)}


def _break_delayed(
    name: str, change: Callable[[Any], None], *, beds: bool = False
) -> dict[str, Any]:
    sheets = make_delayed_sheets(beds=beds)
    change(sheets[name])
    return sheets


CARE, WHO, WHY = "LA - by Type of Care", "LA - by responsible org", "LA - by reason"


def _put(row, column, cell):
    def change(rows):
        rows[row][column] = cell

    return change


@pytest.mark.parametrize(
    ("sheet", "change", "beds", "fault"),
    [
        (
            CARE,
            _put(9, 4, 2),
            False,
            ("row 8, column 'acute'", "4, the sum of its authorities", "3"),
        ),
        (
            CARE,
            _put(4, 1, "some day"),
            False,
            ("", "a period such as October 2016", "some day"),
        ),
        (CARE, _put(6, 0, "Area"), False, ("", "headings from Region to Name", "none")),
        (
            WHY,
            _put(6, 4, "Q) QUEUE"),
            False,
            ("row 7", "the headings of reason, once each", "'Q) QUEUE'"),
        ),
        (
            WHY,
            _put(6, 4, "QUEUE"),
            False,
            ("row 7", "the headings of reason, once each", "'QUEUE'"),
        ),
        (
            WHO,
            _put(6, 4, "Both"),
            False,
            ("row 7", "the headings of responsible, once each", "'Both'"),
        ),
        (
            CARE,
            _put(5, 4, "Days"),
            True,
            ("row 6", "the groups delayed days and dtoc beds", "Days, DTOC Beds"),
        ),
        (
            CARE,
            _put(9, 8, 5),
            True,
            (
                "row 10, column 'acute'",
                "0.0322580645161, the days over the days of the month",
                "5",
            ),
        ),
        (CARE, _put(7, 3, "Britain"), False, ("", "one row for England", "none")),
    ],
)
def test_delayed_days_that_do_not_fit_are_refused(
    book_path, sheet, change, beds, fault
):
    sheets = _break_delayed(sheet, change, beds=beds)

    where, expected, found = list_faults(
        read_delayed_transfers, write_book(book_path, sheets)
    )[0]

    place = f"sheet '{sheet}'" + (f", {fault[0]}" if fault[0] else "")
    assert (where, expected, found.casefold()) == (place, fault[1], fault[2].casefold())


def test_a_sheet_with_other_days_or_authorities_is_refused(book_path):
    sheets = make_delayed_sheets()
    rows = sheets[WHO]
    rows[9][4], rows[9][-1] = 0, 30
    rows[7][4], rows[7][-1] = rows[7][4] - 1, 92  # England, so that sums still tie
    rows[11][2] = "9901"

    found = list_faults(read_delayed_transfers, write_book(book_path, sheets))

    assert found == [
        (f"sheet '{WHO}', column 'Code'", "the authorities of the first sheet", "9900"),
        (f"sheet '{WHO}', column 'Code'", "the authorities of the first sheet", "9901"),
        (
            f"sheet '{WHO}', row 8, column 'all categories'",
            f"93, the days on the sheet '{CARE}'",
            "92",
        ),
        (
            f"sheet '{WHO}', row 10, column 'all categories'",
            f"31, the days on the sheet '{CARE}'",
            "30",
        ),
    ]


def test_breakdowns_under_each_others_names_are_refused(book_path):
    sheets = make_delayed_sheets()
    sheets[CARE], sheets[WHO] = sheets[WHO], sheets[CARE]

    found = list_faults(read_delayed_transfers, write_book(book_path, sheets))

    assert [(where, found) for where, _, found in found] == [
        (f"sheet '{CARE}', row 7", "'NHS'"),
        (f"sheet '{WHO}', row 7", "'Acute'"),
    ]


def test_reasons_in_another_order_are_refused(book_path):
    sheets = make_delayed_sheets()
    head = sheets[WHY][6]
    head[4], head[5] = head[5], head[4]

    assert list_faults(read_delayed_transfers, write_book(book_path, sheets)) == [
        (
            f"sheet '{WHY}', row 7",
            "the headings of reason, as published",
            "another order",
        )
    ]


def test_sheets_of_two_months_are_refused(book_path):
    sheets = make_delayed_sheets()
    sheets[WHO][4][1] = "November 2016"

    assert list_faults(read_delayed_transfers, write_book(book_path, sheets)) == [
        ("", "one month in all sheets", "November 2016 and October 2016")
    ]


def test_a_missing_sheet_is_named(book_path):
    sheets = make_delayed_sheets()
    del sheets[WHY]

    assert list_faults(read_delayed_transfers, write_book(book_path, sheets)) == [
        ("", "a sheet 'la - by reason'", "none")
    ]


def test_cancer_routes_are_kept_and_what_sums_them_left_out(book_path):
    frame = read_cancer_waits(write_book(book_path, make_cancer_sheets()))

    routes = frame.group_by("standard").agg(pl.col("route").unique().sort())
    assert dict(routes.sort("standard").iter_rows()) == {
        "28_day": ["ALL ROUTES"],
        "31_day": ["First", "Later"],
        "62_day": ["Upgrade", "Urgent"],
    }
    one = frame.filter(provider="RXX", standard="62_day", route="Urgent")
    assert dict(one.select("measure", "value").iter_rows()) == {
        "after": 12.5,
        "total": 87.5,
        "within": 75.0,
    }
    assert set(frame["starts_on"]) == {date(2024, 4, 1)}


@pytest.mark.parametrize(
    ("row", "column", "cell", "fault"),
    [
        (7, 4, 88, "within and after together"),
        (7, 9, 51, "the sum of its time bands"),
        (7, 7, 0.5, "within over total"),
        (10, 5, 316, "the sum of its providers"),
    ],
)
def test_cancer_figures_that_do_not_tie_are_refused(
    book_path, row, column, cell, fault
):
    sheets = make_cancer_sheets()
    sheets["28-DAY FDS (ALL ROUTES)"][row][column] = cell

    found = list_faults(read_cancer_waits, write_book(book_path, sheets))

    assert fault in {expected.split(", ")[-1] for _, expected, _ in found}


def test_a_route_that_is_missing_shows_in_all_of_them(book_path):
    sheets = make_cancer_sheets()
    rows = sheets["62-DAY (ALL CANCER)"]
    sheets["62-DAY (ALL CANCER)"] = rows[:17]  # without the last of three parts

    found = list_faults(read_cancer_waits, write_book(book_path, sheets))

    assert found[0] == (
        "sheet '62-DAY (ALL CANCER)', row 8, column 'total'",
        "87.5, the sum of its parts",
        "175",
    )


@pytest.mark.parametrize(
    ("row", "column", "cell", "fault"),
    [
        (1, 0, "some day", ("row 2", "a month such as Apr-24", "some day")),
        (1, 0, "Foo-24", ("row 2", "a month such as Apr-24", "Foo-24")),
        (6, 1, "CODE", ("", "a heading ODS CODE (1)", "none")),
        (
            6,
            4,
            "SUM",
            ("row 7", "the headings of the 28-day standard", "none for total"),
        ),
        (10, 2, "ENGLAND", None),
    ],
)
def test_a_cancer_sheet_of_another_layout_is_refused(
    book_path, row, column, cell, fault
):
    sheets = make_cancer_sheets()
    name = "28-DAY FDS (ALL ROUTES)"
    sheets[name][row][column] = cell

    found = list_faults(read_cancer_waits, write_book(book_path, sheets))

    if fault is None:
        assert found[0][0] == f"sheet '{name}', row 11, column 'provider'"
    else:
        place = f"sheet '{name}'" + (f", {fault[0]}" if fault[0] else "")
        assert (place, *fault[1:]) in found


def test_a_part_without_all_providers_is_refused(book_path):
    sheets = make_cancer_sheets()
    name = "28-DAY FDS (ALL ROUTES)"
    del sheets[name][10]

    assert list_faults(read_cancer_waits, write_book(book_path, sheets)) == [
        (f"sheet '{name}'", "one row for all English providers of ALL ROUTES", "none")
    ]


def test_cancer_sheets_without_time_bands_are_refused(book_path):
    sheets = make_cancer_sheets()
    name = "28-DAY FDS (ALL ROUTES)"
    sheets[name] = [row[:9] for row in sheets[name]]

    assert list_faults(read_cancer_waits, write_book(book_path, sheets))[0] == (
        f"sheet '{name}', row 7",
        "the headings of the 28-day standard",
        "none for the time bands",
    )


def test_cancer_sheets_of_two_months_are_refused(book_path):
    sheets = make_cancer_sheets()
    sheets["31-DAY (ALL CANCER)"][1][0] = "May-24"

    assert list_faults(read_cancer_waits, write_book(book_path, sheets)) == [
        ("", "one month in all sheets", "April 2024 and May 2024")
    ]


def test_cancer_headings_in_another_order_are_refused(book_path):
    sheets = make_cancer_sheets()
    name = "28-DAY FDS (ALL ROUTES)"
    for row in sheets[name]:
        if "TOTAL" in row:
            row[5], row[6] = row[6], row[5]

    assert list_faults(read_cancer_waits, write_book(book_path, sheets)) == [
        (
            f"sheet '{name}', row 7",
            "the headings of the 28-day standard",
            "another order",
        )
    ]


def test_a_provider_has_one_code_and_one_name_in_all_sheets(book_path):
    sheets = make_cancer_sheets()
    for row in sheets["28-DAY FDS (ALL ROUTES)"]:
        if "RXX" in row:
            row[1] = "XRX"

    assert list_faults(read_cancer_waits, write_book(book_path, sheets)) == [
        ("", "one provider for TRUST RXX in all sheets", "RXX and XRX")
    ]


@pytest.mark.parametrize(
    ("sheet", "rows", "expected", "found"),
    [
        ("28-DAY FDS (ALL ROUTES)", 7, "a part that is all", "none, or other parts"),
        (
            "62-DAY (ALL CANCER)",
            12,
            "a part that is all, and parts of each referral route",
            "one of the two alone",
        ),
    ],
)
def test_a_cancer_sheet_that_was_cut_is_refused(
    book_path, sheet, rows, expected, found
):
    sheets = make_cancer_sheets()
    del sheets[sheet][rows:]

    assert list_faults(read_cancer_waits, write_book(book_path, sheets)) == [
        (f"sheet '{sheet}'", expected, found)
    ]


def test_ambulance_items_apart_are_refused(csv_path):
    rows = make_ambulance()
    at = rows[0].index("A12")
    for row in rows:
        row.insert(at, row[at])
    rows[0][at] = "A13"

    assert list_faults(read_ambulance_months, write_csv(csv_path, rows)) == [
        (
            "row 1",
            "A7 to A12 and A24 to A38 beside each other",
            "others between them",
        )
    ]
