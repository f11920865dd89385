"""Pages of performance: by provider, by system, must-dos, signals, one indicator."""

from collections.abc import Iterable
from typing import Any

import polars as pl
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from placeplan.performance import Indicator
from placeplan_web.design.address import Address
from placeplan_web.design.picture_frame import SVG_TYPE
from placeplan_web.design.table_file import write_table
from placeplan_web.performance import queries
from placeplan_web.performance.hanging import list_hanging
from placeplan_web.performance.presenters.indicator import IndicatorPage
from placeplan_web.performance.presenters.must_do import MustDoPage
from placeplan_web.performance.presenters.provider import ProviderPage
from placeplan_web.performance.presenters.signal import WHOLE, SignalPage
from placeplan_web.performance.presenters.system import SystemPage
from placeplan_web.performance.register import ALL, PerformanceRegister
from placeplan_web.performance.spc import list_charts
from placeplan_web.performance.spc_picture import draw_for
from placeplan_web.places.presenters.origin import list_origins
from placeplan_web.places.queries import as_at, list_sources


@require_safe
def providers(request: HttpRequest) -> HttpResponse:
    page = ProviderPage(_get_register(request), _address(request))
    cited = [(id_, "figures") for id_ in _list_cited(page.register, page.indicators)]
    return _show(request, "providers", "Performance by provider", page, cited)


@require_safe
def providers_file(request: HttpRequest, kind: str) -> HttpResponse:
    page = ProviderPage(_get_register(request), _address(request))
    return write_table(
        page.make_table(), f"performance-by-provider.{kind}", page.finding
    )


@require_safe
def systems(request: HttpRequest) -> HttpResponse:
    page = SystemPage(_get_register(request), _address(request))
    cited = [(id_, "figures") for id_ in _list_cited(page.register, page.indicators)]
    cited += [
        (id_, "published ratings")
        for id_ in page.register.tables["ratings"]["source"].unique()
    ]
    return _show(request, "systems", "Performance by system", page, cited)


@require_safe
def systems_file(request: HttpRequest, kind: str) -> HttpResponse:
    page = SystemPage(_get_register(request), _address(request))
    return write_table(page.make_table(), f"performance-by-system.{kind}", page.finding)


@require_safe
def must_dos(request: HttpRequest) -> HttpResponse:
    page = MustDoPage(_get_register(request), _address(request))
    return _show(request, "must_dos", "The nine must-dos of 2016/17", page, page.cited)


@require_safe
def must_dos_file(request: HttpRequest, kind: str) -> HttpResponse:
    page = MustDoPage(_get_register(request), _address(request))
    return write_table(page.tracked, f"must-dos.{kind}", page.finding)


@require_safe
def signals(request: HttpRequest) -> HttpResponse:
    page = SignalPage(_get_register(request), _address(request))
    return _show(request, "signals", "Signals", page, page.cited)


@require_safe
def signals_file(request: HttpRequest, kind: str) -> HttpResponse:
    page = SignalPage(_get_register(request), _address(request))
    return write_table(page.make_table(), f"signals.{kind}", page.finding)


@require_safe
def indicator(request: HttpRequest, indicator: str) -> HttpResponse:
    register = _get_register(request)
    page = IndicatorPage(
        _get_indicator(request, register, indicator), register, _address(request)
    )
    title = page.indicator.name
    crumbs = [("Performance", page.address.link("performance:index"))]
    return _show(request, "indicator", title, page, page.cited, breadcrumbs=crumbs)


@require_safe
def indicator_file(request: HttpRequest, indicator: str, kind: str) -> HttpResponse:
    register = _get_register(request)
    found = _get_indicator(request, register, indicator)
    page = IndicatorPage(found, register, _address(request))
    return write_table(page.make_table(), f"{indicator}.{kind}", page.finding)


@require_safe
def chart(request: HttpRequest, indicator: str, body: str) -> HttpResponse:
    register = _get_register(request)
    found = _get_indicator(request, register, indicator)
    wanted = ALL if body == WHOLE else body
    charts = list_charts(register, found, wanted)
    if not charts:
        raise Http404
    drawn = draw_for(charts[0], request.GET.get("for", ""))
    return HttpResponse(drawn, content_type=SVG_TYPE)


def _address(request: HttpRequest) -> Address:
    """Give the place and the day in the address, which the middleware has read."""
    return getattr(request, "address", Address())


def _get_register(request: HttpRequest) -> PerformanceRegister:
    """The tables as known on the day; bodies have the names that they last had."""
    address = _address(request)
    view = as_at(address.day(timezone.localdate()))
    return PerformanceRegister(queries.get_tables(address.as_at), view)


def _get_indicator(
    request: HttpRequest, register: PerformanceRegister, indicator: str
) -> Indicator:
    """The indicator, as known on the day; one that came later was not known then."""
    found = register.indicators.get(indicator)
    if found is None:
        raise Http404
    return found


def _list_cited(
    register: PerformanceRegister, indicators: Iterable[str]
) -> Iterable[str]:
    frame = register.tables["indicator_values"]
    kept = frame.filter(pl.col("indicator").is_in(list(indicators)))
    return list(kept["source"].unique(maintain_order=True))


def _list_shown(page: Any) -> list[str]:
    """Indicators of a page: those in its tables and charts, or of its must-dos."""
    if isinstance(page, IndicatorPage):
        return [page.indicator.id]
    if isinstance(page, SignalPage):
        return list(dict.fromkeys(chart.indicator.id for chart in page.charts))
    if isinstance(page, MustDoPage):
        asked = page.register.tables["must_do_thresholds"]["indicator"].drop_nulls()
        return [id_ for id_ in asked.unique() if id_ in page.register.indicators]
    return list(page.indicators)


def _show(
    request: HttpRequest,
    template: str,
    title: str,
    page: Any,
    cited: Iterable[tuple[str, str]],
    **more: Any,
) -> HttpResponse:
    context = {
        "title": title,
        "page": page,
        "sources": list_origins(cited, list_sources(), _address(request)),
        "hanging": list_hanging(_list_shown(page), page.register, page.address),
        **more,
    }
    return render(request, f"performance/{template}.jinja", context)
