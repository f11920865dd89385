"""National policy on fair shares, by its days: parts, inequalities, limits of pace."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any, Final

from placeplan.money.fair_share.formula import INEQUALITIES
from placeplan.periods import Validity
from placeplan.reference import get_publication
from placeplan.reference.listing import Listing, list_held, state_list
from placeplan.tables import Column

PART_KINDS: Final = ("need", INEQUALITIES, "cost", "budget")
"""A stream of need, the one for inequalities, a difference of cost, a budget apart."""

BASES: Final[Mapping[str, str]] = {
    "seen": "",
    "recall": "Recalled, not read in the source: check it, or state your own share.",
}
"""How a value was read, and what stands beside it."""

_BASIS: Final = Column("basis", "text", choices=frozenset(BASES))


@dataclass(frozen=True, slots=True)
class AllocationPart:
    """A part of the formula by which England shares out its health budget.

    Parameters
    ----------
    part, name : str
        Id, such as ``mental_health``, and name for people.
    kind : str
        One of `PART_KINDS`.
    source : str
        Id of the publication.
    validity : Validity
        The days on which it was so.
    """

    part: str
    name: str
    kind: str
    source: str
    validity: Validity


ALLOCATION_PARTS: Final = Listing(
    "part of the formula",
    state_list(
        "allocation_parts",
        Column("part", "text", "Id of the part."),
        Column("name", "text", "Name for people."),
        Column("kind", "text", choices=frozenset(PART_KINDS)),
    ),
    AllocationPart,
)
"""Parts by id, in the order in which the formula has them."""

_INEQUALITIES_SHARES: Final[Listing[dict[str, Any]]] = Listing(
    "inequalities share",
    state_list(
        "inequalities_shares",
        Column("id", "text", "Id of this version."),
        Column("budget", "text", "Id of the budget."),
        Column("share", "text", "Of the budget, 0-1."),
        _BASIS,
        Column("words", "text", "In words."),
    ),
    dict,
)
_PACE_LIMITS: Final[Listing[dict[str, Any]]] = Listing(
    "limit of pace",
    state_list(
        "pace_limits",
        Column("id", "text", "Id of this version."),
        Column("limit", "text", "Which of the limits of a `Pace`."),
        Column("share", "text", "Of the target, 0-1."),
        _BASIS,
        Column("words", "text", "In words."),
    ),
    dict,
)


@dataclass(frozen=True, slots=True)
class PolicyShare:
    """A share that national policy set.

    Parameters
    ----------
    share : Fraction
        0 to 1.
    words : str
        In sentences, with how it was read where that was not the source.
    source : str
        Where it was read.
    """

    share: Fraction
    words: str
    source: str


def find_inequalities_share(budget: str, as_at: date) -> PolicyShare | None:
    """Find which share of a budget followed inequalities in health on a day.

    Parameters
    ----------
    budget : str
        ``core``, ``primary_medical`` or ``specialised``.
    as_at : date
        The day.

    Returns
    -------
    PolicyShare or None
        None where no share of that day is listed.

    Examples
    --------
    >>> find_inequalities_share("primary_medical", date(2016, 4, 1)).share
    Fraction(3, 20)
    """
    held = list_held(_INEQUALITIES_SHARES, as_at)
    return next((_make(row) for row in held if row["budget"] == budget), None)


def list_pace_limits(as_at: date) -> dict[str, PolicyShare]:
    """List the limits of pace that national policy set on a day.

    Returns
    -------
    dict of str to PolicyShare
        By the name of the limit in `Pace`; empty where none of that day is listed.

    Examples
    --------
    >>> float(list_pace_limits(date(2016, 4, 1))["most_under_share"].share)
    0.05
    """
    return {row["limit"]: _make(row) for row in list_held(_PACE_LIMITS, as_at)}


def _make(row: Mapping[str, Any]) -> PolicyShare:
    words = f"{row['words']}. {BASES[row['basis']]}".strip()
    source = get_publication(row["source"]).words
    return PolicyShare(Fraction(row["share"]), words, source)
