"""Calendars of meetings: of all in public, and of somebody's own by a secret link."""

from datetime import timedelta
from typing import Final

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from placeplan_web.accounts.models import User
from placeplan_web.governance.models import Meeting
from placeplan_web.governance.presenters.meeting_calendar import (
    CALENDAR_TYPE,
    write_calendar,
)
from placeplan_web.governance.queries.open_record import list_open_meetings
from placeplan_web.governance.queries.standing import list_own_meetings
from placeplan_web.governance.views.lists import show_own_meetings
from placeplan_web.programme.operations.reminder import find_feed, open_feed

BACK: Final = timedelta(days=92)
"""Three months, be they long ones."""
MOST_MEETINGS: Final = 2000


@require_safe
def public_feed(request: HttpRequest) -> HttpResponse:
    """Give the meetings in public, from three months ago on."""
    first = timezone.localdate() - BACK
    meetings = list_open_meetings().filter(held_on__gte=first).order_by("held_on", "pk")
    return _send(request, list(meetings[:MOST_MEETINGS]), "public, max-age=900")


@require_safe
def own_feed(request: HttpRequest, token: str) -> HttpResponse:
    """Give somebody's own meetings, to whoever has the link of their calendar."""
    feed = find_feed(token)
    if feed is None:
        raise Http404
    today = timezone.localdate()
    meetings = list_own_meetings(feed.user, today, today - BACK)
    return _send(request, meetings[:MOST_MEETINGS], "private, max-age=900")


@require_POST
def own_link(request: HttpRequest) -> HttpResponse:
    """Make new links to the calendars of the reader, shown on this answer alone."""
    if not isinstance(request.user, User):
        raise Http404
    token = open_feed(user=request.user, at=timezone.now())
    response = show_own_meetings(request, token)
    response.headers["Cache-Control"] = "no-store"
    return response


def _send(request: HttpRequest, meetings: list[Meeting], cache: str) -> HttpResponse:
    base = request.build_absolute_uri("/").rstrip("/")
    written = write_calendar(meetings, base, settings.PLACEPLAN_NAME)
    response = HttpResponse(written, content_type=CALENDAR_TYPE)
    response.headers["Cache-Control"] = cache
    return response
