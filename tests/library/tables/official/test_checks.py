"""Checks that layouts share: headings, totals, texts, ages."""

import polars as pl

from factories.official_factory import list_faults
from placeplan.tables.official import MISSING_REASON, close_ages
from placeplan.tables.official.fault_list import FaultList
from placeplan.tables.official.header import Heading, get_header, take_body
from placeplan.tables.official.sheet import Sheet
from placeplan.tables.official.text_check import check_unique
from placeplan.tables.official.tie import check_ties

HEADINGS = (Heading("code", "Code"), Heading("beds", "Beds", ("Total\nbeds",)))


def find(*rows, headings=HEADINGS, within_rows=3):
    sheet = Sheet("beds.xlsx", "S", rows)
    return list_faults(
        get_header, sheet, headings, FaultList("beds.xlsx"), within_rows=within_rows
    )


def test_a_sheet_without_any_heading_shows_what_stands_there():
    expected = "headings such as 'Code', 'Beds'"

    assert find(("Ward", "", "Floor")) == [
        ("sheet 'S', row 1", expected, "Ward, Floor")
    ]
    assert find() == [("sheet 'S', row 1", expected, "nothing")]


def test_a_heading_that_stands_twice_is_refused():
    assert find(("Code", "Beds", "Total Beds")) == [
        ("sheet 'S', row 1", "one column 'Beds'", "2")
    ]


def test_many_headings_at_fault_are_counted():
    headings = [Heading(str(age), f"Age {age}") for age in range(30)]

    found = find(("Age 0",), headings=headings)

    assert len(found) == 11
    assert found[-1] == (
        "sheet 'S', row 1",
        "the headings of this layout",
        "19 more headings at fault",
    )


def test_a_header_below_the_title_is_found_with_its_body():
    sheet = Sheet("b.xlsx", "S", (("Title", ""), ("CODE", "Total  beds"), ("RVV", "7")))
    faults = FaultList("b.xlsx")

    body = take_body(sheet, get_header(sheet, HEADINGS, faults, within_rows=9), faults)

    assert body.rows(named=True) == [{"row": 3, "code": "RVV", "beds": "7"}]


def test_notes_below_a_table_are_left_out_of_workbooks_alone():
    rows = (("Code", "Beds"), ("RVV", "7"), ("", ""), ("1. A note.", ""))
    faults = FaultList("b")
    for name, codes in (("S", ["RVV"]), ("", ["RVV", "1. A note."])):
        sheet = Sheet("b", name, rows)
        body = take_body(sheet, get_header(sheet, HEADINGS, faults), faults)
        assert body["code"].to_list() == codes


def test_many_totals_that_do_not_tie_are_counted():
    parts = pl.DataFrame({"code": [str(at) for at in range(25)], "value": 1.0})
    totals = parts.with_columns(value=2.0, row=pl.int_range(25), column=pl.lit("All"))
    faults = FaultList("b.xlsx")

    check_ties(
        parts, totals, Sheet("b.xlsx", "S", ()), faults, by=["code"], words="the sum"
    )

    assert len(faults.faults) == 21
    assert faults.faults[-1].found == "5 more that do not tie"


def test_a_total_that_is_suppressed_or_has_no_parts_ties_to_anything():
    parts = pl.DataFrame({"code": ["a", "b"], "value": [1.0, 2.0]})
    totals = pl.DataFrame(
        {"code": ["a", "c"], "value": [None, 9.0], "row": [5, 6], "column": "All"}
    )
    faults = FaultList("b.xlsx")

    check_ties(
        parts, totals, Sheet("b.xlsx", "S", ()), faults, by=["code"], words="the sum"
    )

    assert not faults.found_any


def test_many_repeated_keys_are_counted():
    body = pl.DataFrame({"row": range(50), "code": [str(at % 25) for at in range(50)]})
    faults = FaultList("b.csv")

    check_unique(body, ["code"], Sheet("b.csv", "", ()), faults)

    assert len(faults.faults) == 21
    assert faults.faults[-1].found == "5 more that repeat"


def test_closing_ages_keeps_what_is_missing_missing():
    people = pl.DataFrame(
        {
            "area_code": ["a", "a", "a", "b", "b"],
            "age": [89, 90, 91, 90, 91],
            "value": [5.0, 3.0, None, 3.0, 1.0],
            "missing_reason": [None, None, "suppressed", None, None],
        },
        schema_overrides={"age": pl.Int16, "missing_reason": MISSING_REASON},
    )

    assert close_ages(people).rows() == [
        ("a", 89, 5.0, None),
        ("a", 90, None, "suppressed"),
        ("b", 90, 4.0, None),
    ]
