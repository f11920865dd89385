"""Kinds of organisation, area, site and footprint."""

from dataclasses import dataclass

from placeplan.periods import Validity
from placeplan.reference.listing import Listing, state_list
from placeplan.tables import Column

CONTRACT = state_list(
    "organisation_kinds",
    Column("kind", "text", "Id, such as acute_trust."),
    Column("name", "text", "Name for people."),
    Column("plural", "text", "Name of several."),
    Column(
        "family",
        "text",
        "What sort of thing it is.",
        choices=frozenset({"organisation", "area", "site", "footprint"}),
    ),
)


@dataclass(frozen=True, slots=True)
class OrganisationKind:
    """A kind of organisation, area, site or footprint.

    Parameters
    ----------
    kind : str
        Id, such as ``acute_trust``.
    name, plural : str
        Name for people, of one and of several.
    family : str
        ``organisation``, ``area``, ``site`` or ``footprint``.
    source : str
        Id of a `Publication`, mostly the law that made the kind.
    validity : Validity
        When there were, or are, such bodies.
    """

    kind: str
    name: str
    plural: str
    family: str
    source: str
    validity: Validity


ORGANISATION_KINDS = Listing("kind", CONTRACT, OrganisationKind)
"""Kinds by id."""


def get_organisation_kind(name: str) -> OrganisationKind:
    """Get a kind by id.

    Raises
    ------
    UnknownNameError
        When there is none of that id.

    Examples
    --------
    >>> str(get_organisation_kind("ccg").validity)
    '1 April 2013 to 30 June 2022'
    """
    return ORGANISATION_KINDS.get_known(name)
