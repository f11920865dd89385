"""Pages of results: people, demand, capacity, money; each figure as picture and CSV."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from placeplan_web.accounts.permission import require_permission
from placeplan_web.evidence.models import Run
from placeplan_web.evidence.presenters.picture import (
    present_picture,
    present_sources,
)
from placeplan_web.evidence.presenters.record import list_records
from placeplan_web.evidence.queries import find_current_run
from placeplan_web.evidence.rooms import ROOMS, draw_picture, get_focus, list_figures
from placeplan_web.evidence.views.run import NOT_YOURS

MINUTES = 60


@require_safe
def people(request: HttpRequest) -> HttpResponse:
    return _show_room(request, "people")


@require_safe
def demand(request: HttpRequest) -> HttpResponse:
    return _show_room(request, "demand")


@require_safe
def capacity(request: HttpRequest) -> HttpResponse:
    return _show_room(request, "capacity")


@require_safe
def money(request: HttpRequest) -> HttpResponse:
    return _show_room(request, "money")


@require_safe
def svg(request: HttpRequest, public_id: UUID, room: str, figure: str) -> HttpResponse:
    run, place = _get_finished(request, public_id), request.address.place
    if room not in ROOMS or figure not in list_figures(run, ROOMS[room], place):
        raise Http404
    drawing = draw_picture(run, ROOMS[room], place, figure)
    return _keep(run, HttpResponse(drawing, content_type="image/svg+xml"))


@require_safe
def csv(request: HttpRequest, public_id: UUID, room: str, figure: str) -> HttpResponse:
    run, place = _get_finished(request, public_id), request.address.place
    figures = list_figures(run, ROOMS[room], place) if room in ROOMS else {}
    if figure not in figures:
        raise Http404
    text = figures[figure].table.write_csv()
    response = HttpResponse(text, content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{figure}.csv"'
    return _keep(run, response)


def find_run(request: HttpRequest) -> Run | None:
    """The run that the address names, or else the current one of the day."""
    named = request.GET.get("run", "")
    if not named:
        return find_current_run(as_at=request.address.as_at)
    try:
        public_id = UUID(named)
    except ValueError:
        raise Http404 from None
    return _get_finished(request, public_id)


def _show_room(request: HttpRequest, slug: str) -> HttpResponse:
    room, run = ROOMS[slug], find_run(request)
    context: dict[str, object] = {"title": room.title, "room": room, "run": run}
    if run is None:
        return render(request, "evidence/no_run.jinja", context)
    address = request.address
    figures = list_figures(run, room, address.place)
    focus = get_focus(run, address.place)
    measures = [
        measure
        for picture in room.pictures
        if picture.id in figures
        for measure in picture.measures
    ]
    words, sources = present_sources(measures, run=run, address=address)
    context |= {
        "focus": focus,
        "pictures": [
            present_picture(figure, run=run, room=room, address=address)
            for figure in figures.values()
        ],
        "records": list_records(run, slug, address.place),
        "made_of": words,
        "sources": sources,
    }
    return render(request, "evidence/room.jinja", context)


def _get_finished(request: HttpRequest, public_id: UUID) -> Run:
    run = get_object_or_404(Run.objects.select_related("dataset"), public_id=public_id)
    require_permission(request, "evidence.read_run", run, why_not=NOT_YOURS)
    if not run.is_finished:
        raise Http404
    return run


def _keep(run: Run, response: HttpResponse) -> HttpResponse:
    """Let a reader's browser keep what never changes; others' copies stay theirs."""
    who = "public" if run.released_at else "private"
    response.headers["Cache-Control"] = f"{who}, max-age={MINUTES * 60}"
    return response
