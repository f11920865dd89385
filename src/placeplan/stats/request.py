"""A question to a method as it comes from outside: options, columns, and more."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from placeplan.errors import Fault, InputError
from placeplan.stats.array import Flags, Floats, Ints
from placeplan.stats.group import code_groups
from placeplan.stats.level import read_levels
from placeplan.stats.structure import Inspection, Structure

LEAST_LEVEL = 0.9
LARGEST = 1e15
"""Beyond this a double no longer holds whole numbers in a sum."""


@dataclass(frozen=True, slots=True)
class Request:
    """Options, columns of equal length, and anything beside them.

    Parameters
    ----------
    options : mapping
        Options by name; absent ones have the default of their method.
    columns : mapping of str to sequence
        Columns by name; `None` is missing.
    aux : mapping
        What has another length than the columns.

    Raises
    ------
    InputError
        Columns of different lengths, or with lists in their cells.

    Examples
    --------
    >>> asked = Request({"multiplier": 100}, {"x": [1, None], "n": [4, 5]})
    >>> asked.number("multiplier", 1.0), asked.numbers("x").tolist()
    (100.0, [1.0, nan])
    """

    options: Mapping[str, Any]
    columns: Mapping[str, Sequence[Any]]
    aux: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        lengths = {name: len(values) for name, values in self.columns.items()}
        if len(set(lengths.values())) > 1:
            found = ", ".join(f"{name} {count}" for name, count in lengths.items())
            _refuse("data", "columns of one length", found, "Fill the shorter ones.")
        for name, values in self.columns.items():
            if any(isinstance(value, list | dict) for value in values):
                found = "a list or an object"
                _refuse(f"column {name}", "plain values", found, "Correct them.")

    @property
    def rows(self) -> int:
        """Number of rows."""
        return max((len(values) for values in self.columns.values()), default=0)

    def inspect(self) -> Inspection:
        """Start the inspection that the option ``structure`` asks for."""
        return Inspection(
            Structure(self.choice("structure", "report", list(Structure)))
        )

    def has(self, column: str) -> bool:
        """Whether a column is there."""
        return column in self.columns

    def option(self, name: str, default: Any) -> Any:
        """Give an option, or its default where it is absent or null."""
        given = self.options.get(name)
        return default if given is None else given

    def number(self, name: str, default: float) -> float:
        """Give an option that is a number."""
        given = self.option(name, default)
        if isinstance(given, bool) or not isinstance(given, int | float):
            _refuse(name, "a number", str(given), "Write a number.", "options")
        if not abs(given) <= LARGEST:
            _refuse(name, "a finite number", str(given), "Change it.", "options")
        return float(given)

    def whole(self, name: str, default: int) -> int:
        """Give an option that is a whole number."""
        given = self.number(name, default)
        if given != int(given):
            _refuse(name, "a whole number", str(given), "Round it.", "options")
        return int(given)

    def flag(self, name: str, default: bool) -> bool:  # noqa: FBT001 - as its siblings
        """Give an option that is yes or no."""
        given = self.option(name, default)
        if not isinstance(given, bool):
            _refuse(name, "true or false", str(given), "Write one of them.", "options")
        return bool(given)

    def choice(self, name: str, default: str, known: Sequence[str]) -> str:
        """Give an option that is one of a few words; case does not matter."""
        given = str(self.option(name, default))
        for word in known:
            if given.lower() == word.lower():
                return str(word)
        expected = "one of " + ", ".join(known)
        _refuse(name, expected, given, "Choose one of them.", "options")
        raise AssertionError  # pragma: no cover - refused above

    def levels(self) -> tuple[float, ...]:
        """Give the confidence levels, 0.95 unless others are asked for."""
        given = self.option("confidence", 0.95)
        listed = isinstance(given, Sequence) and not isinstance(given, str)
        if isinstance(given, bool) or not (listed or isinstance(given, int | float)):
            _refuse("confidence", "0.95, or a list", str(given), "Correct.", "options")
        return read_levels(given, least=LEAST_LEVEL)

    def column(self, name: str) -> Sequence[Any]:
        """Give a column as it came."""
        if name not in self.columns:
            found = ", ".join(self.columns) or "none"
            _refuse(f"column {name}", "this column", found, "Add it.")
        return self.columns[name]

    def numbers(self, name: str) -> Floats:
        """Give a column of numbers; missing ones are NaN."""
        return read_numbers(self.column(name), f"column {name}")

    def flags(self, name: str) -> Flags:
        """Give a column of yes and no, as true and false or 1 and 0."""
        found = self.numbers(name)
        bad = ~np.isin(found, (0.0, 1.0))
        if bad.any():
            _refuse(f"column {name}", "1 or 0 in every row", "others", "Correct it.")
        yes: Flags = found == 1
        return yes

    def dates(self, name: str) -> Any:
        """Give a column of dates as datetime64[D]; missing ones are NaT."""
        return read_dates(self.column(name), f"column {name}")

    def groups(self) -> tuple[dict[str, list[Any]], Ints]:
        """Give the labels of groups by column, and the group of each row.

        The option ``group`` names a column or several; without it all rows are one.
        """
        given = self.option("group", [])
        names = given if isinstance(given, list) else [given]
        if not all(isinstance(name, str) for name in names):
            _refuse("group", "names of columns", str(given), "Name columns.", "options")
        if not names:
            return {}, np.zeros(self.rows, dtype=np.int64)
        if len(names) == 1:
            labels, codes = code_groups(self.column(names[0]))
            return {names[0]: labels}, codes
        keys = list(zip(*(self.column(name) for name in names), strict=True))
        places = [code_groups(self.column(name))[1] for name in names]
        order, codes = np.unique(np.stack(places, 1), axis=0, return_inverse=True)
        first = {
            int(code): row for row, code in reversed(list(enumerate(codes.ravel())))
        }
        return {
            name: [keys[first[code]][place] for code in range(len(order))]
            for place, name in enumerate(names)
        }, codes.ravel().astype(np.int64)


def read_numbers(values: Sequence[Any], where: str) -> Floats:
    """Read numbers as they come from JSON.

    Raises
    ------
    InputError
        Something that is neither a finite number nor missing.

    Examples
    --------
    >>> read_numbers([1, None, 2.5], "column x").tolist()
    [1.0, nan, 2.5]
    """
    read = np.empty(len(values))
    bad = np.zeros(len(values), dtype=bool)
    for row, value in enumerate(values):
        if value is None:
            read[row] = np.nan
        elif isinstance(value, int | float) and abs(value) <= LARGEST:
            read[row] = float(value)
        else:
            read[row] = np.nan
            bad[row] = not (isinstance(value, float) and np.isnan(value))
    look = Inspection(Structure.STRICT)
    look.refuse_rows(
        bad, where.removeprefix("column "), "a finite number", "Correct it."
    )
    look.close()
    return read


def read_dates(values: Sequence[Any], where: str) -> Any:
    """Read dates written as 2024-04-01; `None` is missing.

    Raises
    ------
    InputError
        Something else.

    Examples
    --------
    >>> read_dates(["2024-04-01", None], "column date").tolist()
    [datetime.date(2024, 4, 1), None]
    """
    try:
        return np.array(
            ["NaT" if value is None else str(value)[:10] for value in values], "M8[D]"
        )
    except ValueError as error:
        expected = "dates such as 2024-04-01"
        _refuse(where, expected, str(error), "Correct them.")
        raise AssertionError from error  # pragma: no cover - refused above


def _refuse(
    where: str, expected: str, found: str, remedy: str, source: str = "input"
) -> None:
    raise InputError([Fault(source, where, expected, found, remedy)])
