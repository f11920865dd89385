"""Savings in words that a member of a board understands."""

from calendar import month_name
from fractions import Fraction
from typing import Final

from placeplan.money.amount_words import say_pence
from placeplan.money.forecast.body_year import MONTHS_A_YEAR
from placeplan.money.forecast.savings_profile import QUARTER, SavingsProfile
from placeplan.money.ledger.ledger import find_months
from placeplan.money.pence import PENCE_PER_POUND, Pence
from placeplan.periods import FinancialYear

_THOUSAND: Final = 1000 * PENCE_PER_POUND


def describe_savings(profile: SavingsProfile, *, who: str = "the system") -> str:
    """Say what it takes to meet the savings that are planned.

    Parameters
    ----------
    profile : SavingsProfile
        Savings of a year.
    who : str
        Whose, as within a sentence.

    Returns
    -------
    str
        One or two sentences. Back-loaded savings are called so; even ones are not.

    Examples
    --------
    >>> from placeplan.money.forecast.savings_profile import get_back_loading_rule
    >>> rule = get_back_loading_rule(find_months(2016)[0])
    >>> million = 100_000_000
    >>> late = tuple(million * each for each in (1, 1, 1, 1, 1, 1, 4, 5, 5, 8, 10, 10))
    >>> print(describe_savings(SavingsProfile(2016, late, late[:6], rule)))
    Savings are back-loaded. To meet the plan the system must save £7 million a month \
from October, 7 times the £1 million a month it has saved so far; 58 % of the year's \
savings are planned for the last quarter, where an even year would have 25 %.
    >>> even = (2 * million,) * 12
    >>> print(describe_savings(SavingsProfile(2016, even, even[:6], rule)))
    To meet the plan the system must save £2 million a month from October, as much as \
it has saved a month so far; 25 % of the year's savings are planned for the last \
quarter.
    """
    year = FinancialYear(profile.year)
    if profile.planned <= 0:
        return f"{_begin(who)} plans no savings in {year}."
    if not profile.months_left:
        return _say_end(profile, who)
    late = _say_late(profile)
    if not profile.made:
        start = f"{_begin(who)} plans to save {_say(profile.planned)} in {year}"
        return _flag(profile) + f"{start}; {late}."
    if profile.still_needed <= 0:
        made = _say(profile.made_to_date)
        planned = _say(profile.planned)
        return (
            f"{_begin(who)} has saved {made} and so has met the {planned} that it "
            f"planned for {year}."
        )
    needed = _say(profile.needed_a_month or Pence(1))
    return (
        f"{_flag(profile)}To meet the plan {who} must save {needed} a month from "
        f"{_name_next(profile)}, {_say_slope(profile)}; {late}."
    )


def _say(pence: Pence) -> str:
    """Say an amount as far as a board reads it: in thousands from £100,000 on."""
    if 0 < pence < PENCE_PER_POUND:
        return "less than £1"
    step = _THOUSAND if abs(pence) >= 100 * _THOUSAND else PENCE_PER_POUND
    return say_pence(Pence(round(Fraction(pence, step)) * step))


def _flag(profile: SavingsProfile) -> str:
    return "Savings are back-loaded. " if profile.is_back_loaded else ""


def _say_slope(profile: SavingsProfile) -> str:
    """Hold the slope needed against the slope achieved."""
    made, times = profile.made_a_month or Pence(0), profile.steepness
    if times is None:
        if made < 0:
            return f"where so far it has lost {_say(Pence(-made))} a month"
        return "where so far it has saved nothing"
    shown = f"{float(times):,.1f}".removesuffix(".0")
    if shown == "1":
        return "as much as it has saved a month so far"
    if shown == "0":
        return f"next to nothing beside the {_say(made)} a month it has saved so far"
    return f"{shown} times the {_say(made)} a month it has saved so far"


def _say_late(profile: SavingsProfile) -> str:
    share = profile.last_quarter_share or Fraction(0)
    said = (
        f"{_say_percent(share)} of the year's savings are planned for the last quarter"
    )
    even = Fraction(QUARTER, MONTHS_A_YEAR)
    if not profile.is_back_loaded:
        return said
    return f"{said}, where an even year would have {_say_percent(even)}"


def _say_end(profile: SavingsProfile, who: str) -> str:
    made, planned = _say(profile.made_to_date), _say(profile.planned)
    percent = _say_percent(Fraction(profile.made_to_date, profile.planned))
    year = FinancialYear(profile.year)
    return f"{_begin(who)} saved {made} in {year}, {percent} of the {planned} planned."


def _say_percent(share: Fraction) -> str:
    return f"{round(100 * share)} %".replace("-", "−")


def _name_next(profile: SavingsProfile) -> str:
    return month_name[find_months(profile.year)[len(profile.made)].month]


def _begin(who: str) -> str:
    return f"{who[0].upper()}{who[1:]}"
