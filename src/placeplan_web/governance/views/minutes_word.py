"""Minutes as a Word document: for the public, and for each member."""

from typing import Final
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from placeplan.governance.minutes_word import write_minutes
from placeplan_web.design.words import write_day
from placeplan_web.governance.models import Meeting, Minutes, MinutesState
from placeplan_web.governance.queries.minutes_parts import read_minutes, with_parts
from placeplan_web.governance.queries.paper_access import PUBLIC, Reader
from placeplan_web.governance.queries.privacy import meets_in_public
from placeplan_web.governance.views.meeting import get_meeting
from placeplan_web.governance.views.pack import get_member, note_serving, send_file
from placeplan_web.governance.views.request import get_frame

WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@require_safe
def public_minutes(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Give the minutes of the public, without what was said in private."""
    meeting = get_meeting(request, public_id)
    minutes = find_minutes(meeting)
    if minutes is None or not meets_in_public(meeting):
        return redirect(get_frame(request).link_pack(meeting))
    return _send(minutes, PUBLIC, "public")


@require_safe
def private_minutes(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Give the minutes to a member, without items that an interest keeps from them."""
    meeting = get_meeting(request, public_id)
    reader = get_member(request, meeting)
    minutes = find_minutes(meeting)
    if minutes is None:
        return redirect(get_frame(request).link_pack(meeting))
    response = _send(minutes, reader, "private")
    note_serving(request, meeting, "serve-minutes", {"draft": minutes.draft})
    return response


def find_minutes(meeting: Meeting) -> Minutes | None:
    """Find the minutes of a meeting, once they are drafted."""
    known = Minutes.objects.filter(meeting=meeting, withdrawn_at=None)
    found: Minutes | None = with_parts(known).first()
    return found


def _send(minutes: Minutes, reader: Reader, which: str) -> HttpResponse:
    meeting = minutes.meeting
    name, day = meeting.group.name, write_day(meeting.held_on)
    noun = "minutes" if minutes.state == MinutesState.AGREED else "draft minutes"
    text = read_minutes(minutes, reader).text
    drawn = write_minutes(f"{name}: {noun} of {day}", name, meeting.held_on, text)
    return send_file(drawn, WORD, f"minutes-{meeting.held_on}-{which}.docx")
