"""The page of inequalities, with its pictures and its files."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from placeplan_web.design.picture_frame import SVG_TYPE
from placeplan_web.design.table_file import write_table
from placeplan_web.evidence.deprivation import MAP, Deprivation
from placeplan_web.evidence.fact_register import get_register
from placeplan_web.evidence.inequality import STATEMENTS, find_gap
from placeplan_web.evidence.presenters.deprivation import (
    draw_map,
    draw_scatter,
    list_missing,
    list_pictures,
    make_file,
)
from placeplan_web.evidence.presenters.inequality import (
    UNDATED,
    draw_gap,
    list_gaps,
    make_table,
    show_gap,
)
from placeplan_web.evidence.views.request import PageRequest
from placeplan_web.performance.queries import get_tables
from placeplan_web.performance.register import PerformanceRegister
from placeplan_web.places.presenters.origin import list_origins
from placeplan_web.places.queries import as_at, list_sources


@require_safe
def inequalities(request: PageRequest) -> HttpResponse:
    address = request.address
    gaps = list_gaps(get_register(address.as_at))
    found = _get_deprivation(request)
    shown = [show_gap(gap, address) for gap in gaps]
    pictures = [*shown, *list_pictures(found, address)]
    context = {
        "title": "Inequalities",
        "finding": pictures[0]["finding"] if pictures else "",
        "pictures": pictures,
        "has_gaps": bool(gaps),
        "missing": [*list_missing(found), *([UNDATED] if gaps else [])],
        "sources": list_origins(found.cited, list_sources(), address),
        "breadcrumbs": [("Facts register", address.link("evidence:facts"))],
    }
    return render(request, "evidence/inequalities.jinja", context)


@require_safe
def inequalities_file(request: PageRequest, kind: str) -> HttpResponse:
    table = make_table(get_register(request.address.as_at))
    return write_table(table, f"inequalities.{kind}")


@require_safe
def figure_file(request: PageRequest, figure: str, kind: str) -> HttpResponse:
    table = make_file(_get_deprivation(request), figure)
    if table is None:
        raise Http404
    return write_table(table, f"deprivation-{figure}.{kind}")


@require_safe
def svg(request: PageRequest, figure: str) -> HttpResponse:
    narrow = request.GET.get("for") == "phone"
    drawn = _draw(request, figure, narrow=narrow)
    if drawn is None:
        raise Http404
    return HttpResponse(drawn, content_type=SVG_TYPE)


def _draw(request: PageRequest, figure: str, *, narrow: bool) -> str | None:
    if figure in STATEMENTS:
        gap = find_gap(get_register(request.address.as_at), figure)
        return draw_gap(gap, narrow=narrow) if gap else None
    found = _get_deprivation(request)
    if figure == MAP and found.has_map:
        return draw_map(found, narrow=narrow)
    if figure in found.indicators:
        return draw_scatter(found, figure, narrow=narrow)
    return None


def _get_deprivation(request: PageRequest) -> Deprivation:
    """What was known on the day; districts have the names that they last had."""
    address = request.address
    view = as_at(address.day(timezone.localdate()))
    return Deprivation(PerformanceRegister(get_tables(address.as_at), view))
