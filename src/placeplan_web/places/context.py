"""What the setting for the place needs on every page."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from placeplan.places import RegistryView
from placeplan.reference import ORGANISATION_KINDS
from placeplan_web.design.address import Address
from placeplan_web.places.queries import as_at

KINDS = (
    "footprint",
    "icp_place_alliance",
    "ccg",
    "icb",
    "acute_trust",
    "site",
    "district",
    "pcn",
)


def place_context(request: HttpRequest) -> dict[str, Any]:
    """Give the places that may be chosen, and the name of the one that is.

    Both are worked out only when a page shows them.
    """
    address: Address = getattr(request, "address", Address())
    day = address.day(timezone.localdate())
    return {
        "place_choices": SimpleLazyObject(lambda: list(list_choices(as_at(day)))),
        "place_name": LateName(address.place, day),
    }


@dataclass(frozen=True)
class LateName:
    """The name of a place on a day, asked of the records only when it is written.

    A lazy proxy will not do: a template takes it for the text that it is not yet.
    """

    place: str | None
    day: date

    def __str__(self) -> str:
        return find_name(as_at(self.day), self.place) if self.place else ""

    def __bool__(self) -> bool:
        return bool(str(self))


def list_choices(view: RegistryView) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """List what stood on the day, by kind, in order of its name."""
    for kind in KINDS:
        entries = view.list_entries(kind)
        if entries:
            named = sorted((entry.body.name, entry.id) for entry in entries)
            yield ORGANISATION_KINDS[kind].plural, [(id_, name) for name, id_ in named]


def find_name(view: RegistryView, id_: str) -> str:
    """Find the name of a place on the day, or its last one, or nothing."""
    entry = view.find_entry(id_)
    if entry:
        return entry.body.name
    periods = view.registry.periods.get(id_)
    return periods[-1].name if periods else ""
