"""Search: anything by name, alias, code or number, each with a link to its page."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from placeplan.periods import FinancialYear
from placeplan.places.name import normalise_name
from placeplan.plan import DO_NOTHING, PLAN
from placeplan.reference import MEASURES, Measure, get_measure
from placeplan_web.config.number_search import Total, find_totals
from placeplan_web.design.address import Address
from placeplan_web.design.words import write_count, write_number, write_pounds
from placeplan_web.evidence.fact_register import get_register
from placeplan_web.evidence.models import Run
from placeplan_web.evidence.queries import find_current_run
from placeplan_web.evidence.shelf import get_plan
from placeplan_web.governance.presenters.search import find_groups
from placeplan_web.places.presenters.cell import find_body, write_kind
from placeplan_web.places.queries import as_at, search_places

MOST_SHOWN = 20
MOST_LETTERS = 100
ROOMS_BY_UNIT = {
    "people": "people",
    "by_pod": "demand",
    "days": "demand",
    "beds": "capacity",
    "spaces": "capacity",
    "wte": "capacity",
    "pounds": "money",
}
SCENARIOS = {DO_NOTHING: "if nothing changes", PLAN: "with the plan"}


@dataclass(frozen=True, slots=True)
class Hits:
    """What was found of one sort; `more` were left out."""

    title: str
    items: tuple[dict[str, Any], ...]
    more: int


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    text = " ".join(request.GET.get("q", "").split())[:MOST_LETTERS]
    address: Address = request.address  # type: ignore[attr-defined]  # by the middleware
    found = list(_find_everything(text, request.user, address)) if text else []
    count = sum(len(hits.items) + hits.more for hits in found)
    context = {
        "title": f"Search: {text}" if text else "Search",
        "text": text,
        "found": found,
        "finding": f"{write_count(count, 'thing')} found." if text else "",
    }
    return render(request, "config/search.jinja", context)


def _find_everything(text: str, reader: Any, address: Address) -> Iterator[Hits]:
    run = find_current_run(as_at=address.as_at)
    sorts = [
        ("Places", _find_places(text, address)),
        ("Groups", find_groups(text, reader, address)),
        ("Facts that papers state", _find_facts(text, address)),
    ]
    if run:
        sorts += [
            ("Numbers of the newest released run", _find_numbers(run, text, address)),
            ("Measures", _find_measures(text, address)),
            ("Sources", _find_sources(run, text, address)),
        ]
    for title, items in sorts:
        if items:
            more = max(0, len(items) - MOST_SHOWN)
            yield Hits(title, tuple(items[:MOST_SHOWN]), more)


def _find_places(text: str, address: Address) -> list[dict[str, Any]]:
    """Find who stood on the day, and after them who stood on another day."""
    view = as_at(address.day(timezone.localdate()))
    standing = search_places(view, text)
    wanted, known = normalise_name(text), {entry.id for entry in standing}
    others = {
        id_
        for name, bearers in view.registry.names.bearers.items()
        if wanted and wanted in name
        for id_ in bearers
        if id_ not in known
    }
    stood = [(entry.id, entry.body, "") for entry in standing]
    stood += [(id_, find_body(view, id_), "another day") for id_ in sorted(others)]
    return [
        {
            "text": body.name,
            "href": address.link("places:place", slug=id_),
            "note": ", ".join([write_kind(body.kind), *body.codes]),
            "status": status,
        }
        for id_, body, status in stood
    ]


def _find_facts(text: str, address: Address) -> list[dict[str, Any]]:
    register = get_register(address.as_at)
    return [
        {
            "text": f"{fact.statement}: {fact.shown}",
            "href": address.link("evidence:fact", fact=fact.id),
            "note": f"{fact.id}, {fact.place}, {fact.period}",
            "status": fact.status,
        }
        for fact in register.search(text)
    ]


def _find_numbers(run: Run, text: str, address: Address) -> list[dict[str, Any]]:
    return [
        {
            "text": f"{get_measure(total.measure).name}, {_write_years(total)}: "
            f"{_write_value(total)}",
            "href": _link_room(get_measure(total.measure), address),
            "note": " and ".join(SCENARIOS[name] for name in total.scenarios),
            "status": total.status,
        }
        for total in find_totals(run, text)
    ]


def _find_measures(text: str, address: Address) -> list[dict[str, Any]]:
    wanted = text.casefold()
    return [
        {
            "text": measure.name,
            "href": _link_room(measure, address),
            "note": measure.about,
        }
        for measure in MEASURES.values()
        if wanted in measure.name.casefold() or wanted == measure.measure
    ]


def _find_sources(run: Run, text: str, address: Address) -> list[dict[str, Any]]:
    wanted = text.casefold()
    return [
        {
            "text": source.title,
            "href": address.link("evidence:source", source=source.id),
            "note": source.publisher,
            "status": source.status,
        }
        for source in get_plan(run.dataset).sources
        if wanted in f"{source.id} {source.title} {source.publisher}".casefold()
    ]


def _link_room(measure: Measure, address: Address) -> str:
    """Link to the room where numbers of that unit stand."""
    return address.link(f"evidence:{ROOMS_BY_UNIT[measure.unit]}")


def _write_years(total: Total) -> str:
    calendar = total.unit == "people"
    years = [
        str(year) if calendar else str(FinancialYear(year)) for year in total.years
    ]
    follow_on = total.years[-1] - total.years[0] == len(years) - 1
    return f"{years[0]} to {years[-1]}" if follow_on and years[1:] else ", ".join(years)


def _write_value(total: Total) -> str:
    if total.unit == "pounds":
        return write_pounds(total.value)
    return f"{write_number(total.value)} {total.unit}"
