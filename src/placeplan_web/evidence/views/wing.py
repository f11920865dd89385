"""Pages of wings, their pictures and their files."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from placeplan_web.design.picture_frame import SVG_TYPE
from placeplan_web.design.table_file import CSV, CSV_TYPE, EXCEL_TYPE
from placeplan_web.evidence.export import Exhibit
from placeplan_web.evidence.gallery import Screen
from placeplan_web.evidence.models import Run
from placeplan_web.evidence.presenters.wing import list_findings, present_view
from placeplan_web.evidence.provenance import find_origin
from placeplan_web.evidence.views.exhibit import keep_answer, name_file
from placeplan_web.evidence.views.request import PageRequest
from placeplan_web.evidence.views.room import find_run, get_finished
from placeplan_web.evidence.wing.gallery import WingView, draw_view_svg, find_view
from placeplan_web.evidence.wing.page import WingPage
from placeplan_web.evidence.wing.wing import Wing


@require_safe
def show_index(request: PageRequest, wing: Wing) -> HttpResponse:
    run, address = find_run(request), request.address
    context: dict[str, object] = {"title": wing.title, "run": run}
    if run is None:
        return render(request, "evidence/no_run.jinja", context)
    context["pages"] = list_findings(wing, run, address)
    return render(request, "evidence/wing.jinja", context)


@require_safe
def show_page(request: PageRequest, wing: Wing, page: str) -> HttpResponse:
    shown, run, address = _get_page(wing, page), find_run(request), request.address
    context: dict[str, object] = {"title": shown.title, "page": shown, "run": run}
    context["breadcrumbs"] = [(wing.title, address.link(wing.index))]
    if run is None:
        return render(request, "evidence/no_run.jinja", context)
    view = find_view(run, shown, request.GET)
    context |= present_view(wing, shown, run, view, address)
    return render(request, "evidence/wing_page.jinja", context)


@require_safe
def svg(
    request: PageRequest, wing: Wing, public_id: UUID, page: str, figure: str
) -> HttpResponse:
    run, shown = get_finished(request, public_id), _get_page(wing, page)
    view = find_view(run, shown, request.GET)
    if figure not in view.figures:
        raise Http404
    screen: Screen = "phone" if request.GET.get("for") == "phone" else "desk"
    drawing = draw_view_svg(run, shown, view, figure, screen)
    return keep_answer(run, HttpResponse(drawing, content_type=SVG_TYPE))


@require_safe
def file(
    request: PageRequest,
    wing: Wing,
    public_id: UUID,
    page: str,
    figure: str,
    kind: str,
) -> HttpResponse:
    run, shown = get_finished(request, public_id), _get_page(wing, page)
    view = find_view(run, shown, request.GET)
    exhibit = _find_exhibit(request, run, shown, view, figure)
    if kind == CSV:
        response = HttpResponse(exhibit.write_csv(), content_type=CSV_TYPE)
    else:
        response = HttpResponse(exhibit.write_excel(), content_type=EXCEL_TYPE)
    return keep_answer(run, name_file(response, f"{figure}.{kind}"))


def _get_page(wing: Wing, slug: str) -> WingPage:
    if slug not in wing.by_slug:
        raise Http404
    return wing.by_slug[slug]


def _find_exhibit(
    request: PageRequest, run: Run, page: WingPage, view: WingView, id_: str
) -> Exhibit:
    link = request.address.link("evidence:run", public_id=run.public_id)
    address = request.build_absolute_uri(link)
    figure, record = view.figures.get(id_), view.records.get(id_)
    if figure:
        origin = find_origin(run, page.measures, page.tables)
        words, table = figure.finding, figure.table
        return Exhibit(figure.title, words, table, figure.status, address, origin)
    if record is None:
        raise Http404
    origin = find_origin(run, tables=record.tables)
    table = record.table if record.full is None else record.full
    return Exhibit(record.title, record.words, table, record.status, address, origin)
