"""What a table must look like before any chapter may use it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

import polars as pl

ColumnKind = Literal["text", "whole", "number", "share", "date", "year", "flag"]

DTYPES: Mapping[ColumnKind, type[pl.DataType]] = {
    "text": pl.String,
    "whole": pl.Int64,
    "number": pl.Float64,
    "share": pl.Float64,
    "date": pl.Date,
    "year": pl.Int32,
    "flag": pl.Boolean,
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table and what may stand in it.

    Parameters
    ----------
    name : str
        Header, exactly.
    kind : ColumnKind
        ``text``, ``whole`` (integer), ``number``, ``share`` (0 to 1), ``date``
        (2016-06-01), ``year`` (the year in which a financial year starts, or the year
        of a mid-year count) or ``flag`` (yes or no).
    about : str
        What it holds, with its unit, for the manual.
    nullable : bool
        Whether a cell may be empty.
    least, most : float or None
        Bounds, inclusive.
    choices : frozenset of str or None
        The only texts allowed.
    refers_to : tuple of str or None
        ``(table, column)`` of the same folder in which each value must stand.
    """

    name: str
    kind: ColumnKind
    about: str = ""
    nullable: bool = False
    least: float | None = None
    most: float | None = None
    choices: frozenset[str] | None = None
    refers_to: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class TableContract:
    """A table of the plan folder: its file, its columns, its key.

    Parameters
    ----------
    name : str
        How chapters call it, such as ``people_base``.
    path : str
        File below the plan folder, such as ``people/base.csv``.
    columns : tuple of Column
        All columns, in order. Others are a fault.
    key : tuple of str
        Columns that together never repeat. Empty when rows may repeat.
    about : str
        One sentence for the manual.
    required : bool
        Whether a plan folder must have the file.
    share_column, share_within : str or None, tuple of str
        Where given, the shares must sum to 1 within each group of ``share_within``.
    valid_columns : tuple of str
        Where given, the names of the start and end columns; validity of rows with
        the same key (start and end left out) must not overlap.

    Examples
    --------
    >>> contract = TableContract("beds", "capacity/beds.csv",
    ...     (Column("site", "text"), Column("beds", "number", least=0)), key=("site",))
    >>> contract.schema
    {'site': String, 'beds': Float64}
    """

    name: str
    path: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    about: str = ""
    required: bool = True
    share_column: str | None = None
    share_within: tuple[str, ...] = ()
    valid_columns: tuple[str, ...] = field(default=())

    @property
    def schema(self) -> dict[str, pl.DataType]:
        """Column names and Polars types, in order."""
        return {column.name: DTYPES[column.kind]() for column in self.columns}

    @property
    def optional(self) -> bool:
        """Whether the folder may lack the file."""
        return not self.required
