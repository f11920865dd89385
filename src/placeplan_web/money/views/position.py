"""Where the system and its members stand."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from placeplan_web.money.presenters.line import find_papers
from placeplan_web.money.presenters.position import PositionPage
from placeplan_web.money.queries.book import index_changes
from placeplan_web.money.queries.exhibit import draw_position, list_exhibits
from placeplan_web.money.views.drawing import answer_file, answer_svg
from placeplan_web.money.views.request import (
    PageRequest,
    find_standing,
    get_shown,
    make_links,
)
from placeplan_web.places.presenters.origin import list_origins
from placeplan_web.places.queries import list_sources
from placeplan_web.registers.kept_body import render_kept

SYSTEM, OF_ONE = "money:position", "money:position-of"


@require_safe
def position(request: PageRequest) -> HttpResponse:
    if asked := request.GET.get("organisation"):
        return _redirect(request, asked)
    return _show(request, "")


@require_safe
def position_of(request: PageRequest, organisation: str) -> HttpResponse:
    asked = request.GET.get("organisation")
    if asked is not None and asked != organisation:
        return _redirect(request, asked)
    return _show(request, organisation)


def _redirect(request: PageRequest, organisation: str) -> HttpResponse:
    """Lead from the choice of an organisation to its page, or back to the system."""
    query = {name: request.GET.get(name, "") for name in ("year", "month", "method")}
    if organisation:
        link = request.address.link(OF_ONE, query=query, organisation=organisation)
    else:
        link = request.address.link(SYSTEM, query=query)
    return redirect(link)


def _show(request: PageRequest, organisation: str) -> HttpResponse:
    body = render_kept(
        request, "money/position_body.jinja", lambda: _describe(request, organisation)
    )
    address = request.address
    crumbs = [("Money", address.link("evidence:money"))]
    if organisation:
        crumbs.append(("Position", address.link(SYSTEM)))
    context = {"title": "Position", "body": body, "breadcrumbs": crumbs}
    return render(request, "money/page.jinja", context)


def _describe(request: PageRequest, organisation: str) -> dict[str, Any]:
    standing, address = find_standing(request, organisation), request.address
    if standing is None:
        return {"page": None}
    links = make_links(request, OF_ONE if organisation else SYSTEM, standing)
    papers = find_papers(standing.lines["sources"])
    cited = [(source, "values of the ledger") for source in papers]
    return {
        "page": PositionPage(standing, links, index_changes()),
        "links": links,
        "sources": list_origins(cited, list_sources(), address),
    }


@require_safe
def svg(request: PageRequest, figure: str, organisation: str = "") -> HttpResponse:
    return answer_svg(
        request, figure, lambda: draw_position(get_shown(request, organisation))
    )


@require_safe
def file(
    request: PageRequest, figure: str, kind: str, organisation: str = ""
) -> HttpResponse:
    standing = get_shown(request, organisation)
    name = f"position-{organisation}" if organisation else "position"
    return answer_file(
        figure, kind, name, draw_position(standing), list_exhibits(standing)
    )
