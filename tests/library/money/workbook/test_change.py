"""What comes back: just the cells that differ, and everything that does not fit."""

import pytest

from factories.ledger_workbook import (
    SAVINGS,
    find_cell,
    list_changes,
    make_full_ledger,
    open_book,
    save_book,
)
from factories.small_ledger import LINES, VALUES
from placeplan.errors import InputError
from placeplan.money.pence import Pence
from placeplan.money.workbook import (
    CellChange,
    LedgerCell,
    LedgerRow,
    find_changes,
    read_ledger_workbook,
    write_ledger_workbook,
)

LEDGER = make_full_ledger()
CONTENT = write_ledger_workbook(LEDGER, year=2016)


@pytest.fixture
def book():
    """Give the workbook as another program opens it."""
    return open_book(CONTENT)


def refuse(ledger, content):
    with pytest.raises(InputError) as caught:
        find_changes(ledger, read_ledger_workbook(content, name="mine.xlsx"))
    return [str(fault) for fault in caught.value.faults]


def test_workbook_sent_back_as_it_came_changes_nothing():
    assert find_changes(LEDGER, read_ledger_workbook(CONTENT)) == ()


def test_workbook_saved_by_another_program_changes_nothing(book):
    assert list_changes(LEDGER, save_book(book)) == []


def test_two_changed_cells_are_just_these_two(book):
    first = find_cell(book["trust"], "nurses", "actual", "Apr 2016")
    second = find_cell(
        book["group"], "bought-care", "plan", "May 2016", partner="trust"
    )
    first.value, second.value = 95.26, 0

    found = find_changes(LEDGER, read_ledger_workbook(save_book(book)))

    assert found == (
        CellChange(
            LedgerCell(
                LedgerRow(
                    "ledger_values", "group", "bought-care", "plan", True, "trust"
                ),
                VALUES[15][2],
            ),
            Pence(11000),
            Pence(0),
            f"sheet 'group', cell {second.coordinate}",
        ),
        CellChange(
            LedgerCell(
                LedgerRow("ledger_values", "trust", "nurses", "actual"), VALUES[6][2]
            ),
            Pence(9525),
            Pence(9526),
            f"sheet 'trust', cell {first.coordinate}",
        ),
    )


def test_empty_cell_that_was_filled_and_filled_cell_that_was_emptied_are_told(book):
    find_cell(book["group"], "nurses", "actual", "Mar 2017").value = -3.5
    find_cell(book["trust"], "nurses", "actual", "Apr 2016").value = None
    assert list_changes(LEDGER, save_book(book)) == [
        "sheet 'group', cell S22: empty to -3.50",
        "sheet 'trust', cell H22: 95.25 to empty",
    ]


def test_savings_change_as_lines_do(book):
    book["Savings"]["G5"] = 4
    assert list_changes(LEDGER, save_book(book)) == [
        "sheet 'Savings', cell G5: empty to 4.00"
    ]


def test_control_totals_change_together(book):
    book["Control totals"]["C5"], book["Control totals"]["C6"] = 50, 25.5
    assert list_changes(LEDGER, save_book(book)) == [
        "sheet 'Control totals', cell C5: 50.50 to 50.00",
        "sheet 'Control totals', cell C6: 25.00 to 25.50",
    ]


def test_control_totals_that_add_up_to_something_else_are_refused(book):
    book["Control totals"]["C5"], book["Control totals"]["C6"] = 50, None
    assert refuse(LEDGER, save_book(book)) == [
        (
            "mine.xlsx, sheet 'Control totals', cell C6: expected a control total, "
            "found nothing. Write 0 where nothing has to be met."
        ),
        (
            "mine.xlsx, sheet 'Control totals': expected changes that net to zero, "
            "found -25.50. Change another control total by as much the other way."
        ),
    ]


def test_year_that_the_ledger_lacks_is_refused():
    ledger = make_full_ledger(values=[])
    assert refuse(ledger, CONTENT)[0] == (
        "mine.xlsx, sheet 'Read me': expected a year of the ledger, found 2016/17. "
        "Download the workbook anew, and copy your numbers into it."
    )


def test_member_that_the_ledger_lacks_is_refused():
    ledger = make_full_ledger(values=[row for row in VALUES if row[0] == "group"])
    assert refuse(ledger, CONTENT) == [
        (
            "mine.xlsx, sheet 'trust': expected a member of the ledger, found trust. "
            "Download the workbook anew, and copy your numbers into it."
        )
    ]


def test_member_that_came_since_makes_the_sheet_of_the_system_too_small():
    ledger = make_full_ledger(values=[*VALUES, ("new", *VALUES[0][1:])])
    (fault,) = refuse(ledger, CONTENT)
    assert fault.startswith("mine.xlsx: expected group, new, trust, found group, trust")


def test_row_that_the_ledger_lacks_is_refused_and_one_that_came_since_is_told():
    values = [(*row[:5], None, row[6]) if row[0] == "trust" else row for row in VALUES]
    ledger = make_full_ledger(values=values)
    again = "Download the workbook anew, and copy your numbers into it."
    assert refuse(ledger, CONTENT) == [
        (
            "mine.xlsx, sheet 'trust', cell H7: expected a row of the ledger, found "
            f"trust, contract, plan, with group. {again}"
        ),
        (
            "mine.xlsx, sheet 'trust', cell H19: expected a row of the ledger, found "
            f"trust, contract, actual, with group. {again}"
        ),
        "mine.xlsx: expected the row trust, contract, plan, found none. " + again,
        "mine.xlsx: expected the row trust, contract, actual, found none. " + again,
    ]


def test_line_of_another_name_side_or_fund_is_refused():
    lines = [*LINES[:1], ("fund-money", "Grant", "income", None, None, 2), *LINES[2:]]
    faults = refuse(make_full_ledger(lines=lines), CONTENT)
    assert len(faults) == 4
    assert faults[0].startswith(
        "mine.xlsx, sheet 'group', cell H8: expected 'Grant', 'income', '', found "
        "'Fund', 'income', 'stf'. "
    )


def test_scheme_that_the_ledger_lacks_is_refused():
    savings = [(*row[:1], "beds", *row[2:]) for row in SAVINGS]
    faults = refuse(make_full_ledger(savings=savings), CONTENT)
    assert [fault.split(": ")[1].split(", found")[0] for fault in faults] == [
        "expected a row of the ledger",
        "expected a row of the ledger",
        "expected the row trust, beds, plan",
        "expected the row trust, beds, actual",
    ]


def test_agreed_change_of_another_size_is_told(book):
    book["Control totals"]["D5"] = 7
    (fault,) = refuse(LEDGER, save_book(book))
    assert "expected the changes that were agreed, found others" in fault


def test_agreed_change_that_came_since_is_told():
    assert refuse(make_full_ledger(changes=[]), CONTENT) == [
        (
            "mine.xlsx, sheet 'Control totals': expected the changes that were agreed, "
            "found others. Download the workbook anew, and copy your numbers into it."
        )
    ]
