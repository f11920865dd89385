"""Sets of domains on which changes to care are rated, each with its source and days."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Final

from placeplan.errors import Fault, InputError, UnknownNameError
from placeplan.periods import Validity
from placeplan.reference.listing import Listing, state_list
from placeplan.tables import Column

_SETS: Final[Listing[dict[str, Any]]] = Listing(
    "domain set",
    state_list(
        "impact_domain_sets",
        Column("domain_set", "text", "Id, such as papers_2019."),
        Column("name", "text", "Name for people."),
        Column("about", "text", "What it is for."),
    ),
    dict,
)
_DOMAINS: Final[Listing[dict[str, Any]]] = Listing(
    "domain",
    state_list(
        "impact_domains",
        Column("domain", "text", "Id: the set, then the domain in it."),
        Column("domain_set", "text", "Id of the set."),
        Column("name", "text", "Name for people."),
        Column("rates", "text", "What is rated."),
    ),
    dict,
)


@dataclass(frozen=True, slots=True)
class ImpactDomain:
    """One domain of a set.

    Parameters
    ----------
    domain, name, rates : str
        Id within its set, such as ``safety``; name for people; what is rated.
    """

    domain: str
    name: str
    rates: str


@dataclass(frozen=True, slots=True)
class DomainSet:
    """Domains that are rated together over a period.

    Parameters
    ----------
    domain_set, name, about : str
        Id, name for people, what it is for.
    domains : tuple of ImpactDomain
        In the order of the source.
    source : str
        Id of the `Publication` that states it.
    validity : Validity
        The days on which it holds.
    """

    domain_set: str
    name: str
    about: str
    domains: tuple[ImpactDomain, ...]
    source: str
    validity: Validity


@dataclass(frozen=True, slots=True)
class AssessmentThreshold:
    """Above which negative score a full assessment is due.

    Parameters
    ----------
    threshold, name : str
        Id, and name for people.
    above : int
        A negative score greater than this asks for a full assessment; this score
        itself does not.
    about, source : str
        What it says, and the id of the `Publication` that says so.
    validity : Validity
        The days on which it holds.
    """

    threshold: str
    name: str
    above: int
    about: str
    source: str
    validity: Validity


_THRESHOLDS: Final[Listing[AssessmentThreshold]] = Listing(
    "assessment threshold",
    state_list(
        "assessment_thresholds",
        Column("threshold", "text", "Id."),
        Column("name", "text", "Name for people."),
        Column("above", "whole", "A greater negative score asks for it.", least=0),
        Column("about", "text", "What it says."),
    ),
    AssessmentThreshold,
)


@cache
def list_domain_sets() -> tuple[DomainSet, ...]:
    """List every set of domains, that which began first at the front.

    Examples
    --------
    >>> [each.domain_set for each in list_domain_sets()]
    ['papers_2019', 'national_2025']
    """
    made = [
        DomainSet(
            domains=tuple(
                ImpactDomain(id_.removeprefix(f"{name}_"), each["name"], each["rates"])
                for id_, each in _DOMAINS.items()
                if each["domain_set"] == name
            ),
            **row,
        )
        for name, row in _SETS.items()
    ]
    return tuple(sorted(made, key=lambda each: each.validity.first))


def get_domain_set(name: str) -> DomainSet:
    """Get a set by id.

    Raises
    ------
    UnknownNameError
        When there is none of that id.

    Examples
    --------
    >>> [each.name for each in get_domain_set("national_2025").domains][:3]
    ['Safe', 'Effective', 'Personalised experience']
    """
    held = {each.domain_set: each for each in list_domain_sets()}
    if name not in held:
        raise UnknownNameError("domain set", name, held)
    return held[name]


def get_domain_set_at(day: date | None) -> DomainSet:
    """Get the set that holds on a day: of several, that which began last.

    Parameters
    ----------
    day : date or None
        The day; the newest set when None.

    Raises
    ------
    InputError
        When no set held on that day.

    Examples
    --------
    >>> get_domain_set_at(date(2019, 8, 14)).domains[5].name
    'Prevention'
    """
    every = list_domain_sets()
    held = [each for each in every if day is None or each.validity.contains(day)]
    if held:
        return held[-1]
    first = every[0].validity.first
    expected = f"a day on which a set of domains is known, from {first:%-d %B %Y} on"
    remedy = "Give a later day, or leave it out to use the newest set."
    raise InputError([Fault("impact assessment", "as_at", expected, f"{day}", remedy)])


def get_assessment_threshold(name: str) -> AssessmentThreshold:
    """Get a threshold by id.

    Raises
    ------
    UnknownNameError
        When there is none of that id.

    Examples
    --------
    >>> get_assessment_threshold("two_stage").above
    8
    """
    return _THRESHOLDS.get_known(name)
