"""Money in a question that anyone can ask: pounds in, pounds out, no penny lost."""

import re
from decimal import Decimal
from typing import Annotated, Any, Final

from pydantic import BeforeValidator, WithJsonSchema

from placeplan.money.pence import Pence, Pounds, check_pence, to_pence, to_pounds

MOST_POUNDS: Final = 10**12
"""A number of JSON still tells single pence up to here."""

_WRITTEN: Final = re.compile(r"^-?\d{1,13}(?:\.\d{1,2})?$", re.ASCII)
_EXPECTED: Final = (
    "pounds, as a number or as text, with at most two decimals and less than a million "
    "million, such as -1234.56"
)


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
    raise ValueError(_EXPECTED)


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


def _write_schema() -> dict[str, Any]:
    text = {"type": "string", "pattern": r"^-?[0-9]{1,13}(\.[0-9]{1,2})?$"}
    number = {
        "type": "number",
        "exclusiveMinimum": -MOST_POUNDS,
        "exclusiveMaximum": MOST_POUNDS,
    }
    return {"anyOf": [number, text]}


AskedPounds = Annotated[
    Pence, BeforeValidator(read_asked_pounds), WithJsonSchema(_write_schema())
]
"""An entry of a question that is an amount in pounds; the rule gets pence."""
