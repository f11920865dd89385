"""The seat map: picture, tables and file."""

from django.db.models import prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from placeplan_web.design.table_file import write_table
from placeplan_web.governance.models import Group
from placeplan_web.governance.presenters.seat_map import WAYS, SeatMapPage
from placeplan_web.governance.queries.group_list import stood_on
from placeplan_web.governance.queries.seat_load import read_meeting_load
from placeplan_web.governance.queries.seat_map import list_seat_rows
from placeplan_web.governance.rules import narrow_readable
from placeplan_web.governance.views.request import get_frame, show


@require_safe
def seats(request: HttpRequest) -> HttpResponse:
    page = _make_page(request)
    return show(request, "seats", "Seat map", page, "governance:seats")


@require_safe
def seats_file(request: HttpRequest, kind: str) -> HttpResponse:
    page = _make_page(request)
    return write_table(page.make_table(), f"seats.{kind}", page.finding)


def _make_page(request: HttpRequest) -> SeatMapPage:
    frame = get_frame(request)
    readable = narrow_readable(request.user, timezone.localdate())
    known = set(Group.objects.filter(readable).values_list("pk", flat=True))
    past = frame.address.as_at
    rows = [
        row
        for row in list_seat_rows(frame.day)
        if row.group.pk in known and (past is None or stood_on(row.group, past))
    ]
    prefetch_related_objects([row.group for row in rows], "aliases")
    by = request.GET.get("by", "")
    by = by if by in dict(WAYS) else WAYS[0][0]
    return SeatMapPage(frame, rows, read_meeting_load(frame.day), by)
