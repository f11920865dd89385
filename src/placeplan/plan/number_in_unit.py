"""Amounts in words: how each unit is called, and on what scale it is shown."""

from collections.abc import Mapping
from typing import Final

from placeplan.money.pence import PENCE_PER_MILLION, Pence
from placeplan.plan.number_words import say_count, say_pounds

POUNDS: Final = "pounds"
MILLION: Final = 1_000_000.0
_CALLED: Final[Mapping[str, str]] = {
    "wte": "whole-time equivalents of staff",
    "days": "bed days",
    "beds": "beds",
}


def name_unit(unit: str) -> str:
    """Name a unit for readers: the axis of a chart, a column of a table.

    Examples
    --------
    >>> name_unit("pounds"), name_unit("days"), name_unit("spells")
    ('£ million', 'bed days', 'spells')
    """
    return "£ million" if unit == POUNDS else _CALLED.get(unit, unit)


def scale_unit(unit: str) -> float:
    """Give by what a value is divided to be shown in the unit of `name_unit`."""
    return MILLION if unit == POUNDS else 1.0


def to_millions(pence: Pence) -> float:
    """Say pence as millions of pounds with one place, for tables and axes.

    Examples
    --------
    >>> to_millions(Pence(4_825_000_000))
    48.2
    """
    return round(pence / PENCE_PER_MILLION, 1)


def say_amount(value: float, unit: str) -> str:
    """Say an amount with its unit.

    Examples
    --------
    >>> say_amount(2_500_000, "pounds"), say_amount(41.2, "beds")
    ('£2.5 million', '41 beds')
    >>> say_amount(3.88, "wte")
    '3.9 whole-time equivalents of staff'
    """
    if unit == POUNDS:
        return say_pounds(value)
    small = f"{value:,.1f}".replace("-", "−").removesuffix(".0")
    said = say_count(value) if abs(value) >= 10 else small
    return f"{said} {_CALLED.get(unit, unit)}"
