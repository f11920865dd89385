"""What is before somebody: their meetings, and risks that wait to be discussed."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from placeplan_web.governance.presenters.escalation_list import EscalationPage
from placeplan_web.governance.presenters.my_meetings import MyMeetingsPage
from placeplan_web.governance.queries.escalation import list_laid
from placeplan_web.governance.queries.own_meetings import (
    list_own_actions,
    list_own_conflicts,
    split_meetings,
)
from placeplan_web.governance.queries.standing import (
    list_own_meetings,
    list_own_seats,
)
from placeplan_web.governance.rules import narrow_readable
from placeplan_web.governance.views.request import get_frame, show
from placeplan_web.programme.operations.reminder import has_feed


@require_safe
def my_meetings(request: HttpRequest) -> HttpResponse:
    """Show the meetings of whoever is signed in."""
    return show_own_meetings(request)


def show_own_meetings(request: HttpRequest, token: str = "") -> HttpResponse:
    """Show them, with the links to their calendars where these were made just now."""
    frame, user = get_frame(request), request.user
    meetings = list_own_meetings(user, frame.day, date.min)
    ahead, past = split_meetings(meetings, frame.day)
    page = MyMeetingsPage(
        frame,
        list_own_seats(user, frame.day),
        *(ahead, past),
        list_own_actions(user, frame.day),
        list_own_conflicts(user, ahead, frame.day),
        *(has_feed(user), _list_feeds(request, token)),
    )
    return show(request, "my_meetings", "My meetings", page, "governance:my-meetings")


def _list_feeds(request: HttpRequest, token: str) -> list[tuple[str, str]]:
    """Give the addresses that one word opens: meetings, and what is due."""
    if not token:
        return []
    names = {"Your meetings": "governance:own-feed", "Your work": "programme:calendar"}
    return [
        (words, request.build_absolute_uri(reverse(name, args=[token])))
        for words, name in names.items()
    ]


@require_safe
def escalations(request: HttpRequest) -> HttpResponse:
    """Show every risk before every group, with its age."""
    frame = get_frame(request)
    readable = narrow_readable(request.user, timezone.localdate())
    page = EscalationPage(frame, list_laid(frame.day, readable))
    return show(
        *(request, "escalations", "Escalated risks", page, "governance:escalations")
    )
