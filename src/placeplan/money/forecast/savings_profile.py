"""Savings of a year: how much is planned for when, and how much has been made."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Final

import polars as pl

from placeplan.money.forecast.body_year import MONTHS_A_YEAR
from placeplan.money.ledger.ledger import Ledger, find_months
from placeplan.money.pence import Pence
from placeplan.periods import Validity
from placeplan.reference.listing import Listing, state_list
from placeplan.tables import Column

QUARTER: Final = 3
"""Months of a quarter."""


@dataclass(frozen=True, slots=True)
class BackLoading:
    """From when on savings are called back-loaded.

    Parameters
    ----------
    rule : str
        Id.
    last_quarter_share : float
        Share of the year's savings in its last quarter, 0.25 when they are even; above
        this share they are back-loaded.
    source : str
        Id of the publication.
    validity : Validity
        The days on which it holds.
    """

    rule: str
    last_quarter_share: float
    source: str
    validity: Validity


BACK_LOADING_RULES: Final = Listing(
    "back-loading rule",
    state_list(
        "back_loading_rules",
        Column("rule", "text", "Id."),
        Column("last_quarter_share", "share", "Above it, savings are back-loaded."),
    ),
    BackLoading,
)
"""Rules by id, the oldest first."""


@dataclass(frozen=True, slots=True)
class SavingsProfile:
    """Savings of one body, or of several together, month by month.

    Parameters
    ----------
    year : int
        In which the financial year starts.
    plan : tuple of int
        Pence planned for each month, from April.
    made : tuple of int
        Pence made in each month that is booked, from April.
    rule : BackLoading
        From when on they are called back-loaded.
    """

    year: int
    plan: tuple[Pence, ...]
    made: tuple[Pence, ...]
    rule: BackLoading

    @property
    def months_left(self) -> int:
        """Months that are not booked."""
        return MONTHS_A_YEAR - len(self.made)

    @property
    def planned(self) -> Pence:
        """Planned for the whole year."""
        return Pence(sum(self.plan))

    @property
    def made_to_date(self) -> Pence:
        """Made in the months that are booked."""
        return Pence(sum(self.made))

    @property
    def still_needed(self) -> Pence:
        """What is still to be made to meet the plan; below zero when more was made."""
        return Pence(self.planned - self.made_to_date)

    @property
    def last_quarter_share(self) -> Fraction | None:
        """Share of the year's savings in its last quarter; None if none is planned."""
        late = sum(self.plan[-QUARTER:])
        return Fraction(late, self.planned) if self.planned else None

    @property
    def needed_a_month(self) -> Pence | None:
        """Slope needed: pence a month from now on; None when the year is over."""
        left = self.months_left
        return Pence(round(Fraction(self.still_needed, left))) if left else None

    @property
    def made_a_month(self) -> Pence | None:
        """Slope achieved: mean pence a month so far; None before the year starts."""
        booked = len(self.made)
        return Pence(round(Fraction(self.made_to_date, booked))) if booked else None

    @property
    def steepness(self) -> Fraction | None:
        """Slope needed over slope achieved; None unless savings were made so far."""
        needed, made = self.needed_a_month, self.made_a_month
        if needed is None or made is None or made <= 0:
            return None
        return Fraction(needed, made)

    @property
    def is_back_loaded(self) -> bool:
        """Whether more is planned for the last quarter than the rule lets pass."""
        share = self.last_quarter_share
        return share is not None and share > self.rule.last_quarter_share


def find_savings_profile(
    ledger: Ledger,
    *,
    year: int,
    through: date | None = None,
    bodies: Collection[str] | None = None,
) -> SavingsProfile:
    """Add the savings of a year up by month.

    Parameters
    ----------
    ledger : Ledger
        Its savings are what each scheme planned and made.
    year : int
        In which the financial year starts.
    through : date, optional
        First day of the last month that is booked; without it, the last one that every
        body which booked anything has booked.
    bodies : collection of str, optional
        Members to look at; all without it.

    Returns
    -------
    SavingsProfile
        A booked month in which nothing was made is 0.

    Raises
    ------
    UnknownNameError
        When a body is no member.
    """
    months, in_year = find_months(year), pl.col("year") == year
    if bodies is not None:
        in_year &= pl.col("organisation").is_in(ledger.get_bodies(bodies))
    sums = (
        ledger.savings.filter(in_year)
        .group_by("basis", "month")
        .agg(pl.col("value_pence").sum())
    )
    found = {(basis, month): pence for basis, month, pence in sums.iter_rows()}
    if through is None:
        booked = ledger.values.filter(in_year, pl.col("basis") == "actual")
        last_of_each = booked.group_by("organisation").agg(pl.col("month").max())
        last = last_of_each["month"].min()
    else:
        last = through
    return SavingsProfile(
        year,
        tuple(Pence(found.get(("plan", month), 0)) for month in months),
        tuple(
            Pence(found.get(("actual", month), 0))
            for month in months
            if isinstance(last, date) and month <= last
        ),
        get_back_loading_rule(months[0]),
    )


def get_back_loading_rule(as_at: date) -> BackLoading:
    """Get the rule of a day: the newest that has started, else the oldest.

    Examples
    --------
    >>> get_back_loading_rule(date(2016, 4, 1)).rule
    'last_quarter'
    """
    rules = [*BACK_LOADING_RULES.values()]
    started = [
        r for r in rules if r.validity.starts_on and r.validity.starts_on <= as_at
    ]
    return started[-1] if started else rules[0]
