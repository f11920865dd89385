"""The list of programmes, and one programme on one page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from placeplan_web.programme.models import KeyDate
from placeplan_web.programme.presenters.index import IndexPage
from placeplan_web.programme.presenters.overview import OverviewPage
from placeplan_web.programme.queries.known import list_known, list_papers
from placeplan_web.programme.queries.programme_list import (
    count_milestones,
    list_readable,
)
from placeplan_web.programme.queries.recent import list_recent
from placeplan_web.programme.queries.stake import find_stakes_of
from placeplan_web.programme.registers.room import PROGRAMME_ROOM
from placeplan_web.programme.views.request import (
    get_address,
    get_frame,
    get_standing,
    show,
)


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    address, today = get_address(request), timezone.localdate()
    readable = list_readable(request.user, today)
    counted = count_milestones(readable, address.day(today))
    page = IndexPage(list(counted), address, request.user.is_authenticated)
    context = {"title": "Programmes", "page": page}
    return render(request, "programme/index.jinja", context)


@require_safe
def programme(request: HttpRequest, slug: str) -> HttpResponse:
    frame = get_frame(request, slug)
    as_at = frame.address.as_at
    standing = get_standing(frame)
    changes = list_recent(frame.programme, as_at)
    authors = {each.by for each in changes}
    page = OverviewPage(
        frame,
        standing,
        find_stakes_of(standing),
        list_known(KeyDate, frame.programme, as_at, list_papers(as_at)),
        changes,
        PROGRAMME_ROOM.name_authors(authors, request.user),
    )
    return show(
        *(request, "programme", frame.programme.name, page, "programme:programme"),
        registers=[
            {
                "text": kind.nouns.capitalize(),
                "href": frame.link_register(kind.slug),
                "note": kind.about,
            }
            for kind in PROGRAMME_ROOM.kinds.values()
        ],
    )
