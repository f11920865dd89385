"""A request for a page of a programme, and what its address names."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from placeplan_web.accounts.permission import require_permission
from placeplan_web.design.address import Address
from placeplan_web.places.presenters.origin import list_origins
from placeplan_web.places.queries import list_sources
from placeplan_web.programme.models import Programme
from placeplan_web.programme.presenters.frame import Frame
from placeplan_web.programme.queries.standing import Standing, read_standing
from placeplan_web.programme.registers.ways import PERMISSIONS


def get_address(request: HttpRequest) -> Address:
    """Give the place and the day in the address, which the middleware has read."""
    return getattr(request, "address", Address())


def get_frame(request: HttpRequest, slug: str) -> Frame:
    """Find the programme that an address names, if the reader may read it."""
    programme = Programme.objects.filter(slug=slug, withdrawn_at=None).first()
    if programme is None:
        raise Http404
    why_not = PERMISSIONS.why_not_read
    require_permission(request, PERMISSIONS.read, programme, why_not=why_not)
    return Frame(programme, get_address(request))


def get_standing(frame: Frame, **more: Any) -> Standing:
    as_at = frame.address.as_at
    return read_standing(frame.programme, as_at, timezone.localdate(), **more)


def show(
    request: HttpRequest,
    template: str,
    title: str,
    page: Any,
    here: str = "",
    **more: Any,
) -> HttpResponse:
    """Show a page of a programme with its sources and the way to it."""
    frame: Frame = page.frame
    is_home = here == "programme:programme"
    context = {
        "title": title,
        "page": page,
        "views": frame.list_views(here),
        "sources": list_origins(page.cited, list_sources(), frame.address),
        "breadcrumbs": frame.list_crumbs(is_home=is_home),
        **more,
    }
    return render(request, f"programme/{template}.jinja", context)
