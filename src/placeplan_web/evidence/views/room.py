"""Pages of results: people, demand, capacity, money, each with its pictures."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from placeplan_web.accounts.permission import require_permission
from placeplan_web.evidence.change.page import PLAN_WING
from placeplan_web.evidence.further import (
    list_further_pages,
    list_sentences,
    list_wings,
)
from placeplan_web.evidence.gallery import get_focus, list_figures, list_records
from placeplan_web.evidence.models import Run
from placeplan_web.evidence.presenters.picture import Frame, RoomLinks
from placeplan_web.evidence.presenters.wing import list_findings, list_pages
from placeplan_web.evidence.provenance import find_origin
from placeplan_web.evidence.queries import find_current_run, is_known
from placeplan_web.evidence.rooms import ROOMS
from placeplan_web.evidence.views.request import PageRequest
from placeplan_web.evidence.views.run import NOT_YOURS


@require_safe
def people(request: PageRequest) -> HttpResponse:
    return _show_room(request, "people")


@require_safe
def demand(request: PageRequest) -> HttpResponse:
    return _show_room(request, "demand")


@require_safe
def capacity(request: PageRequest) -> HttpResponse:
    return _show_room(request, "capacity")


@require_safe
def money(request: PageRequest) -> HttpResponse:
    return _show_room(request, "money")


def find_run(request: PageRequest) -> Run | None:
    """The run that the address names, or else the current one; as known on the day."""
    as_at = request.address.as_at
    run = find_named_run(request) or find_current_run(as_at=as_at)
    return run if run and is_known(run, as_at) else None


def find_named_run(request: PageRequest) -> Run | None:
    """The finished run that the address names, or nothing where it names none."""
    named = request.GET.get("run", "")
    if not named:
        return None
    try:
        public_id = UUID(named)
    except ValueError:
        raise Http404 from None
    return get_finished(request, public_id)


def get_finished(request: PageRequest, public_id: UUID) -> Run:
    run = get_object_or_404(Run.objects.select_related("dataset"), public_id=public_id)
    require_permission(request, "evidence.read_run", run, why_not=NOT_YOURS)
    if not run.is_finished:
        raise Http404
    return run


def _show_room(request: PageRequest, slug: str) -> HttpResponse:
    room, run, address = ROOMS[slug], find_run(request), request.address
    context: dict[str, object] = {"title": room.title, "room": room, "run": run}
    if run is None:
        return render(request, "evidence/no_run.jinja", context)
    frame = Frame(run, address, RoomLinks(run, room, address))
    figures = list_figures(run, room, address.place)
    context |= {
        "further": list_sentences(run, address) if slug == "money" else [],
        "focus": get_focus(run, address.place),
        "pages": [
            *list_further_pages(room.slug, address),
            *(
                page
                for wing in list_wings(room.slug)
                for page in list_findings(wing, run, address)
            ),
        ],
        "leads_to": list_pages(PLAN_WING, run, address, room.leads_to),
        "pictures": [
            frame.present_picture(
                figures[picture.id], find_origin(run, measures=picture.measures)
            )
            for picture in room.pictures
            if picture.id in figures
        ],
        "records": [
            frame.present_record(record, find_origin(run, tables=record.tables))
            for record in list_records(run, room, address.place).values()
        ],
    }
    return render(request, "evidence/room.jinja", context)
