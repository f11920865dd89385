"""Impact assessment: domains rated one by one, and when a full assessment is due."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from placeplan.errors import Fault, InputError
from placeplan.programme.domain_set import AssessmentThreshold, DomainSet
from placeplan.programme.matrix import RiskMatrix

DIRECTIONS: Final = ("better", "neutral", "worse")
"""Which way a change goes for those whom it touches."""

IMPACT_LEVELS: Final = ("incomplete", "initial", "full")
"""Domains are missing; the initial assessment is enough; a full one is due."""

_PAPER: Final = "impact assessment"


@dataclass(frozen=True, slots=True)
class DomainRating:
    """What a change does to one domain.

    Parameters
    ----------
    domain : str
        Id of the domain in its set, such as ``safety``.
    direction : str
        ``better``, ``neutral`` or ``worse``.
    impact, likelihood : int or None
        Steps of the matrix; both needed unless it is neutral.
    words : str
        Why it is rated so.
    """

    domain: str
    direction: str
    impact: int | None = None
    likelihood: int | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class ImpactLevel:
    """How far a change has to be assessed.

    Parameters
    ----------
    level : str
        One of `IMPACT_LEVELS`.
    scores : tuple of (str, int)
        Domain and impact x likelihood, negative where it gets worse and 0 where it
        is neutral, in the order of the set.
    missing : tuple of str
        Domains of the set that nobody rated.
    full_domains : tuple of str
        Domains that ask for a full assessment.
    reasons : tuple of str
        Why, in sentences.
    """

    level: str
    scores: tuple[tuple[str, int], ...]
    missing: tuple[str, ...]
    full_domains: tuple[str, ...]
    reasons: tuple[str, ...]


def find_impact_level(
    ratings: Iterable[DomainRating],
    domains: DomainSet,
    matrix: RiskMatrix,
    threshold: AssessmentThreshold,
) -> ImpactLevel:
    """Find whether a change needs a full assessment.

    A negative score above the threshold in any one domain asks for it, whatever good
    the others bring: scores of domains are never set off against each other. A domain
    that nobody rated leaves the assessment incomplete, unless a full one is due anyway.

    Parameters
    ----------
    ratings : iterable of DomainRating
        One for each domain.
    domains : DomainSet
        The set of the day.
    matrix : RiskMatrix
        The matrix of the day.
    threshold : AssessmentThreshold
        Above which negative score a full assessment is due.

    Raises
    ------
    InputError
        When a domain is none of the set or stands twice, a direction is none, or a step
        is none of the matrix; every fault at once.

    Examples
    --------
    >>> from placeplan.programme.domain_set import get_assessment_threshold
    >>> from placeplan.programme.domain_set import get_domain_set
    >>> from placeplan.programme.matrix_list import get_risk_matrix
    >>> rated = [DomainRating("safety", "worse", 3, 3)]
    >>> found = find_impact_level(rated, get_domain_set("papers_2019"),
    ...     get_risk_matrix("papers_2019"), get_assessment_threshold("two_stage"))
    >>> found.level, found.full_domains, found.reasons[0]
    ('full', ('safety',), 'Safety has a negative score of 9, which is above 8.')
    """
    given = tuple(ratings)
    _refuse(given, domains, matrix)
    by_domain = {each.domain: each for each in given}
    names = {each.domain: each.name for each in domains.domains}
    scores = tuple(
        (id_, _score(by_domain[id_], matrix)) for id_ in names if id_ in by_domain
    )
    missing = tuple(id_ for id_ in names if id_ not in by_domain)
    full = tuple(id_ for id_, score in scores if -score > threshold.above)
    held = dict(scores)
    reasons = [
        f"{names[id_]} has a negative score of {-held[id_]}, which is above "
        f"{threshold.above}."
        for id_ in full
    ]
    reasons += [f"{names[id_]} is not rated." for id_ in missing]
    level = "full" if full else "incomplete" if missing else "initial"
    if level == "initial":
        reasons = [f"No domain has a negative score above {threshold.above}."]
    return ImpactLevel(level, scores, missing, full, tuple(reasons))


def list_reopened_domains(
    signed: Sequence[DomainRating], now: Sequence[DomainRating]
) -> tuple[str, ...]:
    """List the domains that differ from what was signed: a sign-off of those is void.

    Parameters
    ----------
    signed, now : sequence of DomainRating
        As they were signed, and as they stand.

    Returns
    -------
    tuple of str
        Ids of domains that were added, taken out or rated anew, in alphabetical order;
        empty when the sign-off still holds.

    Examples
    --------
    >>> before = [DomainRating("safety", "neutral"), DomainRating("other", "neutral")]
    >>> list_reopened_domains(before, [DomainRating("safety", "better", 2, 2)])
    ('other', 'safety')
    """
    then, after = ({each.domain: each for each in rated} for rated in (signed, now))
    return tuple(sorted(id_ for id_ in then | after if then.get(id_) != after.get(id_)))


def _score(rating: DomainRating, matrix: RiskMatrix) -> int:
    if rating.impact is None or rating.likelihood is None:
        return 0
    sign = {"better": 1, "neutral": 0, "worse": -1}[rating.direction]
    return sign * matrix.score(rating.impact, rating.likelihood)


def _refuse(
    ratings: tuple[DomainRating, ...], domains: DomainSet, matrix: RiskMatrix
) -> None:
    known = [each.domain for each in domains.domains]
    seen: set[str] = set()
    faults = []
    for at, each in enumerate(ratings, 1):
        where = f"rating {at}"
        if each.domain not in known:
            expected = f"one of {', '.join(known)}"
            remedy = f"Correct the domain, or choose a set other than {domains.name}."
            faults.append(Fault(_PAPER, where, expected, each.domain, remedy))
        if each.domain in seen:
            remedy = "Join the two ratings into one."
            found = f"{each.domain} again"
            faults.append(Fault(_PAPER, where, "each domain once", found, remedy))
        seen.add(each.domain)
        faults += _list_faults(where, each, matrix)
    if faults:
        raise InputError(faults)


def _list_faults(where: str, rating: DomainRating, matrix: RiskMatrix) -> list[Fault]:
    if rating.direction not in DIRECTIONS:
        directions = "one of " + ", ".join(DIRECTIONS)
        remedy = "Choose one of them."
        return [
            Fault(_PAPER, f"{where}, direction", directions, rating.direction, remedy)
        ]
    faults = []
    steps = {"impact": rating.impact, "likelihood": rating.likelihood}
    for axis, step in steps.items():
        if step is None and rating.direction == "neutral":
            continue
        words = matrix.impacts if axis == "impact" else matrix.likelihoods
        if type(step) is not int or not 1 <= step <= len(words):
            expected = f"a whole number from 1 to {len(words)}"
            remedy = f"Give a step of the matrix '{matrix.name}'."
            faults.append(
                Fault(_PAPER, f"{where}, {axis}", expected, repr(step), remedy)
            )
    return faults
