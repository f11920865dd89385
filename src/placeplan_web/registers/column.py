"""A column of a register: what its cells hold, and how they are read and written."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import Enum
from typing import Any

from django.db.models import Model

from placeplan_web.design.words import write_day, write_number
from placeplan_web.registers.cell import tidy_text
from placeplan_web.registers.day_text import read_day

SHOWN_CODES = 12
MOST_WHOLE = 2_147_483_647  # what every database keeps in a whole number


class Holds(Enum):
    """What a cell can hold."""

    TEXT = "a text on one line"
    WORDS = "words on many lines"
    CHOICE = "one of a list"
    DAY = "a day"
    WHOLE = "a whole number"
    DECIMAL = "a number"
    YES_NO = "yes or no"
    LINK = "another record"


class MisreadError(ValueError):
    """A text that is not what its column holds: what was expected, and what to do."""

    def __init__(self, expected: str, remedy: str) -> None:
        self.expected, self.remedy = expected, remedy
        super().__init__(f"Expected {expected}. {remedy}")


@dataclass(frozen=True, slots=True)
class Link:
    """Records that a column points to.

    Parameters
    ----------
    list_all : callable
        Given the scope, such as a programme: a query set of them, in order.
    write_code : callable
        How a file names one; no two share a code.
    write_words : callable
        How a page names one.
    find_href : callable or None
        Given the scope and the record: the address of its page.
    """

    list_all: Callable[[Any], Any]
    write_code: Callable[[Any], str]
    write_words: Callable[[Any], str]
    find_href: Callable[[Any, Any], str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column.

    Parameters
    ----------
    name : str
        Header in files, and name in forms.
    label : str
        Its words on pages.
    holds : Holds
        What it holds.
    field : str
        Field of the model; `name` where it is the same.
    read : callable or None
        For a column worked out by the system: gives the value of a record. Nobody types
        such a column, and a file may only repeat it.
    work_out : callable or None
        What `read` would give, from the values of a row, so that a file which changes
        the row may hold the new one as well.
    hint : str
        What stands below the label in a form.
    needed : bool
        Whether a record cannot be without.
    choices : tuple of pairs
        For a choice: each value and its words.
    link : Link or None
        For a link.
    least, most : int or None
        Bounds of a number; of a text, `most` is its letters.
    places : int
        Decimals of a number.
    is_share : bool
        Whether pages write a number from 0 to 1 as per cent; forms and files do not.
    empty : str
        What a page says where there is nothing.
    is_listed : bool
        Whether it stands in the list.
    in_bulk : bool
        Whether many records may be given one value at once.
    is_asked : bool
        Whether the form of one record asks for it; a file may hold it either way.
    """

    name: str
    label: str
    holds: Holds = Holds.TEXT
    field: str = ""
    read: Callable[[Any], Any] | None = None
    work_out: Callable[[Mapping[str, Any]], Any] | None = None
    hint: str = ""
    needed: bool = False
    choices: tuple[tuple[str, str], ...] = ()
    link: Link | None = None
    least: int | None = None
    most: int | None = None
    places: int = 0
    is_share: bool = False
    empty: str = ""
    is_listed: bool = False
    in_bulk: bool = False
    is_asked: bool = True

    @property
    def path(self) -> str:
        return self.field or self.name

    @property
    def is_worked_out(self) -> bool:
        return self.read is not None

    @property
    def is_number(self) -> bool:
        return self.holds in {Holds.WHOLE, Holds.DECIMAL}

    def get_value(self, record: Model) -> Any:
        """Give the value of a record, a link as its code, nothing as None."""
        if self.read is not None:
            return self.read(record)
        if self.link is not None:
            if getattr(record, f"{self.path}_id") is None:
                return None
            return self.link.write_code(getattr(record, self.path))
        value = getattr(record, self.path)
        if isinstance(value, str):
            return tidy_text(value) or None
        return Decimal(repr(value)) if isinstance(value, float) else value

    def parse(self, text: str, codes: Mapping[str, int] | None = None) -> Any:
        """Read a text as a value; an empty one is None.

        Raises
        ------
        MisreadError
            It is no such value.
        """
        text = tidy_text(text)
        if not text:
            if self.needed:
                raise MisreadError(self.describe(codes), "Fill in the cell.")
            return None
        return _READERS[self.holds](self, text, codes or {})

    def describe(self, codes: Mapping[str, int] | None = None) -> str:
        """Say what a cell may hold."""
        if self.holds is Holds.CHOICE:
            return "one of: " + ", ".join(words for _, words in self.choices)
        if self.holds is Holds.LINK:
            known = list(codes or {})
            more = f" and {len(known) - SHOWN_CODES} more" * (len(known) > SHOWN_CODES)
            return "one of: " + ", ".join(known[:SHOWN_CODES]) + more
        if self.is_number:
            return f"{self.holds.value}{self._describe_bounds()}"
        if self.holds is Holds.DAY:
            return "a day such as 2019-10-31"
        if self.most and self.holds is Holds.TEXT:
            return f"a text of at most {self.most} letters"
        return str(self.holds.value)

    def _describe_bounds(self) -> str:
        if self.least is not None and self.most is not None:
            return f" from {self.least} to {self.most}"
        if self.least is not None:
            return f" of {self.least} or more"
        return f" of {self.most} at most" if self.most is not None else ""

    def write_text(self, value: Any) -> str:
        """Write a value for a file, so that `parse` gives it back."""
        if value is None:
            return ""
        if self.holds is Holds.CHOICE:
            return dict(self.choices).get(value, str(value))
        if isinstance(value, bool):
            return "yes" if value else "no"
        if isinstance(value, date):
            return value.isoformat()
        if isinstance(value, Decimal | float):
            return _write_plain(value)
        return str(value)

    def write_words(self, value: Any) -> str:
        """Write a value for a reader."""
        if value is None:
            return ""
        if isinstance(value, date):
            return write_day(value)
        if self.is_share and not isinstance(value, str):
            return f"{_write_plain(Decimal(str(value)) * 100)}%"
        if self.is_number and not isinstance(value, str):
            return write_number(float(value), self.places)
        return self.write_text(value)


def write_box(column: Column, value: Any) -> str:
    """Write a value into a box of a form, a choice as the value of its option."""
    return value if isinstance(value, str) else column.write_text(value)


def _write_plain(number: Decimal | float) -> str:
    """Write a number without an exponent, and without decimals that say nothing."""
    exact = Decimal(repr(number)) if isinstance(number, float) else number
    text = f"{exact:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _read_text(column: Column, text: str, _: Mapping[str, int]) -> str:
    if "\0" in text:
        raise MisreadError(column.describe(), "Take the zero byte out of the text.")
    if column.holds is Holds.TEXT and "\n" in text:
        raise MisreadError(column.describe(), "Write it on one line.")
    if column.most is not None and len(text) > column.most:
        expected = f"at most {column.most} letters"
        raise MisreadError(expected, f"Shorten it by {len(text) - column.most}.")
    return text


def _read_choice(column: Column, text: str, _: Mapping[str, int]) -> str:
    asked = text.casefold()
    for value, words in column.choices:
        if asked in (value.casefold(), words.casefold()):
            return value
    raise MisreadError(column.describe(), "Choose one of the list.")


def _read_date(column: Column, text: str, _: Mapping[str, int]) -> date:
    day = read_day(text)
    if day is None:
        remedy = "Write the day as year, month and day."
        raise MisreadError(column.describe(), remedy)
    return day


def _read_number(column: Column, text: str, _: Mapping[str, int]) -> Decimal:
    try:
        number = Decimal(text) if "_" not in text else Decimal("nan")
    except InvalidOperation:
        number = Decimal("nan")
    if not number.is_finite():
        remedy = "Write it in figures, without commas, signs or words."
        raise MisreadError(column.describe(), remedy)
    most = column.most if column.most is not None else MOST_WHOLE
    least = column.least if column.least is not None else -most
    if not least <= number <= most:  # before rounding, which a huge one would break
        raise MisreadError(column.describe(), "Correct the number.")
    places = 0 if column.holds is Holds.WHOLE else column.places
    if number != round(number, places):
        found = "no decimals" if not places else f"at most {places} decimals"
        raise MisreadError(f"{column.describe()}, with {found}", "Round it.")
    return number


def _read_whole(column: Column, text: str, codes: Mapping[str, int]) -> int:
    return int(_read_number(column, text, codes))


def _read_yes_no(column: Column, text: str, _: Mapping[str, int]) -> bool:
    answers = {"yes": True, "true": True, "no": False, "false": False}
    if (answer := answers.get(text.casefold())) is None:
        raise MisreadError("yes or no", "Write yes or no.")
    return answer


def _read_link(column: Column, text: str, codes: Mapping[str, int]) -> str:
    if text not in codes:
        remedy = "Write it exactly as in the list, or add the record first."
        raise MisreadError(column.describe(codes), remedy)
    return text


_READERS: Mapping[Holds, Callable[[Column, str, Mapping[str, int]], Any]] = {
    Holds.TEXT: _read_text,
    Holds.WORDS: _read_text,
    Holds.CHOICE: _read_choice,
    Holds.DAY: _read_date,
    Holds.WHOLE: _read_whole,
    Holds.DECIMAL: _read_number,
    Holds.YES_NO: _read_yes_no,
    Holds.LINK: _read_link,
}
