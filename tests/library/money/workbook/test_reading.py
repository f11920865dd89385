"""A workbook that does not fit is refused: all its faults, each with sheet and cell."""

import pytest

from factories.ledger_workbook import (
    find_cell,
    find_total,
    make_full_ledger,
    open_book,
    save_book,
)
from placeplan.errors import InputError
from placeplan.money.workbook import (
    read_ledger_workbook,
    reading,
    write_ledger_workbook,
)
from placeplan.money.workbook.amount import parse_pounds, write_pounds

CONTENT = write_ledger_workbook(make_full_ledger(), year=2016)
BACK = "Put it back, or copy your numbers into a workbook downloaded anew."
ANEW = "Download the workbook anew, and copy your numbers into it."
NUMBER = "Type the number of pounds itself, to the penny."


@pytest.fixture
def book():
    """Give the workbook as another program opens it."""
    return open_book(CONTENT)


def refuse(book):
    """Give every fault, without the name of the file that each begins with."""
    content = book if isinstance(book, bytes) else save_book(book)
    with pytest.raises(InputError) as caught:
        read_ledger_workbook(content, name="mine.xlsx")
    return [str(fault).removeprefix("mine.xlsx") for fault in caught.value.faults]


def test_every_amount_comes_back_to_the_penny():
    sent = read_ledger_workbook(CONTENT)
    by_row = {
        (cell.row.organisation, cell.row.line, cell.row.basis, cell.month.month): pence
        for cell, pence in sent.amounts.items()
    }
    assert by_row["trust", "contract", "actual", 5] == 10795
    assert by_row["trust", "rota", "actual", 5] == 225
    assert by_row["group", "", "", 4] == 5050
    assert len(sent.amounts) == 22


@pytest.mark.parametrize("edition", ["", "change 7 of kent"])
def test_edition_comes_back_as_it_went_out(edition):
    content = write_ledger_workbook(make_full_ledger(), year=2016, edition=edition)
    assert read_ledger_workbook(content).shape.edition == edition


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (12.345, "12.345"),
        ("12", "12"),
        ("n/a", "n/a"),
        (2e13, "20000000000000"),
        (True, "1"),
    ],
)
def test_amount_that_is_no_number_of_pounds_and_pence_is_refused(book, value, words):
    find_cell(book["trust"], "nurses", "actual", "Apr 2016").value = value
    expected = "a number of pounds to the penny, or nothing"
    assert refuse(book) == [
        f", sheet 'trust', cell H22: expected {expected}, found {words}. {NUMBER}"
    ]


def test_formula_in_a_cell_to_fill_in_is_refused(book):
    find_cell(book["trust"], "nurses", "actual", "Apr 2016").value = "=90+5.25"
    assert refuse(book) == [
        ", sheet 'trust', cell H22: expected a number, found the formula =90+5.25. "
        + NUMBER
    ]


def test_formula_that_was_typed_over_is_told(book):
    find_total(book["trust"], "Income", "plan", "Apr 2016").value = 12
    find_total(book["trust"], "Pay", "plan", "Year 2016/17").value = "=T10"
    book["Position"]["J8"].value = None
    again = ", sheet 'trust', cell"
    assert refuse(book) == [
        ", sheet 'Position', cell J8: expected the formula =I8-H8, found nothing. "
        + BACK,
        f"{again} H9: expected the formula =SUM(H7:H8), found 12. {BACK}",
        f"{again} T12: expected the formula =SUM(T10:T11), found =T10. {BACK}",
    ]


@pytest.mark.parametrize(
    ("tab", "cell", "value", "words"),
    [
        ("trust", "H6", "May 2016", "expected 'Apr 2016', found May 2016"),
        ("trust", "H6", "=1+1", "expected 'Apr 2016', found =1+1"),
        ("trust", "B9", None, "expected 'Income', found nothing"),
        ("Position", "A7", "new", "expected 'group', found new"),
        ("System", "F4", "All", "expected 'System', found All"),
        ("Control totals", "D5", "-1.25", "expected the number -1.25, found -1.25"),
    ],
)
def test_word_that_was_changed_is_told(book, tab, cell, value, words):
    book[tab][cell] = value
    assert refuse(book) == [f", sheet '{tab}', cell {cell}: {words}. {BACK}"]


def test_whatever_stands_beside_the_tables_is_told(book):
    book["trust"]["X9"], book["Savings"]["F30"] = 12, "see my note"
    words = "expected an empty cell, found"
    remedy = "Empty the cell: only yellow cells are read."
    assert refuse(book) == [
        f", sheet 'Savings', cell F30: {words} see my note. {remedy}",
        f", sheet 'trust', cell X9: {words} 12. {remedy}",
    ]


def test_cell_of_nothing_but_space_is_empty(book):
    book["trust"]["X9"] = "  "
    assert len(read_ledger_workbook(save_book(book)).amounts) == 22


@pytest.mark.parametrize(
    ("tab", "cell", "value", "words"),
    [
        ("Read me", "A1", "My book", "'Ledger of Placeplan, workbook 1'"),
        ("Read me", "B3", "2016/18", "a financial year as in 2016/17"),
        ("Read me", "B4", "May 2015", "a month of 2016/17"),
        ("Read me", "B4", "May", "a month of 2016/17"),
        ("Read me", "B5", "perhaps", "yes or no"),
        ("Read me", "A9", "group", "each organisation once"),
        ("Read me", "B9", "group", "each sheet once"),
        ("trust", "B2", "group", "trust"),
        ("trust", "C7", "costs", "income or pay or non_pay"),
        ("trust", "E7", "maybe", "yes or no"),
        ("trust", "G7", "forecast", "plan or actual"),
        ("Savings", "D5", "maybe", "yes or no"),
        ("Savings", "E5", "guess", "plan or actual"),
        ("Savings", "E6", "plan", "each row once"),
        ("Control totals", "A6", "group", "each row once"),
        ("Control totals", "D5", "x", "the amount of an agreed change"),
    ],
)
def test_key_that_cannot_be_read_is_told(book, tab, cell, value, words):
    book[tab][cell] = value
    (fault,) = refuse(book)
    where, found = fault.removeprefix(f", sheet '{tab}', cell ").split(": expected ")
    assert where in (cell, f"A{cell[1:]}")
    assert found.startswith(f"{words}, found ")


def test_sheets_that_are_missing_or_more_are_told_all_at_once(book):
    del book["System"]
    book["group"].title = "Mine"
    assert refuse(book) == [
        f", sheet 'System': expected such a sheet, found none. {BACK}",
        f", sheet 'group': expected such a sheet, found none. {BACK}",
        ", sheet 'Mine': expected no such sheet, found one. Take it out.",
    ]


def test_organisation_on_the_sheet_of_something_else_is_refused(book):
    del book["group"]
    book["Read me"]["B8"] = "System"
    (fault,) = refuse(book)
    assert fault.startswith(", sheet 'System': expected a sheet of its own")


def test_workbook_without_its_first_sheet_is_refused(book):
    del book["Read me"]
    (fault,) = refuse(book)
    assert fault.startswith(", sheet 'Read me': expected such a sheet, found Position,")


def test_workbook_without_an_organisation_is_refused(book):
    book["Read me"]["A8"] = None
    (fault,) = refuse(book)
    assert fault == (
        f", sheet 'Read me', cell A8: expected an organisation, found nothing. {ANEW}"
    )


def test_of_very_many_faults_the_first_are_told_and_how_many_more(book):
    for row in book["trust"].iter_rows(min_row=9, max_row=9, min_col=8):
        for cell in row:
            cell.value = 1
    for row in book["group"].iter_rows(min_row=7, max_row=9, min_col=8):
        for cell in row:
            cell.value = "x"
    faults = refuse(book)
    assert len(faults) == 51
    assert faults[-1] == (
        f": expected cells as they were, found 6 more cells like these. {ANEW}"
    )


def test_many_cells_beside_a_table_are_told_together(book):
    for row in range(1, 31):
        book["trust"].cell(row, 26, row)
    faults = refuse(book)
    assert len(faults) == 21
    assert faults[-1] == (
        ", sheet 'trust': expected empty cells, found 10 more. "
        "Empty the cell: only yellow cells are read."
    )


def test_sheet_that_is_all_wrong_does_not_tell_it_without_end(book):
    for row in range(7, 200):
        book["trust"].cell(row, 1, f"line-{row}")
    assert len(refuse(book)) == 51


def test_workbook_of_more_rows_than_a_ledger_has_is_refused(monkeypatch):
    monkeypatch.setattr(reading, "MOST_ROWS", 100)
    (fault,) = refuse(CONTENT)
    assert fault.startswith(": expected at most 100 rows, found 1")


def test_file_larger_than_the_limit_is_refused_unread():
    assert refuse(bytes(10_000_001)) == [
        f": expected at most 10 MB, found 10.0 MB. {ANEW}"
    ]


def test_file_that_is_no_workbook_is_refused():
    (fault,) = refuse(b"line,value\n")
    assert fault == (
        ": expected an .xlsx workbook, found something else. Save it as an Excel "
        "workbook, .xlsx, and send that."
    )


@pytest.mark.parametrize(
    ("text", "pence"),
    [
        ("1234567.89", 123456789),
        ("-0.01", -1),
        ("0.30000000000000004", 30),
        ("2.7755575615628914E-17", 0),
        ("9999999999999.99", 999999999999999),
        ("10000000000000", None),
        ("0.005", None),
        ("1E999999999999999999", None),
        ("-", None),
        ("1" * 50, None),
    ],
)
def test_number_of_a_cell_is_whole_pence_or_nothing(text, pence):
    assert parse_pounds(text) == pence


@pytest.mark.parametrize("pence", [1, -123456789, 999999999999999, 700000000000001])
def test_pence_come_back_from_the_number_that_is_written(pence):
    assert parse_pounds(f"{write_pounds(pence):.16G}") == pence
