"""The value of a fact: a number, a range, a date, a rating, or nothing at all."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

VALUE_KINDS: Final = {
    "number": "a number, such as 245 or -1.5",
    "range": "a lower and an upper number",
    "list": "numbers with a space between them",
    "year": "a year, such as 2021",
    "date": "a day, such as 2016-10-21",
    "month": "a month, such as 2019-07",
    "months": "a first and a last month",
    "flag": "yes or no",
    "text": "words",
    "missing": "nothing: the paper does not say",
}
"""What a value may be, and how it is written."""

_NUMBER = re.compile(r"-?\d{1,15}(\.\d{1,8})?")
_YEAR = re.compile(r"(1[5-9]|2[01])\d\d")
_TWO: Final = frozenset({"range", "months"})


@dataclass(frozen=True, slots=True)
class FactValue:
    """A value as it was printed, with what can be counted in it.

    Parameters
    ----------
    kind : str
        One of `VALUE_KINDS`.
    value : str
        As printed, without thousands separators; empty when missing.
    value_to : str
        Upper end of a range, last month of a span; empty otherwise.

    Raises
    ------
    ValueError
        When the text is not what the kind asks for, or a range runs backwards.

    Examples
    --------
    >>> FactValue("number", "1731400").shown
    '1,731,400'
    >>> FactValue("range", "30000", "50000").numbers
    (Decimal('30000'), Decimal('50000'))
    >>> FactValue("month", "2019-07").shown
    'July 2019'
    """

    kind: str
    value: str = ""
    value_to: str = ""

    def __post_init__(self) -> None:
        if fault := find_value_fault(self.kind, self.value, self.value_to):
            raise ValueError(fault)

    @property
    def numbers(self) -> tuple[Decimal, ...]:
        """Numbers in it: one of a number, year or flag, two of a range, else none."""
        if self.kind in ("number", "year"):
            return (Decimal(self.value),)
        if self.kind == "range":
            return (Decimal(self.value), Decimal(self.value_to))
        if self.kind == "list":
            return tuple(Decimal(part) for part in self.value.split())
        if self.kind == "flag":
            return (Decimal(self.value == "yes"),)
        return ()

    @property
    def number(self) -> Decimal | None:
        """The one number that it is; None when it is not one."""
        numbers = self.numbers
        return numbers[0] if len(numbers) == 1 and self.kind != "list" else None

    @property
    def day(self) -> date | None:
        """The day that it is; None when it is not one."""
        return date.fromisoformat(self.value) if self.kind == "date" else None

    @property
    def shown(self) -> str:
        """As a reader wants it, without its unit; digits as they were printed."""
        if self.kind == "missing":
            return "not stated"
        if self.kind in ("number", "list"):
            return ", ".join(f"{number:,}" for number in self.numbers)
        if self.kind == "date":
            day = date.fromisoformat(self.value)
            return f"{day.day} {day:%B %Y}"
        parts = [self.value, self.value_to] if self.value_to else [self.value]
        if self.kind == "range":
            parts = [f"{Decimal(part):,}" for part in parts]
        if self.kind in ("month", "months"):
            parts = [f"{_to_day(part):%B %Y}" for part in parts]
        return " to ".join(parts)


def find_value_fault(kind: str, value: str, value_to: str = "") -> str:
    """Say what is wrong with a value; empty when nothing is.

    Examples
    --------
    >>> find_value_fault("number", "two hundred")
    'a number, such as 245 or -1.5'
    >>> find_value_fault("range", "50000", "30000")
    'a lower and an upper number'
    >>> find_value_fault("number", "245")
    ''
    """
    if kind not in VALUE_KINDS:
        return f"one of {', '.join(VALUE_KINDS)}"
    parts = (value, value_to) if kind in _TWO else (value,)
    sound = all(_is_sound(kind, part) for part in parts)
    if sound and kind == "range":
        sound = Decimal(value) <= Decimal(value_to)
    if sound and kind == "months":
        sound = value <= value_to
    alone = kind in _TWO or not value_to
    return "" if sound and alone else VALUE_KINDS[kind]


def _is_sound(kind: str, text: str) -> bool:
    if kind in ("number", "range"):
        return _NUMBER.fullmatch(text) is not None
    if kind == "list":
        return bool(text) and all(_NUMBER.fullmatch(part) for part in text.split())
    if kind == "year":
        return _YEAR.fullmatch(text) is not None
    if kind == "flag":
        return text in ("yes", "no")
    if kind == "missing":
        return not text
    if kind == "text":
        return bool(text.strip())
    return _is_day(text) if kind == "date" else _is_day(f"{text}-01")


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _to_day(month: str) -> date:
    return date.fromisoformat(f"{month}-01")
