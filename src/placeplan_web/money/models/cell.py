"""What a cell of a ledger is known by."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, Final


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a ledger: a line of an organisation in a month, on one basis.

    `line` is a scheme among savings and empty for a control total, whose `month` is the
    April in which its year starts.
    """

    table: str
    organisation: str
    line: str
    month: date
    basis: str = ""
    recurrent: bool = True
    counterparty: str = ""

    @classmethod
    def from_row(cls, row: Mapping[str, Any]) -> "Cell":
        """Give the cell of a row that has its columns, among others."""
        return cls(**{name: row[name] for name in CELL})


CELL: Final = tuple(field.name for field in fields(Cell))
"""Columns by which a cell is known."""
