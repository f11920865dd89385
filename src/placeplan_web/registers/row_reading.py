"""Rows of a file as values of a register; all that is wrong is told at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from placeplan.errors import Fault
from placeplan_web.registers.cell import read_cell, tidy_text
from placeplan_web.registers.column import Column, MisreadError
from placeplan_web.registers.export import REFERENCE, VERSION, WITHDRAW, list_headers
from placeplan_web.registers.kind import RegisterKind
from placeplan_web.registers.sheet import Sheet
from placeplan_web.registers.values import Codes

MOST_LETTERS_SHOWN = 60


@dataclass(slots=True)
class ReadRow:
    """A row as values: what people may type, and what the system works out."""

    number: int
    reference: str
    version: int | None = None
    withdraw: str = ""
    values: dict[str, Any] = field(default_factory=dict)
    worked_out: dict[str, Any] = field(default_factory=dict)
    empty: set[str] = field(default_factory=set)
    faults: list[Fault] = field(default_factory=list)

    @property
    def is_sound(self) -> bool:
        return not self.faults


@dataclass(frozen=True, slots=True)
class RowReader:
    """Reads the rows of one file."""

    kind: RegisterKind
    sheet: Sheet
    codes: Codes

    def list_header_faults(self) -> list[Fault]:
        """List columns that are unknown or stand twice."""
        known = list_headers(self.kind)
        where = f"row {self.sheet.header_row}"
        faults = []
        for header in dict.fromkeys(self.sheet.headers):
            count = list(self.sheet.headers).count(header)
            if count > 1:
                remedy = "Delete all but one."
                expected = f"one column {header}"
                faults.append(self._fault(where, expected, f"{count}", remedy))
            if header not in known:
                near = get_close_matches(header, known, 1)
                remedy = f"Did you mean {near[0]}?" if near else "Delete the column."
                expected = "only the columns " + ", ".join(known)
                found = header or "a column without a header"
                faults.append(self._fault(where, expected, found, remedy))
        return faults

    def read_rows(self) -> list[ReadRow]:
        """Read every row; each carries its own faults."""
        rows = [self._read_row(number, cells) for number, cells in self.sheet.rows]
        first: dict[str, int] = {}
        for row in rows:
            if not row.reference:
                continue
            if row.reference in first:
                where = f"row {row.number}, column {REFERENCE}"
                found = f"{row.reference}, as in row {first[row.reference]}"
                remedy = "Keep one of the two rows."
                expected = "each reference once"
                row.faults.append(self._fault(where, expected, found, remedy))
            first.setdefault(row.reference, row.number)
        return rows

    def _read_row(self, number: int, cells: Sequence[str | None]) -> ReadRow:
        texts = dict(zip(self.sheet.headers, cells, strict=False))
        row = ReadRow(number, tidy_text(texts.get(REFERENCE) or ""))
        row.withdraw = tidy_text(read_cell(texts.get(WITHDRAW) or ""))
        self._read_version(row, tidy_text(texts.get(VERSION) or ""))
        for column in self.kind.file_columns:
            if column.name in texts:
                self._read_cell(row, column, read_cell(texts[column.name] or ""))
        return row

    def _read_version(self, row: ReadRow, text: str) -> None:
        if not text:
            return
        if text.isascii() and text.isdigit() and 0 < len(text) < 10:
            row.version = int(text)
            return
        where = f"row {row.number}, column {VERSION}"
        remedy = "Leave the version as the export gave it, or empty."
        row.faults.append(self._fault(where, "a whole number", text, remedy))

    def _read_cell(self, row: ReadRow, column: Column, text: str) -> None:
        target = row.worked_out if column.is_worked_out else row.values
        if not tidy_text(text):
            row.empty.add(column.name)
            if not column.needed:
                target[column.name] = None
            return
        try:
            target[column.name] = column.parse(text, self.codes.get(column.name))
        except MisreadError as error:
            where = f"row {row.number}, column {column.name}"
            shown = text.strip()[:MOST_LETTERS_SHOWN]
            fault = self._fault(where, error.expected, shown, error.remedy)
            row.faults.append(fault)

    def _fault(self, where: str, expected: str, found: str, remedy: str) -> Fault:
        return Fault(self.sheet.file, where, expected, found, remedy)


def fill_new(row: ReadRow, columns: Sequence[Column], first: Mapping[str, Any]) -> None:
    """Give a new row what a new record has where nothing is written."""
    for column in columns:
        if row.values.get(column.name) is None:
            row.values[column.name] = first.get(column.name)
