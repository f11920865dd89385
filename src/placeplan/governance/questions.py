"""Entries that several questions of this chapter share."""

import re
from contextlib import suppress
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Any, Final

from pydantic import AwareDatetime, BeforeValidator, Field, StringConstraints

from placeplan.reference.rule import Question

_POUNDS: Final = re.compile(r"^\d{1,15}(\.\d{1,2})?$", re.ASCII)
_PARTS: Final = re.compile(r"^(\d{1,9})/(\d{1,9})$", re.ASCII)
_DECIMAL: Final = re.compile(r"^\d{1,9}(\.\d{1,18})?$", re.ASCII)


def read_pounds(value: Any) -> Decimal:
    """Read pounds: 24.99 as a text or as a number, with pence at the most.

    Examples
    --------
    >>> read_pounds("24.99"), read_pounds(25)
    (Decimal('24.99'), Decimal('25'))
    """
    if isinstance(value, bool) or not _POUNDS.match(text := _write(value)):
        message = f'pounds, 0 or more, such as "24.99", and not {value!r}'
        raise ValueError(message)
    return Decimal(text)


def read_share(value: Any) -> Fraction:
    """Read a share above 0 and up to 1: 0.25 as a number, or a text such as 1/3.

    Examples
    --------
    >>> read_share(0.1) * 30, read_share("1/3")
    (Fraction(3, 1), Fraction(1, 3))
    """
    text = "" if isinstance(value, bool) else _write(value)
    parts = _PARTS.match(text)
    if parts and int(parts[2]):
        share = Fraction(int(parts[1]), int(parts[2]))
    else:
        share = Fraction(text) if _DECIMAL.match(text) else Fraction(0)
    if not 0 < share <= 1:
        message = f'a share above 0 and up to 1, such as 0.25 or "1/3", not {value!r}'
        raise ValueError(message)
    return share


def fold_name(value: Any) -> Any:
    """Fold a name as people type it: spaces and hyphens become underscores.

    Examples
    --------
    >>> fold_name("Non-financial professional")
    'non_financial_professional'
    """
    if not isinstance(value, str):
        return value
    return re.sub(r"[^a-z0-9]+", "_", value.strip().lower()).strip("_")


def read_moment(value: Any) -> datetime:
    """Read a moment: a day, a time of day and its distance from Greenwich.

    Examples
    --------
    >>> read_moment("2019-08-14T12:00:00Z").hour
    12
    """
    found = None
    if isinstance(value, str) and "T" in value[:40]:
        with suppress(ValueError):
            found = datetime.fromisoformat(value[:40])
    if found is None or found.tzinfo is None:
        message = "a moment with its zone, such as 2019-08-14T12:00:00Z"
        raise ValueError(message)
    return found


def _write(value: Any) -> str:
    if isinstance(value, float):
        return format(Decimal(repr(value)), "f")
    return str(value) if isinstance(value, int | str | Decimal | Fraction) else ""


Pounds = Annotated[
    Decimal,
    BeforeValidator(read_pounds, json_schema_input_type=str | float),
]
"""Pounds, as a text or as a number."""

Share = Annotated[
    Fraction, BeforeValidator(read_share, json_schema_input_type=str | float)
]
"""A share above 0 and up to 1."""

Moment = Annotated[
    AwareDatetime, BeforeValidator(read_moment, json_schema_input_type=str)
]
"""A moment, with its distance from Greenwich."""

Count = Annotated[int, Field(ge=0, le=1_000_000)]
"""A number of people."""

Name = Annotated[str, BeforeValidator(fold_name, json_schema_input_type=str)]
"""A name whose spaces, hyphens and capitals do not count."""


Title = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
"""Some words; the spaces around them do not count."""


class DatedQuestion(Question):
    """A question whose answer may depend on the rules of a day."""

    as_at: date | None = Field(
        default=None, description="Day whose rules count; the newest when left out."
    )
