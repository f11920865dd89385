"""Whether the texts of one column are what its contract says."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches

import polars as pl

from placeplan.errors import Fault
from placeplan.tables.contract import Column, ColumnKind
from placeplan.tables.formula import NUMBER_PATTERN, find_formulas
from placeplan.tables.grid import SHOWN
from placeplan.tables.status import STATUS, STATUSES

PATTERNS: dict[ColumnKind, str] = {
    "whole": r"^-?[0-9]{1,18}$",
    "number": NUMBER_PATTERN,
    "share": NUMBER_PATTERN,
    "date": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
    "year": r"^[0-9]{4}$",
    "flag": r"^(yes|no)$",
}

LARGEST_NUMBER = 1e13
"""No figure of a plan comes near to it; pounds beyond it have no exact pence."""

KIND_WORDS: dict[ColumnKind, str] = {
    "text": "a text",
    "whole": "a whole number",
    "number": "a number",
    "share": "a share",
    "date": "a date such as 2016-06-01",
    "year": "a year such as 2016 (for 2016/17)",
    "flag": "yes or no",
    "status": "one of: " + ", ".join(STATUSES),
}


def suggest_nearest(found: str, known: Iterable[str]) -> str:
    """Suggest the known text that is nearest to what was found.

    Examples
    --------
    >>> suggest_nearest("ashfrod", ["ashford", "dover"])
    "Did you mean 'ashford'?"
    >>> suggest_nearest("xyz", ["ashford", "dover"])
    'Use one of: ashford, dover.'
    """
    ordered = sorted(known)
    near = get_close_matches(found, ordered, n=1)
    if near:
        return f"Did you mean '{near[0]}'?"
    shown = ", ".join(ordered[:20]) + (", …" if len(ordered) > 20 else "")
    return f"Use one of: {shown}." if shown else "There is nothing that it could name."


def describe_column(column: Column) -> str:
    """Say in words what a cell of a column may hold.

    Examples
    --------
    >>> describe_column(Column("value", "number", least=0))
    'a number of 0 or more'
    >>> describe_column(Column("age", "whole", least=0, most=90))
    'a whole number from 0 to 90'
    >>> describe_column(Column("value", "number", most=2_500_000.5))
    'a number of 2,500,000.5 or less'
    >>> describe_column(Column("value", "number", least=-1e13, most=0.5))
    'a number from -10,000,000,000,000 to 0.5'
    """
    if column.choices is not None:
        return "one of: " + ", ".join(sorted(column.choices))
    words, (least, most) = KIND_WORDS[column.kind], column.bounds
    if column.kind == "year":
        return f"{words}, from {least:g} to {most:g}"
    if least is not None and most is not None:
        return f"{words} from {_write_bound(least)} to {_write_bound(most)}"
    if least is not None:
        return f"{words} of {_write_bound(least)} or more"
    return words if most is None else f"{words} of {_write_bound(most)} or less"


def _write_bound(bound: float) -> str:
    """Write a bound as people write it, however large: 10,000, and not 1e+04."""
    return f"{bound:,.15g}"


@dataclass(slots=True)
class CellCheck:
    """The cells of one column that are still good, and the faults of the others.

    Parameters
    ----------
    file : str
        Name used in faults.
    column : Column
        What the column must hold.
    texts : pl.Series
        The cells as text; a cell at fault becomes null.
    rows : pl.Series
        Row number of each cell.
    """

    file: str
    column: Column
    texts: pl.Series
    rows: pl.Series
    faults: list[Fault] = field(default_factory=list)

    def refuse(self, bad: pl.Series, expected: str, remedy: str = "") -> None:
        """Tell of the cells marked ``bad`` and put nothing in their place."""
        marked = bad.fill_null(value=False)
        count = int(marked.sum())
        if not count:
            return
        found, rows = self.texts.filter(marked), self.rows.filter(marked)
        for text, row in zip(found.head(SHOWN), rows.head(SHOWN), strict=True):
            where = f"row {row}, column {self.column.name}"
            shown = "nothing" if text is None else _shorten(text)
            mend = remedy or suggest_mending(text or "", self.column)
            self.faults.append(Fault(self.file, where, expected, shown, mend))
        if count > SHOWN:
            more = f"{count - SHOWN} more cells like these, down to row {rows[-1]}"
            where = f"column {self.column.name}"
            self.faults.append(
                Fault(self.file, where, expected, more, "Mend them likewise.")
            )
        self.texts = self.texts.set(marked, None)


def check_column(
    texts: pl.Series, rows: pl.Series, column: Column, *, file: str
) -> tuple[pl.Series, list[Fault]]:
    """Turn a column of texts into its type and list every cell that is at fault.

    Parameters
    ----------
    texts : pl.Series
        Cells as text, null where empty.
    rows : pl.Series
        Row number of each cell, as a spreadsheet shows it.
    column : Column
        What the column must hold.
    file : str
        Name used in faults.

    Returns
    -------
    tuple of pl.Series and list of Fault
        Values of the contract's type, null where a cell was empty or at fault, and the
        faults, row by row within each sort.

    Examples
    --------
    >>> cells, rows = pl.Series(["1.5", "-4", "1,200"]), pl.Series([2, 3, 4])
    >>> values, faults = check_column(
    ...     cells, rows, Column("value", "number", least=0), file="base.csv")
    >>> values.to_list()
    [1.5, None, None]
    >>> for fault in faults:
    ...     print(fault)
    base.csv, row 4, column value: expected a number of 0 or more, found 1,200. Leave \
out the commas between thousands.
    base.csv, row 3, column value: expected a number of 0 or more, found -4. Correct \
the value.
    """
    check = CellCheck(file, column, texts, rows)
    expected = describe_column(column)
    if not column.nullable:
        check.refuse(texts.is_null(), expected, "Fill in the cell.")
    _refuse_unclean(check)
    if pattern := PATTERNS.get(column.kind):
        check.refuse(~check.texts.str.contains(pattern), expected)
    allowed = STATUSES if column.kind == "status" else column.choices
    if allowed is not None:
        check.refuse(~check.texts.is_in(list(allowed)), expected)
    values = _convert(check.texts, column.kind)
    check.refuse(_find_outside(values, check.texts, column), expected)
    if check.faults:
        values = _convert(check.texts, column.kind)
    return values.alias(column.name), check.faults


def _refuse_unclean(check: CellCheck) -> None:
    texts = check.texts
    bare = texts.str.strip_chars()
    check.refuse(
        texts != bare,
        "no space before or after the text",
        "Delete the spaces at the start and the end of the cell.",
    )
    check.refuse(
        check.texts.str.contains(r"[\p{Cc}\p{Cf}]"),
        "one line of plain text",
        "Delete the invisible characters or line breaks in the cell.",
    )
    check.refuse(
        find_formulas(check.texts),
        "a plain value",
        "Replace the formula with its value: no cell may start with = + - or @.",
    )


def _convert(texts: pl.Series, kind: ColumnKind) -> pl.Series:
    if kind == "whole":
        return texts.cast(pl.Int64)
    if kind in ("number", "share"):
        return texts.cast(pl.Float64)
    if kind == "year":
        return texts.cast(pl.Int32)
    if kind == "date":
        return texts.str.to_date("%Y-%m-%d", strict=False)
    if kind == "flag":
        return texts == "yes"
    return texts.cast(STATUS) if kind == "status" else texts


def _find_outside(values: pl.Series, texts: pl.Series, column: Column) -> pl.Series:
    outside = values.is_null() & texts.is_not_null()  # 2016-02-30
    if column.kind in ("number", "share"):
        outside |= (values.abs() > LARGEST_NUMBER).fill_null(value=False)  # 1e999
    least, most = column.bounds
    if least is not None:
        outside |= (values < least).fill_null(value=False)
    if most is not None:
        outside |= (values > most).fill_null(value=False)
    return outside


def suggest_mending(found: str, column: Column) -> str:
    """Suggest how to mend a cell, from what stands in it.

    Examples
    --------
    >>> suggest_mending("2016/17", Column("year", "year"))
    'Write 2016, the year in which it starts.'
    >>> suggest_mending("12%", Column("share", "share"))
    'Write a percentage as a share: 85% is 0.85.'
    """
    if column.kind == "status":
        return suggest_nearest(found, STATUSES)
    if column.choices is not None:
        return suggest_nearest(found, column.choices)
    if column.kind == "flag":
        return "Write yes or no, in small letters."
    if column.kind == "date":
        return "Write year-month-day, as in 2016-06-01, a day that exists."
    if column.kind == "year" and found[:4].isdigit() and "/" in found:
        return f"Write {found[:4]}, the year in which it starts."
    return _suggest_number(found)


def _suggest_number(found: str) -> str:
    if found.endswith("%"):
        return "Write a percentage as a share: 85% is 0.85."
    if "£" in found:
        return "Leave out the pound sign: the column's name gives the unit."
    if "," in found:
        return "Leave out the commas between thousands."
    if found in {"*", "-", "c", "x", ":", ".."}:
        return (
            "A suppressed figure is no number: leave it out and say so in the source."
        )
    return "Correct the value."


def _shorten(text: str) -> str:
    return text if len(text) <= 60 else text[:57] + "…"
