"""One picture or table of a room as a file: SVG, CSV, Excel."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from placeplan_web.design.table_file import CSV_TYPE, EXCEL_TYPE
from placeplan_web.evidence.export import Exhibit
from placeplan_web.evidence.gallery import (
    Screen,
    draw_svg,
    list_figures,
    list_records,
)
from placeplan_web.evidence.models import Run
from placeplan_web.evidence.provenance import find_origin
from placeplan_web.evidence.rooms import ROOMS, Room
from placeplan_web.evidence.views.request import PageRequest
from placeplan_web.evidence.views.room import get_finished

KEPT_SECONDS = 3600


@require_safe
def svg(request: PageRequest, public_id: UUID, room: str, figure: str) -> HttpResponse:
    run, place = get_finished(request, public_id), request.address.place
    shown = _get_room(room)
    if figure not in list_figures(run, shown, place):
        raise Http404
    screen: Screen = "phone" if request.GET.get("for") == "phone" else "desk"
    drawing = draw_svg(run, shown, place, figure, screen)
    return keep_answer(run, HttpResponse(drawing, content_type="image/svg+xml"))


@require_safe
def csv(request: PageRequest, public_id: UUID, room: str, figure: str) -> HttpResponse:
    run = get_finished(request, public_id)
    exhibit = _find_exhibit(request, run, _get_room(room), figure)
    response = HttpResponse(exhibit.write_csv(), content_type=CSV_TYPE)
    return keep_answer(run, name_file(response, f"{figure}.csv"))


@require_safe
def excel(
    request: PageRequest, public_id: UUID, room: str, figure: str
) -> HttpResponse:
    run = get_finished(request, public_id)
    exhibit = _find_exhibit(request, run, _get_room(room), figure)
    response = HttpResponse(exhibit.write_excel(), content_type=EXCEL_TYPE)
    return keep_answer(run, name_file(response, f"{figure}.xlsx"))


def _get_room(slug: str) -> Room:
    if slug not in ROOMS:
        raise Http404
    return ROOMS[slug]


def _find_exhibit(request: PageRequest, run: Run, room: Room, id_: str) -> Exhibit:
    place = request.address.place
    link = request.address.link("evidence:run", public_id=run.public_id)
    address = request.build_absolute_uri(link)
    figure = list_figures(run, room, place).get(id_)
    if figure:
        measures = next(each.measures for each in room.pictures if each.id == id_)
        origin = find_origin(run, measures=measures)
        return Exhibit(
            figure.title, figure.finding, figure.table, figure.status, address, origin
        )
    record = list_records(run, room, place).get(id_)
    if record is None:
        raise Http404
    table = record.table if record.full is None else record.full
    origin = find_origin(run, tables=record.tables)
    return Exhibit(record.title, record.words, table, record.status, address, origin)


def name_file(response: HttpResponse, name: str) -> HttpResponse:
    """Have a browser save an answer under a name."""
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def keep_answer(run: Run, response: HttpResponse) -> HttpResponse:
    """Let browsers keep what is open to everyone, and nothing of a private run."""
    kept = f"public, max-age={KEPT_SECONDS}" if run.released_at else "no-store"
    response.headers["Cache-Control"] = kept
    return response
