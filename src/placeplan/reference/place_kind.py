"""Kinds of organisation, area, site and footprint."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from placeplan.periods import Validity
from placeplan.reference.listing import get_thing, make_things, state_list
from placeplan.tables import Column

CONTRACT = state_list(
    "place_kinds",
    Column("kind", "text", "Id, such as acute_trust."),
    Column("name", "text", "Name for people."),
    Column(
        "family",
        "text",
        "What sort of thing it is.",
        choices=frozenset({"organisation", "area", "site", "footprint"}),
    ),
)


@dataclass(frozen=True, slots=True)
class PlaceKind:
    """A kind of organisation, area, site or footprint.

    Parameters
    ----------
    kind : str
        Id, such as ``acute_trust``.
    name : str
        Name for people.
    family : str
        ``organisation``, ``area``, ``site`` or ``footprint``.
    source : str
        Id of a `Publication`, mostly the law that made the kind.
    validity : Validity
        When there were, or are, such bodies.
    """

    kind: str
    name: str
    family: str
    source: str
    validity: Validity


@cache
def list_place_kinds() -> Mapping[str, PlaceKind]:
    """List the kinds by id, in the order of the list."""
    return make_things(CONTRACT, PlaceKind)


def get_place_kind(name: str) -> PlaceKind:
    """Get a kind by id.

    Raises
    ------
    UnknownNameError
        When there is none of that id.

    Examples
    --------
    >>> str(get_place_kind("ccg").validity)
    '1 April 2013 to 30 June 2022'
    """
    return get_thing("kind", name, list_place_kinds())
