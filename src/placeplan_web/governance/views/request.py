"""A request for a page of this room, and what its address names."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from placeplan_web.design.address import Address
from placeplan_web.governance.presenters.frame import Frame
from placeplan_web.places.presenters.origin import list_origins
from placeplan_web.places.queries import list_sources
from placeplan_web.programme.registers.room import list_late_sources
from placeplan_web.registers.known import PastDay


def get_frame(request: HttpRequest) -> Frame:
    """Give the place and the day in the address, which the middleware has read."""
    address: Address = getattr(request, "address", Address())
    return Frame(address, address.day(timezone.localdate()))


def get_past(request: HttpRequest) -> PastDay | None:
    """Give the past day in the address, with the papers that were not out by then."""
    day = getattr(request, "address", Address()).as_at
    return PastDay(day, list_late_sources(day)) if day else None


def show(
    request: HttpRequest,
    template: str,
    title: str,
    page: Any,
    here: str,
    **more: Any,
) -> HttpResponse:
    """Show a page with its sources and the way to it."""
    frame: Frame = page.frame
    is_home = here == "governance:index"
    cited = getattr(page, "cited", ())
    context = {
        "title": title,
        "page": page,
        "views": frame.list_views(here),
        "sources": list_origins(cited, list_sources(), frame.address),
        "breadcrumbs": [] if is_home else frame.list_crumbs(),
        **more,
    }
    return render(request, f"governance/{template}.jinja", context)
