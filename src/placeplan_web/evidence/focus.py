"""The results that a page is about: all of them, or those of one place."""

from dataclasses import dataclass

from placeplan.errors import UnknownNameError
from placeplan.places import Registry, find_reach
from placeplan.plan import Results
from placeplan.plan.focus import focus_on_places, focus_on_provider


@dataclass(frozen=True, slots=True)
class Focus:
    """Results narrowed to a place, with its name and words on how it was done.

    `place` is its id, or nothing where the results are those of the whole system.
    """

    results: Results
    place: str | None = None
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
        note = f"This plan has no place {place}; these are the whole system's numbers."
        return Focus(results, note=note)
    name = registry.get_periods(place)[-1].name
    if reach:
        note = _say_how(registry, place, is_split=any(s < 1 for s in reach.values()))
        return Focus(focus_on_places(results, reach), place, name, note)
    narrowed = focus_on_provider(results, place)
    if narrowed.table.height:
        return Focus(narrowed, place, name, "Only what it does and has itself.")
    note = f"This plan counts no people and no care of {name} apart; these are the "
    return Focus(results, note=f"{note}whole system's numbers.")


def _say_how(registry: Registry, place: str, *, is_split: bool) -> str:
    parts = ["People and what they need are counted by district."]
    if is_split:
        parts.append("Where a part of a district belongs here, its share is taken.")
    in_part = sorted(
        registry.get_periods(each.member.id)[-1].name
        for each in registry.memberships
        if each.body == place and not each.member.is_whole
    )
    parts += [
        f"{name} is left out: it belongs here in part, and no paper says which."
        for name in dict.fromkeys(in_part)
    ]
    return " ".join(parts)
