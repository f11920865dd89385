"""The results that a page is about: all of them, or those of one place."""

from dataclasses import dataclass

from placeplan.errors import UnknownNameError
from placeplan.places import Registry, find_reach
from placeplan.plan import Results
from placeplan.plan.focus import focus_on_places, focus_on_provider


@dataclass(frozen=True, slots=True)
class Focus:
    """Results narrowed to a place, with its name and words on how it was done."""

    results: Results
    name: str = ""
    note: str = ""


def focus_on(results: Results, registry: Registry, place: str | None) -> Focus:
    """Narrow results to a place of the registry.

    A district, commissioner, footprint or alliance keeps the rows of its people; a
    provider or site what it does. A place that nobody knows leaves the results whole,
    and the note says so.
    """
    if place is None:
        return Focus(results)
    try:
        reach = find_reach(registry, place)
    except UnknownNameError:
        note = f"Nothing here is called {place}; these are the whole system's numbers."
        return Focus(results, note=note)
    name = registry.get_periods(place)[-1].name
    if reach:
        split = any(share < 1 for share in reach.values())
        words = "People and what they need are counted by district"
        note = f"{words}; shares of districts are worked out." if split else f"{words}."
        return Focus(focus_on_places(results, reach), name, note)
    narrowed = focus_on_provider(results, place)
    if narrowed.table.height:
        return Focus(narrowed, name, "Only what this provider does and has.")
    note = (
        f"{name} has no people or care of its own here; these are the whole system's."
    )
    return Focus(results, name, note)
