"""Where the registry's records come from, and when they were loaded."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.urls import NoReverseMatch

from placeplan_web.design.address import Address
from placeplan_web.places.models import RegistryLoad, Source


def list_origins(
    cited: Iterable[tuple[str, str]], sources: Mapping[str, Source], address: Address
) -> list[dict[str, Any]]:
    """List the sources that records cite, each once, with what it is cited for.

    `cited` holds pairs of a source's id and what rests on it, in reading order.
    """
    uses: dict[str, list[str]] = {}
    for id_, use in cited:
        if use not in uses.setdefault(id_, []):
            uses[id_].append(use)
    return [
        {
            "title": source.title,
            "href": find_source_page(id_, address),
            "publisher": source.publisher,
            "dated": source.dated,
            "licence": source.licence,
            "status": source.status,
            "note": " ".join(
                part for part in (f"Gives {', '.join(used)}.", source.note) if part
            ),
        }
        for id_, used in uses.items()
        if (source := sources.get(id_))
    ]


def find_source_page(id_: str, address: Address) -> str:
    """Find the page of a source; nothing while no room shows sources."""
    try:
        return address.link("evidence:source", source=id_)
    except NoReverseMatch:
        return ""


def list_history(loads: Iterable[RegistryLoad]) -> list[dict[str, Any]]:
    """List the loads of the registry, the newest first."""
    return [
        {"at": load.loaded_at, "what": "the registry was loaded from a plan folder"}
        for load in loads
    ]
