"""The page of inequalities, with its pictures and its file."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from placeplan_web.design.dot_picture import SVG_TYPE
from placeplan_web.design.table_file import write_table
from placeplan_web.evidence.fact_register import get_register
from placeplan_web.evidence.inequality import STATEMENTS, find_gap
from placeplan_web.evidence.presenters.inequality import (
    MISSING,
    draw_gap,
    list_gaps,
    make_table,
    show_gap,
)
from placeplan_web.evidence.views.request import PageRequest


@require_safe
def inequalities(request: PageRequest) -> HttpResponse:
    address = request.address
    gaps = list_gaps(get_register(address.as_at))
    pictures = [show_gap(gap, address) for gap in gaps]
    context = {
        "title": "Inequalities",
        "finding": pictures[0]["finding"] if pictures else "",
        "pictures": pictures,
        "missing": MISSING,
        "breadcrumbs": [("Facts register", address.link("evidence:facts"))],
    }
    return render(request, "evidence/inequalities.jinja", context)


@require_safe
def inequalities_csv(request: PageRequest) -> HttpResponse:
    table = make_table(get_register(request.address.as_at))
    return write_table(table, "inequalities.csv")


@require_safe
def svg(request: PageRequest, figure: str) -> HttpResponse:
    register = get_register(request.address.as_at)
    gap = find_gap(register, figure) if figure in STATEMENTS else None
    if gap is None:
        raise Http404
    drawn = draw_gap(gap, narrow=request.GET.get("for") == "phone")
    return HttpResponse(drawn, content_type=SVG_TYPE)
