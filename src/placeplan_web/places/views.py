"""Pages of the registry; each is about the day in the address."""

from collections.abc import Iterable
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from placeplan.places import RegistryView
from placeplan.reference import ORGANISATION_KINDS
from placeplan_web.design.address import Address
from placeplan_web.places import queries
from placeplan_web.places.export import write_register
from placeplan_web.places.presenters.origin import list_history, list_origins
from placeplan_web.places.presenters.place import PlacePage
from placeplan_web.places.presenters.planning import CarePage, LevelsPage, SetPage
from placeplan_web.places.presenters.register import RegisterPage

PLACES_A_PAGE = 25
LOADS_SHOWN = 10
MOST_LETTERS = 100


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    page = _find_register(request)
    listed = Paginator(page.found, PLACES_A_PAGE).get_page(request.GET.get("page"))
    sources = queries.list_sources()
    cited = [(id_, "bodies or their codes") for id_ in _list_cited(page.view)]
    context = {
        "title": "Places",
        "page": page,
        "listed": listed,
        "rows": page.list_rows(list(listed)),
        "sources": list_origins(cited, sources, _address(request)),
        "history": list_history(queries.list_loads()[:LOADS_SHOWN]),
    }
    return render(request, "places/index.jinja", context)


@require_safe
def export(request: HttpRequest) -> HttpResponse:
    """Give the list as it stands as CSV."""
    page = _find_register(request)
    text = write_register(page.found, queries.list_sources())
    response = HttpResponse(text, content_type="text/csv; charset=utf-8")
    name = f"places-{page.view.day.isoformat()}.csv"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@require_safe
def place(request: HttpRequest, slug: str) -> HttpResponse:
    view = _view(request)
    if slug not in view.registry.periods:
        raise Http404
    page = PlacePage(view, slug, _address(request))
    return _show(request, "places/place.jinja", page.title, page, page.cited)


@require_safe
def levels(request: HttpRequest) -> HttpResponse:
    page = LevelsPage(_view(request), _address(request))
    title = "Who plans what, at which level"
    return _show(request, "places/levels.jinja", title, page, page.cited)


@require_safe
def care(request: HttpRequest) -> HttpResponse:
    page = CarePage(_view(request), _address(request))
    title = "Parts of the integrated care system"
    return _show(request, "places/care.jinja", title, page, page.cited)


@require_safe
def footprint_set(request: HttpRequest, slug: str) -> HttpResponse:
    view = _view(request)
    if slug not in {each.id for each in view.registry.footprint_sets}:
        raise Http404
    page = SetPage(view, slug, _address(request))
    return _show(request, "places/set.jinja", page.whole.name, page, page.cited)


def _address(request: HttpRequest) -> Address:
    """Give the place and the day in the address, which the middleware has read."""
    return getattr(request, "address", Address())


def _view(request: HttpRequest) -> RegistryView:
    return queries.as_at(_address(request).day(timezone.localdate()))


def _find_register(request: HttpRequest) -> RegisterPage:
    """Find what the reader asked for; a kind that is none asks for every kind."""
    view = _view(request)
    text = request.GET.get("q", "").strip()[:MOST_LETTERS]
    kind = request.GET.get("kind", "")
    kind = kind if kind in ORGANISATION_KINDS else ""
    found = queries.search_places(view, text, kind)
    return RegisterPage(view, _address(request), text, kind, found)


def _list_cited(view: RegistryView) -> list[str]:
    return sorted({entry.body.source for entry in view.list_entries()})


def _show(
    request: HttpRequest,
    template: str,
    title: str,
    page: Any,
    cited: Iterable[tuple[str, str]],
) -> HttpResponse:
    context = {
        "title": title,
        "page": page,
        "sources": list_origins(cited, queries.list_sources(), _address(request)),
        "history": list_history(queries.list_loads()[:LOADS_SHOWN]),
        "breadcrumbs": [("Places", _address(request).link("places:index"))],
    }
    return render(request, template, context)
