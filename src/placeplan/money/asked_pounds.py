"""Money in a question that anyone can ask: pounds in, pounds out, no penny lost."""

import json
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Any, Final

from pydantic import AfterValidator, BeforeValidator, WithJsonSchema

from placeplan.money.pence import Pence, Pounds, check_pence, to_pence, to_pounds

MOST_POUNDS: Final = 10**12
"""A number of JSON still tells single pence up to here."""

_WRITTEN: Final = re.compile(r"^-?\d{1,13}(?:\.\d{1,2})?$", re.ASCII)
_EXPECTED: Final = (
    "pounds, as a number or as text, with at most two decimals and less than a million "
    "million, such as -1234.56"
)
_LONGEST: Final = 60


def read_asked_pounds(asked: object) -> Pence:
    """Read an amount as JSON has it.

    Parameters
    ----------
    asked : object
        A number, or a text of digits with a decimal point.

    Raises
    ------
    ValueError
        When it is something else, finer than a penny, or too large.

    Examples
    --------
    >>> read_asked_pounds(-103000000), read_asked_pounds("18.20")
    (-10300000000, 1820)
    >>> read_asked_pounds(0.1)
    10
    """
    is_number = isinstance(asked, int | float | Decimal) and not isinstance(asked, bool)
    if is_number or (isinstance(asked, str) and _WRITTEN.fullmatch(asked)):
        number = Decimal(str(asked))
        if number.is_finite() and abs(number) < MOST_POUNDS:
            pence = to_pence(Pounds(number))
            if to_pounds(pence).amount == number:
                return pence
    found = json.dumps(asked, ensure_ascii=False, default=str)
    message = f"{_EXPECTED}, and not {found[:_LONGEST]}"
    raise ValueError(message)


def refuse_negative_pounds(pence: Pence) -> Pence:
    """Refuse an amount below zero, in the pounds in which it was asked.

    Raises
    ------
    ValueError
        When it is below zero.

    Examples
    --------
    >>> refuse_negative_pounds(Pence(-1))
    Traceback (most recent call last):
    ...
    ValueError: pounds, 0 or more, and not -0.01
    """
    if pence < 0:
        message = f"pounds, 0 or more, and not {write_pounds(pence)}"
        raise ValueError(message)
    return pence


def write_pounds(pence: Pence) -> int | float | str:
    """Write an amount in pounds as JSON has it.

    Returns
    -------
    int, float or str
        A number; a text where no number of JSON would be the same to the penny.

    Examples
    --------
    >>> write_pounds(Pence(-10_300_000_000)), write_pounds(Pence(1820))
    (-103000000, 18.2)
    >>> write_pounds(Pence(10**18 + 1))
    '10000000000000000.01'
    """
    whole, rest = divmod(check_pence(pence), 100)
    if not rest:
        return whole
    pounds = to_pounds(pence).amount
    number = float(pounds)
    return number if Decimal(repr(number)) == pounds else str(pounds)


def _write_schema(sign: str, least: Mapping[str, int]) -> dict[str, Any]:
    text = {"type": "string", "pattern": rf"^{sign}[0-9]{{1,13}}(\.[0-9]{{1,2}})?$"}
    number = {"type": "number", **least, "exclusiveMaximum": MOST_POUNDS}
    return {"anyOf": [number, text]}


AskedPounds = Annotated[
    Pence,
    BeforeValidator(read_asked_pounds),
    WithJsonSchema(_write_schema("-?", {"exclusiveMinimum": -MOST_POUNDS})),
]
"""An entry of a question that is an amount in pounds; the rule gets pence."""

AskedPoundsFromZero = Annotated[
    Pence,
    BeforeValidator(read_asked_pounds),
    AfterValidator(refuse_negative_pounds),
    WithJsonSchema(_write_schema("", {"minimum": 0})),
]
"""The same, for an amount that is never below zero."""
