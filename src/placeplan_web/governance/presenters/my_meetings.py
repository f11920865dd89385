"""The meetings of somebody: where they sit, what waits, which interests may matter."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from placeplan_web.design.words import write_count, write_day
from placeplan_web.governance.models import Action, Meeting, Seat
from placeplan_web.governance.presenters.frame import Frame, cell
from placeplan_web.governance.presenters.index import write_when


@dataclass(frozen=True)
class MyMeetingsPage:
    """Seats that somebody has on a day, and meetings from that day on.

    `is_fed` when a link to their calendar works; `feeds` are links made just now.
    """

    frame: Frame
    seats: Sequence[Seat]
    meetings: Sequence[Meeting]
    past: Sequence[Meeting]
    actions: Sequence[Action]
    conflicts: Sequence[tuple[Meeting, str, str]]
    is_fed: bool = False
    feeds: Sequence[tuple[str, str]] = ()

    @property
    def finding(self) -> str:
        if not self.seats and not self.meetings and not self.past:
            return "You have no seat in a group, and work for none."
        seats = write_count(len(self.seats), "seat")
        if not self.meetings:
            return f"{seats}; no meeting of yours is planned."
        first = self.meetings[0]
        ahead = write_count(len(self.meetings), "meeting")
        on = write_day(first.held_on)
        return f"{seats}; {ahead} ahead, the next on {on}: {first.group.name}."

    @property
    def seat_rows(self) -> list[list[Any]]:
        return [
            [
                cell(seat.group.name, href=self.frame.link_group(seat.group)),
                seat.title,
                seat.get_kind_display(),
            ]
            for seat in self.seats
        ]

    @property
    def meeting_rows(self) -> list[list[Any]]:
        return [self._list(each) for each in self.meetings]

    @property
    def past_rows(self) -> list[list[Any]]:
        return [self._list(each) for each in self.past]

    def _list(self, meeting: Meeting) -> list[Any]:
        return [
            cell(meeting.group.name, href=self.frame.link_meeting(meeting)),
            write_when(meeting),
            meeting.place_words or "not stated",
            meeting.get_state_display(),
            cell(
                f"Pack of {write_day(meeting.held_on)}",
                href=self.frame.link_pack(meeting),
            ),
        ]

    @property
    def conflict_rows(self) -> list[list[Any]]:
        return [
            [cell(item, href=self.frame.link_meeting(meeting)), interest]
            for meeting, item, interest in self.conflicts
        ]

    @property
    def action_rows(self) -> list[list[Any]]:
        return [
            [
                cell(
                    f"{each.reference} {each.text}",
                    href=self.frame.link(
                        "governance:record",
                        scope="all",
                        register="actions",
                        reference=each.reference,
                    ),
                ),
                each.group.name,
                write_day(each.due_on) if each.due_on else "not stated",
            ]
            for each in self.actions
        ]
