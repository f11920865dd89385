"""The five-year opportunity: savings wanted, what the cap lets through, what waits."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Final

from placeplan.errors import Fault, InputError
from placeplan.money.pence import Pence
from placeplan.money.share import Weight, share_out, to_fraction
from placeplan.periods import FinancialYear
from placeplan.reference import get_publication
from placeplan.reference.listing import Listing, list_held, state_list
from placeplan.tables import Column

_NEARLY: Final = Fraction(1, 1_000_000)
"""As near to 1 as the shares of a plan folder have to come."""

_EFFICIENCIES: Final[Listing[dict[str, Any]]] = Listing(
    "efficiency share",
    state_list(
        "efficiency_shares",
        Column("efficiency", "text", "Id of this version."),
        Column("share", "share", "Of the year's cost."),
        Column("words", "text", "In words."),
    ),
    dict,
)


@dataclass(frozen=True, slots=True)
class EfficiencyShare:
    """The efficiency that guidance asks of a year, on top of catching up.

    Parameters
    ----------
    share : Fraction
        Of the year's cost.
    words : str
        How it was put, and how we read it.
    source : str
        Where it was read.
    """

    share: Fraction
    words: str
    source: str


def find_efficiency_share(year: int) -> EfficiencyShare | None:
    """Find the efficiency that was asked of a financial year, or nothing.

    Examples
    --------
    >>> find_efficiency_share(2016).share, find_efficiency_share(2022)
    (Fraction(1, 50), None)
    """
    day = FinancialYear(year).starts_on
    for row in list_held(_EFFICIENCIES, day):
        source = get_publication(row["source"]).words
        return EfficiencyShare(to_fraction(row["share"]), row["words"], source)
    return None


@dataclass(frozen=True, slots=True)
class YearTerms:
    """What holds in one year.

    Parameters
    ----------
    year : int
        Year in which the financial year starts.
    cost_growth, activity_growth : number
        Over the year before; 0.02 is 2 %, above -1.
    efficiency_share : number
        Of the year's cost, wanted on top of catching up.
    cap_share : number or None
        Most that can be saved in the year, of its cost; None for no cap.
    """

    year: int
    cost_growth: Weight
    activity_growth: Weight
    efficiency_share: Weight
    cap_share: Weight | None = None


@dataclass(frozen=True, slots=True)
class YearSaving:
    """One year of the path.

    Parameters
    ----------
    year : int
        Year in which the financial year starts.
    base : Pence
        Cost of the year if nobody saves.
    brought_forward, catch_up, efficiency : Pence
        Wanted of earlier years and not yet saved; due of the catch-up; of efficiency.
    cap : Pence or None
        Most that can be saved in the year; None without a cap.
    saved : Pence
        The lesser of wanted and cap.
    """

    year: int
    base: Pence
    brought_forward: Pence
    catch_up: Pence
    efficiency: Pence
    cap: Pence | None
    saved: Pence

    @property
    def wanted(self) -> Pence:
        """All that is wanted of the year."""
        return Pence(self.brought_forward + self.catch_up + self.efficiency)

    @property
    def carried(self) -> Pence:
        """What is left for the year after."""
        return Pence(self.wanted - self.saved)


@dataclass(frozen=True, slots=True)
class SavingsPath:
    """Savings year by year; what was saved and what waits is what was wanted."""

    years: tuple[YearSaving, ...]

    @property
    def catch_up(self) -> Pence:
        """All catch-up that came due."""
        return _sum(each.catch_up for each in self.years)

    @property
    def efficiency(self) -> Pence:
        """All efficiency that came due."""
        return _sum(each.efficiency for each in self.years)

    @property
    def wanted(self) -> Pence:
        """All that came due, each amount once."""
        return Pence(self.catch_up + self.efficiency)

    @property
    def saved(self) -> Pence:
        """All that is saved: the opportunity of the years together."""
        return _sum(each.saved for each in self.years)

    @property
    def carried(self) -> Pence:
        """What still waits after the last year."""
        return self.years[-1].carried if self.years else Pence(0)


def _sum(amounts: Iterable[Pence]) -> Pence:
    return Pence(sum(amounts))


def phase_catch_up(total: Pence, phased: Mapping[int, Weight]) -> dict[int, Pence]:
    """Say how much of the catch-up is due in each year, to the penny.

    Parameters
    ----------
    total : Pence
        All of it, 0 or more.
    phased : mapping of int to number
        Share due in each year; they sum to 1.

    Raises
    ------
    InputError
        When they do not.

    Examples
    --------
    >>> phase_catch_up(Pence(101), {2016: 0.25, 2017: 0.75})
    {2016: 25, 2017: 76}
    """
    whole = sum((to_fraction(each) for each in phased.values()), Fraction(0))
    if abs(whole - 1) > _NEARLY:
        remedy = "Spread the catch-up over the years so that all of it comes due."
        found = f"{float(whole):g}"
        raise InputError([Fault("phased shares", "", "a sum of 1", found, remedy)])
    return share_out(total, phased)


def find_savings_path(
    base: Pence, catch_up: Mapping[int, Pence], terms: Sequence[YearTerms]
) -> SavingsPath:
    """Find what is wanted, saved and carried forward in each year.

    ``base[t] = base[t-1] * (1 + cost growth) * (1 + activity growth)``; wanted is what
    was carried forward, the catch-up due and the efficiency share of the base; saved is
    the lesser of wanted and the cap share of the base; the rest is carried forward.
    Savings do not lower the base: it is the cost if nobody saves.

    Parameters
    ----------
    base : Pence
        Cost of the year before the first.
    catch_up : mapping of int to Pence
        Catch-up due in each year; 0 where it says nothing.
    terms : sequence of YearTerms
        In order of years.

    Returns
    -------
    SavingsPath
        A year for each of the terms. Base and efficiency are rounded to the penny, the
        cap is rounded down, so that savings are never above it.

    References
    ----------
    Step 4 of the method in points 15 to 17 of the update of March 2017; what the
    papers leave open is our reading: 2 % is a year, and what the cap keeps back is
    carried forward whole.

    Examples
    --------
    >>> terms = [YearTerms(year, 0.02, 0, 0.02, 0.03) for year in (2016, 2017)]
    >>> path = find_savings_path(Pence(10_000_00), {2016: Pence(300_00)}, terms)
    >>> [(each.wanted, each.saved, each.carried) for each in path.years]
    [(50400, 30600, 19800), (40608, 31212, 9396)]
    """
    years: list[YearSaving] = []
    carried = Pence(0)
    for each in terms:
        grown = (1 + to_fraction(each.cost_growth)) * (
            1 + to_fraction(each.activity_growth)
        )
        base = Pence(round(base * grown))
        due = catch_up.get(each.year, Pence(0))
        efficiency = Pence(round(base * to_fraction(each.efficiency_share)))
        cap = _find_cap(base, each.cap_share)
        wanted = Pence(carried + due + efficiency)
        saved = wanted if cap is None else min(wanted, cap)
        year = YearSaving(each.year, base, carried, due, efficiency, cap, saved)
        years.append(year)
        carried = year.carried
    return SavingsPath(tuple(years))


def _find_cap(base: Pence, share: Weight | None) -> Pence | None:
    if share is None:
        return None
    most = base * to_fraction(share)
    return Pence(most.numerator // most.denominator)
