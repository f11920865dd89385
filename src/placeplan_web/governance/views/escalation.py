"""One escalated risk: where it stands before each group, and its history."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from placeplan_web.accounts.permission import require_permission
from placeplan_web.governance.presenters.escalation import EscalationStoryPage
from placeplan_web.governance.presenters.way import list_ways
from placeplan_web.governance.queries.escalation_story import (
    find_escalation,
    read_story,
)
from placeplan_web.governance.rules import narrow_readable
from placeplan_web.governance.views.group import WHY_NOT
from placeplan_web.governance.views.request import get_frame, show


@require_safe
def escalation(request: HttpRequest, reference: str) -> HttpResponse:
    """Show where one risk stands before a group, and its history."""
    frame, found = get_frame(request), find_escalation(reference)
    if found is None or found.raised_on > frame.day:
        raise Http404
    require_permission(request, "governance.read_group", found.group, why_not=WHY_NOT)
    readable = narrow_readable(request.user, timezone.localdate())
    ways = list_ways(frame, request.user, "escalation", found, found)
    page = EscalationStoryPage(frame, read_story(found, frame.day, readable), ways)
    crumbs = frame.list_crumbs(
        ("Escalated risks", frame.link("governance:escalations"))
    )
    title = f"{found.risk.reference} before {found.group.name}"
    return show(
        *(request, "escalation", title, page, "governance:escalations"),
        breadcrumbs=crumbs,
    )
