"""Meetings as a calendar that other programs read."""

from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Final

import icalendar

from placeplan_web.governance.models import Meeting, MeetingState

CALENDAR_TYPE: Final = "text/calendar; charset=utf-8"
STATES: Final[Mapping[str, str]] = {
    MeetingState.PLANNED: "TENTATIVE",
    MeetingState.CANCELLED: "CANCELLED",
}
"""How a calendar calls a state; every other is confirmed."""


def write_calendar(meetings: Iterable[Meeting], base: str, name: str) -> bytes:
    """Write when and where groups meet: no item, no paper, no person.

    A meeting has the moment of its last change as its stamp, so that the same records
    give the same bytes. RFC 5545 has it so for what is published (3.8.7.2).
    """
    calendar = icalendar.Calendar()
    calendar.add("prodid", f"-//{name}//meetings//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", f"{name}: meetings")
    for meeting in meetings:
        calendar.add_component(_write_event(meeting, base))
    return bytes(calendar.to_ical())


def _write_event(meeting: Meeting, base: str) -> icalendar.Event:
    event = icalendar.Event()
    event.add("uid", f"{meeting.public_id}@placeplan")
    event.add("dtstamp", meeting.changed_at)
    event.add("last-modified", meeting.changed_at)
    event.add("sequence", meeting.version - 1)
    if meeting.starts_at is None:
        event.add("dtstart", meeting.held_on)
        event.add("dtend", meeting.held_on + timedelta(days=1))
    else:
        event.add("dtstart", meeting.starts_at)
        if meeting.ends_at is not None:
            event.add("dtend", meeting.ends_at)
    event.add("summary", meeting.group.name)
    if meeting.place_words:
        event.add("location", meeting.place_words)
    event.add("status", STATES.get(meeting.state, "CONFIRMED"))
    event.add("url", f"{base}/governance/meetings/{meeting.public_id}/")
    return event
