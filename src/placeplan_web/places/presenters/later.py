"""What came after the day of a page: shown apart, for nobody knew it on the day."""

from datetime import date

from placeplan.places import RegistryView
from placeplan_web.design.words import write_day
from placeplan_web.places.presenters.cell import find_body


def list_later(view: RegistryView, id_: str) -> list[str]:
    """List what happened to a place after the day, the earliest first."""
    registry, day = view.registry, view.day
    life = registry.get_periods(id_)
    events: list[tuple[date, str]] = []
    for before, body in zip((None, *life), life, strict=False):
        if body.proposed_on and body.proposed_on > day:
            events.append((body.proposed_on, "a paper proposed it"))
        if body.starts_on and body.starts_on > day:
            happened = f"it took the name {body.name}" if before else "it began"
            events.append((body.starts_on, happened))
    if life[-1].ends_on and life[-1].ends_on >= day:
        events.append((life[-1].ends_on, "it stood for the last time"))
    for each in registry.successions:
        if each.on > day and each.predecessor == id_:
            name = find_body(view, each.successor).name
            events.append((each.on, f"{name} took over from it"))
        if each.on > day and each.successor == id_:
            name = find_body(view, each.predecessor).name
            events.append((each.on, f"it took over from {name}"))
    return [f"{write_day(on)}: {happened}." for on, happened in sorted(events)]
