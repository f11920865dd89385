"""Peers: bodies like one's own by stated criteria, nearest first, with the reasons."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import sqrt
from typing import Final

from placeplan.money.amount_words import say_pence
from placeplan.money.pence import Pence
from placeplan.money.productivity.inputs import SAFETY_RATINGS
from placeplan.money.share import Weight, to_fraction


@dataclass(frozen=True, slots=True)
class TrustProfile:
    """What peers are chosen by.

    Parameters
    ----------
    id, name : str
        Of the body.
    turnover : Pence
        Income of the year, above 0.
    sites, ae_sites : int
        Hospital sites, and those with a major A&E department.
    teaching : bool
        Whether it is a teaching trust.
    premises_share : Fraction
        Cost of premises as a share of all cost; it stands in for what private finance
        of buildings costs.
    safety : str or None
        One of `SAFETY_RATINGS`; None where nobody asks, as of one's own body.
    """

    id: str
    name: str
    turnover: Pence
    sites: int
    ae_sites: int
    teaching: bool
    premises_share: Fraction
    safety: str | None


@dataclass(frozen=True, slots=True)
class PeerCriteria:
    """How far a peer may be away.

    Parameters
    ----------
    tolerances : mapping of str to number
        By criterion: turnover as a share of one's own; sites, A&E sites, teaching (0
        or 1) and premises share as a difference. One that is left out does not count.
    least_safety : str or None
        The worst rating of safety that passes; None for no filter.
    """

    tolerances: Mapping[str, Weight]
    least_safety: str | None = None


@dataclass(frozen=True, slots=True)
class PeerVerdict:
    """Whether a candidate is a peer.

    Parameters
    ----------
    id, name : str
        Of the candidate.
    chosen : bool
        Whether it is within every tolerance and passes the filter.
    distance : float
        Root of the mean square of differences, each over its standard deviation among
        all bodies compared; 0 is a twin.
    reasons : tuple of str
        A sentence for each criterion; for one that is not chosen, what speaks against
        it stands first.
    """

    id: str
    name: str
    chosen: bool
    distance: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Criterion:
    """How one criterion is read, held apart, and put into words."""

    noun: str
    read: Callable[[TrustProfile], Fraction]
    say: Callable[[Fraction], str]
    say_apart: Callable[[Fraction], str] | None
    relative: bool = False


def _say_money(pence: Fraction) -> str:
    return say_pence(Pence(int(pence)))


def _say_percent(share: Fraction) -> str:
    return f"{float(share) * 100:,.1f} %"


def _say_points(share: Fraction) -> str:
    return f"{float(share) * 100:,.1f} percentage points"


def _say_number(number: Fraction) -> str:
    return f"{float(number):,g}"


def _say_teaching(flag: Fraction) -> str:
    return "a teaching trust" if flag else "no teaching trust"


_CRITERIA: Final[Mapping[str, _Criterion]] = {
    "turnover": _Criterion(
        "turnover",
        lambda body: Fraction(body.turnover),
        _say_money,
        _say_percent,
        relative=True,
    ),
    "sites": _Criterion(
        "sites", lambda body: Fraction(body.sites), _say_number, _say_number
    ),
    "ae_sites": _Criterion(
        "A&E sites", lambda body: Fraction(body.ae_sites), _say_number, _say_number
    ),
    "teaching": _Criterion(
        "teaching", lambda body: Fraction(body.teaching), _say_teaching, None
    ),
    "premises_share": _Criterion(
        "premises share of cost",
        lambda body: body.premises_share,
        _say_percent,
        _say_points,
    ),
}
"""Criteria with a distance, in the order in which they are told."""


def select_peers(
    own: TrustProfile, candidates: Iterable[TrustProfile], criteria: PeerCriteria
) -> tuple[PeerVerdict, ...]:
    """Say of every candidate whether it is a peer, and why.

    Parameters
    ----------
    own : TrustProfile
        The body that looks for peers.
    candidates : iterable of TrustProfile
        Bodies elsewhere, in any order.
    criteria : PeerCriteria
        Tolerances and the safety filter.

    Returns
    -------
    tuple of PeerVerdict
        Peers first, the nearest of them first; then the others, nearest first.

    Examples
    --------
    >>> own = TrustProfile("a", "A", Pence(100), 2, 1, False, Fraction(1, 20), "good")
    >>> far = TrustProfile("b", "B", Pence(140), 2, 1, False, Fraction(1, 20), "good")
    >>> verdict, = select_peers(own, [far], PeerCriteria({"turnover": 0.25}))
    >>> verdict.chosen, verdict.reasons[0]
    (False, 'Out by turnover: £1.40 against £1, 40.0 % apart; the \
tolerance is 25.0 %.')
    """
    others = list(candidates)
    spreads = _find_spreads([own, *others], criteria.tolerances)
    verdicts = [_judge(own, each, criteria, spreads) for each in others]
    return tuple(sorted(verdicts, key=lambda v: (not v.chosen, v.distance, v.id)))


def _judge(
    own: TrustProfile,
    other: TrustProfile,
    criteria: PeerCriteria,
    spreads: Mapping[str, float],
) -> PeerVerdict:
    against: list[str] = []
    within: list[str] = []
    squares: list[float] = []
    for name, criterion in _CRITERIA.items():
        if name not in criteria.tolerances:
            continue
        ours, theirs = criterion.read(own), criterion.read(other)
        apart = abs(theirs - ours) / (ours if criterion.relative else 1)
        allowed = to_fraction(criteria.tolerances[name])
        words = _say_apart(criterion, ours, theirs, apart, allowed)
        (within if apart <= allowed else against).append(words)
        squares.append(_standardise(theirs - ours, spreads[name]) ** 2)
    if criteria.least_safety is not None:
        passes, words = _filter_safety(other.safety, criteria.least_safety)
        (within if passes else against).append(words)
    distance = sqrt(sum(squares) / len(squares)) if squares else 0.0
    reasons = (*against, *within)
    return PeerVerdict(other.id, other.name, not against, distance, reasons)


def _say_apart(
    criterion: _Criterion,
    ours: Fraction,
    theirs: Fraction,
    apart: Fraction,
    allowed: Fraction,
) -> str:
    if apart <= allowed:
        return f"Near enough by {criterion.noun}: {criterion.say(theirs)}."
    against = f"{criterion.say(theirs)} against {criterion.say(ours)}"
    if criterion.say_apart is None:
        return f"Out by {criterion.noun}: {against}."
    return (
        f"Out by {criterion.noun}: {against}, {criterion.say_apart(apart)} apart; the "
        f"tolerance is {criterion.say_apart(allowed)}."
    )


def _filter_safety(rating: str | None, least: str) -> tuple[bool, str]:
    if rating is None:
        return False, "Fails the safety filter: no rating is known."
    passes = SAFETY_RATINGS.index(rating) >= SAFETY_RATINGS.index(least)
    said, needed = rating.replace("_", " "), least.replace("_", " ")
    if passes:
        return True, f"Passes the safety filter: rated {said}."
    return False, f"Fails the safety filter: rated {said}, needs {needed} or better."


def _find_spreads(
    bodies: Sequence[TrustProfile], names: Iterable[str]
) -> dict[str, float]:
    """Find the standard deviation of each criterion among all bodies compared."""
    spreads = {}
    for name in names:
        values = [_CRITERIA[name].read(body) for body in bodies]
        mean = sum(values, Fraction(0)) / len(values)
        square = sum(((value - mean) ** 2 for value in values), Fraction(0))
        spreads[name] = sqrt(square / len(values))
    return spreads


def _standardise(difference: Fraction, spread: float) -> float:
    return float(difference) / spread if spread else 0.0
