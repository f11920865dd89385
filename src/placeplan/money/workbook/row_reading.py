"""The rows of a workbook that came back: which rows of the ledger they show."""

from collections.abc import Iterable
from typing import Final

from placeplan.money.ledger.inputs import BASES, SIDES
from placeplan.money.workbook import control_sheet, organisation_sheet, savings_sheet
from placeplan.money.workbook.amount import parse_pounds
from placeplan.money.workbook.cell import LedgerRow
from placeplan.money.workbook.sent_sheet import SentSheet
from placeplan.money.workbook.shape import (
    CONTROL_TABLE,
    SAVINGS_TABLE,
    VALUES_TABLE,
    ControlShape,
    ShownRow,
)

_FLAGS: Final = ("yes", "no")


def read_lines(sheet: SentSheet, organisation: str) -> tuple[ShownRow, ...]:
    """Read which lines the sheet of an organisation shows."""
    own = (organisation_sheet.ID_ROW, 1)
    if sheet.get_text(*own) != organisation:
        sheet.tell(*own, organisation)
    shown = []
    many = len(organisation_sheet.KEYS)
    for row in sheet.list_rows(organisation_sheet.HEADER):
        line, name, side, fund, recurrent, partner, basis = sheet.get_texts(row, many)
        sheet.get_choice(row, 2, SIDES)
        sheet.get_choice(row, 4, _FLAGS)
        sheet.get_choice(row, 6, BASES)
        key = LedgerRow(
            VALUES_TABLE, organisation, line, basis, recurrent == "yes", partner
        )
        shown.append(ShownRow(key, name, side, fund))
    _refuse_twice(sheet, organisation_sheet.HEADER, (each.row for each in shown))
    return tuple(shown)


def read_savings(sheet: SentSheet) -> tuple[ShownRow, ...]:
    """Read which schemes the sheet of savings shows."""
    shown = []
    many = len(savings_sheet.KEYS)
    for row in sheet.list_rows(savings_sheet.HEADER):
        organisation, scheme, name, recurrent, basis = sheet.get_texts(row, many)
        sheet.get_choice(row, 3, _FLAGS)
        sheet.get_choice(row, 4, BASES)
        is_recurrent = recurrent == "yes"
        key = LedgerRow(SAVINGS_TABLE, organisation, scheme, basis, is_recurrent)
        shown.append(ShownRow(key, name))
    _refuse_twice(sheet, savings_sheet.HEADER, (each.row for each in shown))
    return tuple(shown)


def read_control_totals(
    sheet: SentSheet,
) -> tuple[tuple[ControlShape, ...], tuple[str, ...]]:
    """Read which control totals are shown, and the changes agreed since they were set.

    Changes run from the column after the first amounts to the one before the last.
    """
    header, first = control_sheet.HEADER, control_sheet.SET_COLUMN + 1
    columns = [column for row, column in sheet.sheet.cells if row == header]
    last = max(columns, default=first)
    changes = tuple(sheet.get_text(header, column) for column in range(first, last))
    shown = []
    for row in sheet.list_rows(header):
        organisation, name = sheet.get_texts(row, 2)
        amounts = []
        for column in range(first, last):
            pence = parse_pounds(sheet.get_text(row, column))
            if pence is None:
                sheet.tell(row, column, "the amount of an agreed change")
            else:
                amounts.append(pence)
        key = LedgerRow(CONTROL_TABLE, organisation)
        shown.append(ControlShape(key, name, tuple(amounts)))
    _refuse_twice(sheet, header, (each.row for each in shown))
    return tuple(shown), changes


def _refuse_twice(sheet: SentSheet, header: int, keys: Iterable[LedgerRow]) -> None:
    seen: set[LedgerRow] = set()
    for row, key in zip(sheet.list_rows(header), keys, strict=True):
        if key in seen:
            sheet.tell(row, 0, "each row once")
        seen.add(key)
