"""Reads of the registry, each as it stood on a day."""

from datetime import date
from functools import lru_cache

from django.db.models import QuerySet

from placeplan.places import Entry, Registry, RegistryView
from placeplan.places.name import normalise_name
from placeplan_web.places.models import RegistryLoad, Source
from placeplan_web.places.record_table import read_tables

LOADS_KEPT = 2  # the newest, and the one before while requests on it end
DAYS_KEPT = 64


def find_load() -> RegistryLoad | None:
    """Find the newest load, which is what the pages show; None before the first."""
    return RegistryLoad.objects.first()


def list_loads() -> QuerySet[RegistryLoad]:
    """List every load, the newest first."""
    return RegistryLoad.objects.all()


def as_at(day: date) -> RegistryView:
    """View the registry on a day; an empty one before the first load."""
    load = find_load()
    return _view(load.fingerprint if load else "", day)


@lru_cache(maxsize=LOADS_KEPT)
def _build(fingerprint: str) -> Registry:
    """Build the registry of a load, once in each process."""
    return Registry.from_tables(read_tables() if fingerprint else {})


@lru_cache(maxsize=DAYS_KEPT)
def _view(fingerprint: str, day: date) -> RegistryView:
    return _build(fingerprint).as_at(day)


def list_sources() -> dict[str, Source]:
    """List the sources on which the registry rests, by their id."""
    return {source.slug: source for source in Source.objects.all()}


def search_places(view: RegistryView, text: str, kind: str = "") -> list[Entry]:
    """Find what stood on the day, by any part of a name, variant, id or code.

    The best matches come first: whole names, then beginnings, then the rest, each in
    order of the name of the day.
    """
    entries = view.list_entries(kind or None)
    wanted = normalise_name(text)
    if not wanted:
        return sorted(entries, key=lambda entry: _sort_key(entry, 0))
    ranks: dict[str, int] = {}
    for name, bearers in view.registry.names.bearers.items():
        if wanted in name:
            rank = 0 if name == wanted else 1 if name.startswith(wanted) else 2
            for id_ in bearers:
                ranks[id_] = min(rank, ranks.get(id_, rank))
    found = [entry for entry in entries if entry.id in ranks]
    return sorted(found, key=lambda entry: _sort_key(entry, ranks[entry.id]))


def _sort_key(entry: Entry, rank: int) -> tuple[int, str, str]:
    return rank, entry.body.name.casefold(), entry.id
