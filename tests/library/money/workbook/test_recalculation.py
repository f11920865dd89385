"""A workbook that another program calculates anew agrees with our own totals."""

import pytest

from factories.ledger_workbook import (
    BOTH_SIDES,
    find_cell,
    find_total,
    list_changes,
    make_full_ledger,
    open_book,
    save_book,
)
from factories.recalculation import (
    OFFICE,
    recalculate_with_office,
    recalculate_with_python,
)
from factories.small_ledger import APRIL, MAY, VALUES
from placeplan.money.ledger.position import find_position
from placeplan.money.workbook import write_ledger_workbook

MOVED = {
    ("trust", "nurses", APRIL, "actual", True, None): 1234567.89,
    ("group", "contract", MAY, "actual", True, None): 99.01,
}
"""Amounts after two cells were changed, of £95.25 and £131."""

ROWS = [*VALUES, *BOTH_SIDES]
BEFORE = make_full_ledger(values=ROWS)
AFTER = make_full_ledger(
    values=[(*row[:6], MOVED.get(row[:6], row[6])) for row in ROWS]
)
CHANGES = [
    "sheet 'group', cell I21: 131.00 to 99.01",
    "sheet 'trust', cell H27: 95.25 to 1,234,567.89",
]


def change_two_cells():
    """Change two cells as a person does; what the sums came to before is not kept."""
    book = open_book(write_ledger_workbook(BEFORE, year=2016))
    find_cell(book["trust"], "nurses", "actual", "Apr 2016").value = 1234567.89
    find_cell(book["group"], "contract", "actual", "May 2016").value = 99.01
    return save_book(book)


def compare_with_position(found):
    """Hold the totals of both members against those of the library."""
    position = find_position(AFTER, year=2016)
    names = {"income": "Income", "pay": "Pay", "non_pay": "Non-pay"}
    names["surplus"] = "Surplus, or deficit when negative"
    layout = open_book(write_ledger_workbook(AFTER, year=2016))
    rows = position.select("organisation", "side", "plan_pence", "actual_pence").rows()
    assert len(rows) > 6
    for body, side, *amounts in rows:
        for basis, pence in zip(("plan", "actual"), amounts, strict=True):
            cell = find_total(layout[body], names[side], basis, "Year 2016/17")
            assert round(found[body.upper(), cell.coordinate] * 100) == pence


def compare_with_ours(found):
    """Hold every cell against what our own workbook of the changed ledger says."""
    ours = open_book(write_ledger_workbook(AFTER, year=2016), values=True)
    layout = open_book(write_ledger_workbook(AFTER, year=2016))
    compared = 0
    for page in layout:
        for row in page.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    shown = ours[page.title][cell.coordinate].value
                    there = found[page.title.upper(), cell.coordinate]
                    assert round(there * 100) == round(shown * 100), cell.coordinate
                    compared += 1
    assert compared > 500


def test_changed_cells_recalculated_come_to_the_totals_of_the_library(tmp_path):
    found = recalculate_with_python(change_two_cells(), tmp_path)

    compare_with_position(found)
    compare_with_ours(found)


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not on this computer")
def test_office_program_comes_to_the_same_and_its_file_can_be_sent_back(tmp_path):
    found, saved = recalculate_with_office(change_two_cells(), tmp_path)

    compare_with_position(found)
    compare_with_ours(found)
    assert list_changes(BEFORE, saved) == CHANGES
