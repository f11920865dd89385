"""A decision, and the board of recommendations that wait for ratification."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from placeplan_web.accounts.permission import require_permission
from placeplan_web.governance.operations.reading import list_deciders
from placeplan_web.governance.presenters.decision import DecisionPage
from placeplan_web.governance.presenters.index import write_when
from placeplan_web.governance.presenters.ratification import RatificationPage
from placeplan_web.governance.presenters.way import list_ways
from placeplan_web.governance.queries.decision_view import (
    find_decision,
    list_withheld,
    read_decision,
)
from placeplan_web.governance.queries.paper_access import may_read_item, read_reader
from placeplan_web.governance.queries.ratification import list_recommendations
from placeplan_web.governance.rules import narrow_readable
from placeplan_web.governance.views.group import WHY_NOT
from placeplan_web.governance.views.meeting import list_crumbs
from placeplan_web.governance.views.regard import read_regards
from placeplan_web.governance.views.request import get_frame, show

EXEMPT = "What was settled on this item is private, as the item was."


@require_safe
def decision(request: HttpRequest, reference: str) -> HttpResponse:
    """Show a decision and what followed of it."""
    found = find_decision(reference)
    frame = get_frame(request)
    if found is None or found.decided_on > frame.day:
        raise Http404
    meeting = found.item.meeting
    require_permission(request, "governance.read_group", meeting.group, why_not=WHY_NOT)
    reader = read_reader(request.user, meeting, timezone.localdate())
    if not may_read_item(reader, found.item):
        raise PermissionDenied(EXEMPT)
    ways = list_ways(frame, request.user, "decision", found, meeting.group)
    view = read_decision(found, frame.day)
    withheld = list_withheld(request.user, view.evidence, timezone.localdate())
    at = found.vote.at if found.vote else found.at
    deciders = list_deciders(found.item, found.vote, at)
    regards = read_regards(frame, request.user, reader, found.item, deciders, at)
    page = DecisionPage(frame, view, ways, withheld, regards)
    crumbs = [
        *list_crumbs(frame, meeting),
        (write_when(meeting), frame.link_meeting(meeting)),
    ]
    return show(
        *(request, "decision", found.title, page, "Ratifications"), breadcrumbs=crumbs
    )


@require_safe
def ratifications(request: HttpRequest) -> HttpResponse:
    """Show every recommendation that bodies ratify, and where each stands."""
    frame = get_frame(request)
    readable = narrow_readable(request.user, timezone.localdate())
    page = RatificationPage(frame, list_recommendations(frame.day, readable))
    return show(
        request, "ratifications", "Ratifications", page, "governance:ratifications"
    )
