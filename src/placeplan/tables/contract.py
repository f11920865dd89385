"""What a table must look like before any chapter may use it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import polars as pl

from placeplan.tables.status import STATUS

ColumnKind = Literal[
    "text", "whole", "number", "share", "date", "year", "flag", "status"
]

DTYPES: Mapping[ColumnKind, pl.DataType] = {
    "text": pl.String(),
    "whole": pl.Int64(),
    "number": pl.Float64(),
    "share": pl.Float64(),
    "date": pl.Date(),
    "year": pl.Int32(),
    "flag": pl.Boolean(),
    "status": STATUS,
}

DEFAULT_BOUNDS: Mapping[ColumnKind, tuple[float, float]] = {
    "share": (0, 1),
    "year": (1900, 2150),
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table and what may stand in it.

    Parameters
    ----------
    name : str
        Header, exactly.
    kind : ColumnKind
        ``text``, ``whole`` (integer), ``number``, ``share`` (0 to 1 unless bounds are
        given: growth may fall below 0), ``date`` (2016-06-01), ``year`` (the year in
        which a financial year starts, or the year of a mid-year count), ``flag`` (yes
        or no) or ``status`` (published, derived, calibrated or illustrative).
    about : str
        What it holds, with its unit, for the manual.
    nullable : bool
        Whether a cell may be empty.
    optional : bool
        Whether a file may leave the whole column out: all its cells are empty then.
    least, most : float or None
        Bounds, inclusive. A share is bounded by 0 and 1, a year by 1900 and 2150,
        unless given.
    choices : frozenset of str or None
        The only texts allowed.
    refers_to : tuple of str or None
        ``(table, column)`` of the same folder in which each value must stand.

    Examples
    --------
    >>> Column("share", "share").bounds
    (0, 1)
    >>> Column("growth_share", "share", least=-1).bounds
    (-1, 1)
    """

    name: str
    kind: ColumnKind
    about: str = ""
    nullable: bool = False
    least: float | None = None
    most: float | None = None
    choices: frozenset[str] | None = None
    refers_to: tuple[str, str] | None = None
    optional: bool = False

    @property
    def bounds(self) -> tuple[float | None, float | None]:
        """Smallest and largest value allowed; None where there is no bound."""
        least, most = DEFAULT_BOUNDS.get(self.kind, (None, None))
        return (
            least if self.least is None else self.least,
            most if self.most is None else self.most,
        )


PROVENANCE = (
    Column("source", "text", "Id in sources.yaml.", refers_to=("sources", "id")),
    Column("status", "status", "published, derived, calibrated or illustrative."),
)
"""The two columns with which every table of a plan folder ends."""


@dataclass(frozen=True, slots=True)
class TableContract:
    """A table: its file, its columns, its key.

    Parameters
    ----------
    name : str
        How chapters call it, such as ``people_base``.
    path : str
        File below the plan folder, such as ``people/base.csv``.
    columns : tuple of Column
        Its columns, in order; others are a fault. ``source`` and ``status`` are put at
        the end by the contract itself and need not be written.
    key : tuple of str
        Columns that together never repeat. Empty when rows may repeat.
    about : str
        One sentence for the manual.
    required : bool
        Whether a plan folder must have the file.
    share_column, share_within : str or None, tuple of str
        Where given, the shares must sum to 1 within each group of ``share_within``
        (over the whole table when that is empty).
    valid_columns : tuple of str
        Where given, the names of the start and end columns: no row ends before it
        starts, and validity of rows with the same key (start and end left out) must
        not overlap. The ends are inclusive; an empty cell is open.
    sourced : bool
        Whether each row must give ``source`` and ``status``. False only for lists that
        are not part of a plan folder.

    Examples
    --------
    >>> contract = TableContract("beds", "capacity/beds.csv",
    ...     (Column("site", "text"), Column("beds", "number", least=0)), key=("site",))
    >>> list(contract.schema)
    ['site', 'beds', 'source', 'status']
    """

    name: str
    path: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    about: str = ""
    required: bool = True
    share_column: str | None = None
    share_within: tuple[str, ...] = ()
    valid_columns: tuple[str, ...] = ()
    sourced: bool = True

    def __post_init__(self) -> None:
        if self.sourced:
            given = {column.name for column in self.columns}
            added = tuple(each for each in PROVENANCE if each.name not in given)
            object.__setattr__(self, "columns", self.columns + added)
        names = [column.name for column in self.columns]
        if len(set(names)) < len(names):
            message = f"the contract of {self.name} names a column twice: {names}"
            raise ValueError(message)
        shared = (self.share_column,) if self.share_column else ()
        used = {*self.key, *shared, *self.share_within, *self.valid_columns}
        if unknown := sorted(used - set(names)):
            message = f"the contract of {self.name} has no column {unknown}"
            raise ValueError(message)
        if len(self.valid_columns) not in (0, 2):
            message = f"the contract of {self.name} needs a start and an end column"
            raise ValueError(message)

    @property
    def schema(self) -> dict[str, pl.DataType]:
        """Column names and Polars types, in order."""
        return {column.name: DTYPES[column.kind] for column in self.columns}

    @property
    def optional(self) -> bool:
        """Whether the folder may lack the file."""
        return not self.required

    def make_empty(self) -> pl.DataFrame:
        """Make a frame of no rows with the contract's columns and types."""
        return pl.DataFrame(schema=self.schema)
