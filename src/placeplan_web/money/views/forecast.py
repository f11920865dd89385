"""How the year will end."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from placeplan_web.money.presenters.figure import PageLinks
from placeplan_web.money.presenters.forecast import ForecastPage
from placeplan_web.money.queries.exhibit import draw_forecasts, list_forecasts
from placeplan_web.money.queries.standing import Standing
from placeplan_web.money.views.drawing import answer_file, answer_svg
from placeplan_web.money.views.request import PageRequest, find_standing, get_shown
from placeplan_web.registers.kept_body import render_kept

PAGE = "money:forecast"


@require_safe
def forecast(request: PageRequest) -> HttpResponse:
    body = render_kept(request, "money/forecast_body.jinja", lambda: _describe(request))
    address = request.address
    crumbs = [
        ("Money", address.link("evidence:money")),
        ("Position", address.link("money:position")),
    ]
    context = {"title": "Forecast", "body": body, "breadcrumbs": crumbs}
    return render(request, "money/page.jinja", context)


def _describe(request: PageRequest) -> dict[str, Any]:
    standing = find_standing(request, request.GET.get("organisation", ""))
    if standing is None:
        return {"page": None}
    links = _make_links(request, standing)
    return {"page": ForecastPage(standing, links), "links": links}


def _make_links(request: PageRequest, standing: Standing) -> PageLinks:
    """Here the organisation is a choice that stands in the address."""
    asked = standing.question
    query = {**asked.write(), **({"organisation": asked.body} if asked.body else {})}
    return PageLinks(request.address, PAGE, {}, query)


@require_safe
def svg(request: PageRequest, figure: str) -> HttpResponse:
    return answer_svg(request, figure, lambda: draw_forecasts(_get_standing(request)))


@require_safe
def file(request: PageRequest, figure: str, kind: str) -> HttpResponse:
    standing = _get_standing(request)
    figures, exhibits = draw_forecasts(standing), list_forecasts(standing)
    return answer_file(figure, kind, "forecast", figures, exhibits)


def _get_standing(request: PageRequest) -> Standing:
    return get_shown(request, request.GET.get("organisation", ""))
