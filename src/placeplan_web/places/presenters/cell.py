"""Cells of tables about places: links that keep the day, tags, spans of time."""

from datetime import date
from typing import Any

from placeplan.places import Body, Entry, RegistryView, Standing
from placeplan.reference import ORGANISATION_KINDS
from placeplan_web.design.address import Address
from placeplan_web.design.words import write_day

Cell = Any
TAGS = {Standing.PROPOSED: "proposed", Standing.IN_FORCE: "in force"}
PARTS = {"whole": "wholly", "part": "in part"}


def write_kind(kind: str) -> str:
    """Name a kind for a reader."""
    return ORGANISATION_KINDS[kind].name


def link_place(view: RegistryView, id_: str, address: Address) -> dict[str, str]:
    """Link to the page of a place under its name of the day, or its last one."""
    return {
        "text": find_body(view, id_).name,
        "href": address.link("places:place", slug=id_),
    }


def link_entry(entry: Entry, address: Address) -> dict[str, str]:
    """Link to the page of a place that stood; say so where it was only proposed."""
    cell = {
        "text": entry.body.name,
        "href": address.link("places:place", slug=entry.id),
    }
    if entry.standing is Standing.PROPOSED:
        cell["status"] = TAGS[entry.standing]
    return cell


def find_body(view: RegistryView, id_: str) -> Body:
    """Find a body as it stood; else as it last did before, or first will."""
    entry = view.find_entry(id_)
    if entry:
        return entry.body
    periods = view.registry.get_periods(id_)
    begun = [
        body
        for body in periods
        if (body.starts_on or body.proposed_on or date.min) <= view.day
    ]
    return begun[-1] if begun else periods[0]


def write_span(starts_on: date | None, ends_on: date | None, day: date) -> str:
    """Write when something held, as it looked on a day: an end to come is left out."""
    start = f"from {write_day(starts_on)}" if starts_on else ""
    end = f"to {write_day(ends_on)}" if ends_on and ends_on < day else ""
    return " ".join(part for part in (start, end) if part) or "start not known"


def join_words(words: list[str]) -> str:
    """Join words as a sentence does: Ashford, Dover and Thanet."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"
