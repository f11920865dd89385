"""Discounting: what an amount of a later year is worth in the base year."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cache
from typing import Any, Final

from placeplan.errors import Fault, InputError
from placeplan.money.pence import Pence, check_pence
from placeplan.money.share import Weight, to_fraction
from placeplan.reference import get_publication
from placeplan.reference.listing import Listing, list_held, state_list
from placeplan.tables import Column

_RATES: Final[Listing[dict[str, Any]]] = Listing(
    "discount rate",
    state_list(
        "discount_rates",
        Column("span", "text", "Id of the row."),
        Column("first_year", "whole", "First year after the base year.", least=1),
        Column("last_year", "whole", "Last one; empty for all later.", nullable=True),
        Column("yearly_share", "share", "By which a year later is worth less."),
    ),
    dict,
)


@dataclass(frozen=True, slots=True)
class DiscountStep:
    """What discounts the years of one span.

    Parameters
    ----------
    first_year, last_year : int, int or None
        Years after the base year, both inclusive; None for all later ones.
    share : Fraction
        A year later is worth ``1 / (1 + share)`` of the year before.
    """

    first_year: int
    last_year: int | None
    share: Fraction


@dataclass(frozen=True, slots=True)
class DiscountSchedule:
    """A schedule of discount rates.

    Parameters
    ----------
    steps : tuple of DiscountStep
        Covering every year from 1 on, without a gap.
    source : str
        Where it was read; empty for one of somebody's own.
    """

    steps: tuple[DiscountStep, ...]
    source: str = ""

    def find_factor(self, years: int) -> Fraction:
        """Find what one pound of so many years after the base year is worth in it.

        Parameters
        ----------
        years : int
            0 for the base year itself, which is not discounted.

        Examples
        --------
        >>> schedule = find_discount_schedule(date(2017, 4, 1))
        >>> round(float(schedule.find_factor(1)), 6)
        0.966184
        """
        return _find_factor(self.steps, years)


@cache
def _find_factor(steps: tuple[DiscountStep, ...], years: int) -> Fraction:
    factor = Fraction(1)
    for step in steps:
        last = years if step.last_year is None else min(years, step.last_year)
        factor /= (1 + step.share) ** max(0, last - step.first_year + 1)
    return factor


def find_discount_schedule(as_at: date) -> DiscountSchedule:
    """Find the schedule of the Green Book that held on a day.

    3.5 % a year for the first 30 years, 3.0 % for years 31 to 75, 2.5 % after.

    Parameters
    ----------
    as_at : date
        The day on which one appraises.

    Raises
    ------
    InputError
        When none was read for that day.

    References
    ----------
    HM Treasury, The Green Book; its schedule as stated in Review of discounting in the
    Green Book: terms of reference, 16 December 2025.

    Examples
    --------
    >>> [float(step.share) for step in find_discount_schedule(date(2026, 1, 1)).steps]
    [0.035, 0.03, 0.025]
    """
    rows = list_held(_RATES, as_at)
    if not rows:
        first = min(row["validity"].first for row in _RATES.values())
        remedy = "Appraise on a later day, or state a rate of your own."
        expected = f"a day on or after {first}"
        fault = Fault("discount_rates", "as_at", expected, str(as_at), remedy)
        raise InputError([fault])
    steps = tuple(
        DiscountStep(
            row["first_year"], row["last_year"], to_fraction(row["yearly_share"])
        )
        for row in rows
    )
    return DiscountSchedule(steps, get_publication(rows[0]["source"]).words)


def make_flat_schedule(share: Weight) -> DiscountSchedule:
    """Make a schedule with one discount for all years, to see what the rate does.

    Examples
    --------
    >>> make_flat_schedule(0.25).find_factor(2)
    Fraction(16, 25)
    """
    return DiscountSchedule((DiscountStep(1, None, to_fraction(share)),))


def discount(amount: Pence, years: int, schedule: DiscountSchedule) -> Pence:
    """Find what an amount of a later year is worth in the base year.

    ``amount / product of (1 + share of each year)``, rounded to the penny, halves to
    the even one.

    Parameters
    ----------
    amount : Pence
        In prices of the base year.
    years : int
        Years after the base year, 0 or more.
    schedule : DiscountSchedule
        By what years are discounted.

    Raises
    ------
    InputError
        When the year lies before the base year.

    Examples
    --------
    >>> schedule = find_discount_schedule(date(2017, 4, 1))
    >>> discount(Pence(10_000), 0, schedule), discount(Pence(10_000), 10, schedule)
    (10000, 7089)
    """
    if years < 0:
        remedy = "Choose an earlier base year."
        expected, found = "a year not before the base year", f"{-years} years before"
        raise InputError([Fault("discounting", "year", expected, found, remedy)])
    return Pence(round(check_pence(amount) * schedule.find_factor(years)))
