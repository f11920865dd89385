"""How the fund says shares of patients."""

from decimal import Decimal
from fractions import Fraction
from typing import Final

_FEW: Final = 2
_USUAL: Final = 4
_MOST: Final = 16


def say_share(share: Fraction) -> str:
    """Say a share in percent, with as many places as it takes to tell it from a level.

    Examples
    --------
    >>> say_share(Fraction(95, 100)), say_share(Fraction(94996, 100_000))
    ('95%', '94.996%')
    >>> say_share(Fraction(2, 3)), say_share(Fraction("0.919999999"))
    ('66.6667%', '91.9999999%')
    """
    percent = 100 * share
    places = _USUAL
    while places < _MOST and _looks_rounder(percent, places):
        places += 1
    near = round(percent, places)
    said = f"{Decimal(near.numerator) / Decimal(near.denominator):f}"
    return (said.rstrip("0").rstrip(".") if "." in said else said) + "%"


def _looks_rounder(percent: Fraction, places: int) -> bool:
    """Whether rounding would make a share look like a level that it is not."""
    near = round(percent, places)
    return near != percent and near == round(percent, _FEW)
