"""Whether an access part of a fund is earned: trajectory, standard or milestone."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType
from typing import Any, Final, Self

from placeplan.errors import UnknownNameError
from placeplan.money.fund.rule_set import FundPart
from placeplan.money.fund.share_words import say_share
from placeplan.money.share import Weight, to_fraction
from placeplan.periods import Quarter
from placeplan.reference import get_publication
from placeplan.reference.listing import Listing, list_held, state_list
from placeplan.tables import Column

_LEVELS: Final[Listing[dict[str, Any]]] = Listing(
    "access level",
    state_list(
        "access_levels",
        Column("access_level", "text", "Id of this version."),
        Column("part", "text", "Id of the part of a fund."),
        Column("kind", "text", choices=frozenset({"standard", "milestone"})),
        Column("operator", "text", choices=frozenset({">=", ">"})),
        Column("level_percent", "text", "Share of patients in percent."),
        Column("words", "text", "In words."),
    ),
    dict,
)


@dataclass(frozen=True, slots=True)
class AccessResult:
    """What was agreed for a quarter, and what came of it.

    Parameters
    ----------
    actual : Fraction or None
        Share of patients seen in time, 0 to 1; None while the quarter has not ended.
    trajectory : Fraction or None
        Share that was agreed; None where none was.
    """

    actual: Fraction | None = None
    trajectory: Fraction | None = None

    @classmethod
    def read(cls, actual: Weight | None, trajectory: Weight | None) -> Self:
        """Take shares as they are written, or nothing."""
        told = (actual, trajectory)
        return cls(*(None if share is None else to_fraction(share) for share in told))


@dataclass(frozen=True, slots=True)
class AccessLevel:
    """A national level that a quarter is held to.

    Parameters
    ----------
    share : Fraction
        Share of patients seen in time, 0 to 1.
    is_reached_at : bool
        Whether reaching it is enough; otherwise it has to be passed.
    words : str
        As the source says it.
    source : str
        Where it was read; empty for what was agreed locally.
    """

    share: Fraction
    is_reached_at: bool
    words: str
    source: str = ""

    def is_met(self, actual: Fraction) -> bool:
        """Whether a share of patients meets it."""
        return actual >= self.share if self.is_reached_at else actual > self.share


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a test is met, with the reason; None while it cannot be known."""

    met: bool | None
    words: str


NOT_KNOWN: Final = Verdict(None, "the result of the quarter is not known yet")
"""While the months of a quarter have not all been counted."""


def find_level(part: str, kind: str, quarter: Quarter) -> AccessLevel | None:
    """Find the national level of a part that held when a quarter ended.

    Parameters
    ----------
    part : str
        ``rtt``, ``ae`` or ``cancer``.
    kind : str
        ``standard``, or ``milestone`` on the way back to one.
    quarter : Quarter
        Quarter of a financial year.

    Examples
    --------
    >>> find_level("ae", "standard", Quarter(2016, 2)).words
    '95% within four hours'
    >>> find_level("ae", "milestone", Quarter(2016, 2)) is None
    True
    """
    for row in list_held(_LEVELS, quarter.ends_on):
        if (row["part"], row["kind"]) == (part, kind):
            share = Fraction(row["level_percent"]) / 100
            source = get_publication(row["source"]).words
            return AccessLevel(share, row["operator"] == ">=", row["words"], source)
    return None


def get_level(part: str, kind: str, quarter: Quarter) -> AccessLevel:
    """Get the national level of a part; the arguments are as for `find_level`.

    Raises
    ------
    UnknownNameError
        When none held.
    """
    level = find_level(part, kind, quarter)
    if level is None:
        known = {f"{row['kind']} of {row['part']}" for row in _LEVELS.values()}
        raise UnknownNameError("level", f"{kind} of {part}, {quarter}", known)
    return level


def find_needed(
    part: FundPart, quarter: Quarter, trajectory: Fraction | None
) -> AccessLevel | None:
    """Find the lowest level that earns an access part.

    Parameters
    ----------
    part : FundPart
        Its test is ``trajectory_or_standard`` or ``milestone``.
    quarter : Quarter
        Quarter whose levels count.
    trajectory : Fraction or None
        Share that was agreed, if any.

    Returns
    -------
    AccessLevel or None
        None when no result is needed, as where agreeing is enough.
    """
    if part.test == "milestone":
        return get_level(part.part, "milestone", quarter)
    if part.test != "trajectory_or_standard":
        return None
    standard = get_level(part.part, "standard", quarter)
    if trajectory is None or standard.share <= trajectory:
        return standard
    words = f"the agreed trajectory of {say_share(trajectory)}"
    return AccessLevel(trajectory, is_reached_at=True, words=words)


def judge_access(part: FundPart, quarter: Quarter, result: AccessResult) -> Verdict:
    """Judge whether an access part is earned, whatever the gate says.

    Parameters
    ----------
    part : FundPart
        Its test is ``agreed``, ``trajectory_or_standard`` or ``milestone``.
    quarter : Quarter
        Quarter whose levels count.
    result : AccessResult
        What was agreed, and what came of it.

    Returns
    -------
    Verdict
        Whether it is met, and why.

    Examples
    --------
    >>> from placeplan.money.fund.rule_set import get_fund_rules
    >>> quarter = Quarter(2016, 2)
    >>> ae = get_fund_rules("stf", quarter).parts[2]
    >>> judge_access(ae, quarter, AccessResult(Fraction(91, 100), Fraction(90, 100)))
    Verdict(met=True, words='91% meets the agreed trajectory of 90%')
    """
    return _JUDGES[part.test](part, quarter, result)


def _judge_agreed(_part: FundPart, _quarter: Quarter, result: AccessResult) -> Verdict:
    if result.trajectory is None:
        return Verdict(False, "no trajectory was agreed")
    words = f"a trajectory of {say_share(result.trajectory)} was agreed"
    return Verdict(True, f"{words}, which is all that this quarter asks")


def _judge_either(part: FundPart, quarter: Quarter, result: AccessResult) -> Verdict:
    standard = get_level(part.part, "standard", quarter)
    trajectory = result.trajectory
    if result.actual is None:
        return NOT_KNOWN
    actual = say_share(result.actual)
    if trajectory is not None and result.actual >= trajectory:
        words = f"{actual} meets the agreed trajectory of {say_share(trajectory)}"
        return Verdict(True, words)
    against = "no trajectory was agreed"
    if trajectory is not None:
        against = f"the agreed trajectory of {say_share(trajectory)} is missed"
    if standard.is_met(result.actual):
        words = f"{actual} meets the national standard of {standard.words}"
        return Verdict(True, f"{words}, though {against}")
    below = f"{actual} is below the national standard of {standard.words}"
    return Verdict(False, f"{below}, and {against}")


def _judge_milestone(part: FundPart, quarter: Quarter, result: AccessResult) -> Verdict:
    milestone = get_level(part.part, "milestone", quarter)
    if result.actual is None:
        return NOT_KNOWN
    met = milestone.is_met(result.actual)
    verb = "meets" if met else "misses"
    words = f"{say_share(result.actual)} {verb} the milestone: {milestone.words}"
    return Verdict(met, words)


_JUDGES: Final[Mapping[str, Callable[[FundPart, Quarter, AccessResult], Verdict]]] = (
    MappingProxyType(
        {
            "agreed": _judge_agreed,
            "trajectory_or_standard": _judge_either,
            "milestone": _judge_milestone,
        }
    )
)
