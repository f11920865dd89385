"""A meeting, one of its items, and its papers as somebody is served them."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from placeplan_web.accounts.permission import require_permission
from placeplan_web.governance.models import ItemState, Meeting
from placeplan_web.governance.presenters.frame import Frame
from placeplan_web.governance.presenters.index import write_when
from placeplan_web.governance.presenters.item import ItemPage
from placeplan_web.governance.presenters.meeting import MeetingPage
from placeplan_web.governance.presenters.regard import RegardWords
from placeplan_web.governance.presenters.way import list_ways, split_moves
from placeplan_web.governance.queries.meeting_past import read_past_meeting
from placeplan_web.governance.queries.meeting_view import (
    MeetingView,
    find_meeting,
    read_meeting,
)
from placeplan_web.governance.views.group import WHY_NOT
from placeplan_web.governance.views.regard import read_regards
from placeplan_web.governance.views.request import get_frame, get_past, show


def get_meeting(request: HttpRequest, public_id: UUID) -> Meeting:
    """Give a meeting whose group the reader may read."""
    found = find_meeting(public_id)
    if found is None:
        raise Http404
    require_permission(request, "governance.read_group", found.group, why_not=WHY_NOT)
    return found


def name_meeting(meeting: Meeting) -> str:
    return f"{meeting.group.name}, {write_when(meeting)}"


def list_crumbs(frame: Frame, meeting: Meeting) -> list[tuple[str, str]]:
    return frame.list_crumbs(
        ("Groups", frame.link("governance:groups")),
        (meeting.group.name, frame.link_group(meeting.group)),
    )


def _read(
    request: HttpRequest, frame: Frame, meeting: Meeting, number: str | None = None
) -> MeetingView:
    """Read a meeting as the reader may know it, now or as it was known on a day."""
    past = get_past(request)
    if past is not None:
        return read_past_meeting(meeting, request.user, timezone.now(), past, number)
    return read_meeting(meeting, request.user, timezone.now(), frame.day, number)


@require_safe
def meeting(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Show a meeting: what is planned, what goes on, or what came of it."""
    found = get_meeting(request, public_id)
    frame = get_frame(request)
    view = _read(request, frame, found)
    ways = list_ways(frame, request.user, "meeting", found, found.group)
    current = view.current
    of_item = (
        list_ways(frame, request.user, "item", current.item, found.group)
        if current
        else []
    )
    ahead = next(
        (e.item for e in view.items if e.item.state == ItemState.PLANNED), None
    )
    coming = (
        list_ways(frame, request.user, "item", ahead, found.group)
        if ahead and not current
        else []
    )
    opens = [way for way in coming if way.name == "open"]
    page = MeetingPage(frame, view, ways, of_item, opens)
    return show(
        *(request, "meeting", name_meeting(found), page, "Meetings"),
        breadcrumbs=list_crumbs(frame, found),
    )


@require_safe
def item(request: HttpRequest, public_id: UUID, number: str) -> HttpResponse:
    """Show an item: its front sheet, its papers, who may do what, what came of it."""
    found = get_meeting(request, public_id)
    frame = get_frame(request)
    view = _read(request, frame, found, number)
    if not view.items:
        raise Http404
    held = view.items[0].item
    moves, ways = split_moves(list_ways(frame, request.user, "item", held, found.group))
    page = ItemPage(frame, view, ways, moves, _read_regards(request, frame, view))
    crumbs = [
        *list_crumbs(frame, found),
        (write_when(found), frame.link_meeting(found)),
    ]
    return show(
        *(request, "item", f"{held.number}. {held.title}", page, "Meetings"),
        breadcrumbs=crumbs,
    )


def _read_regards(
    request: HttpRequest, frame: Frame, view: MeetingView
) -> list[RegardWords]:
    """Give who has read the assessments of an item: at its last vote, or by now."""
    held = view.items[0].item
    table = view.table
    deciders = [
        (seat, table.holders.get(seat.pk)) for seat in table.seats if seat.votes
    ]
    votes = list(held.votes.all())
    voted_at = votes[-1].at if votes else None
    if votes and votes[-1].ballots.all():
        deciders = [(each.seat, each.post) for each in votes[-1].ballots.all()]
    return read_regards(frame, request.user, view.reader, held, deciders, voted_at)
