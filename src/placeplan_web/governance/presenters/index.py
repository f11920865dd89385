"""The room on one page: groups, next meetings, and what waits for whom."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from placeplan_web.design.words import write_count, write_day, write_hour
from placeplan_web.governance.models import Meeting
from placeplan_web.governance.presenters.frame import Frame, cell
from placeplan_web.governance.presenters.group_list import count_whole
from placeplan_web.governance.presenters.quorum_words import has_quorum
from placeplan_web.governance.queries.group_list import ListedGroup
from placeplan_web.governance.queries.waiting import Wait

MOST_MEETINGS: Final = 10
MOST_WAITS: Final = 20
SORTS: Final[Mapping[str, str]] = {
    "ratification": "A body to answer",
    "sign-off": "An organisation to sign",
    "escalation": "A risk to be discussed",
    "action": "An action to be done",
}


@dataclass(frozen=True)
class IndexPage:
    """What stands on a day."""

    frame: Frame
    groups: Sequence[ListedGroup]
    meetings: Sequence[Meeting]
    waits: Sequence[Wait]

    @property
    def finding(self) -> str:
        if not self.groups:
            return ""
        groups = count_whole(self.groups)
        silent = sum(not has_quorum(each.terms) for each in self.groups)
        said = f"{groups}, of which {silent} state no quorum"
        if not silent:
            said = f"{groups}, each of which states its quorum"
        return f"{said}; {self._say_next()}; {self._say_waits()}."

    def _say_next(self) -> str:
        if not self.meetings:
            return "no meeting is planned"
        first = self.meetings[0]
        return f"next, {first.group.name} meets on {write_day(first.held_on)}"

    def _say_waits(self) -> str:
        if not self.waits:
            return "nothing waits for anybody"
        late = sum(each.is_late(self.frame.day) for each in self.waits)
        count = write_count(len(self.waits), "thing waits", "things wait")
        return f"{count} for somebody, {late or 'none'} past the day set for it"

    @property
    def meeting_rows(self) -> list[list[Any]]:
        return [
            [
                cell(each.group.name, href=self.frame.link_meeting(each)),
                write_when(each),
                each.place_words or "not stated",
                each.get_state_display(),
            ]
            for each in self.meetings[:MOST_MEETINGS]
        ]

    @property
    def wait_rows(self) -> list[list[Any]]:
        """Signatures on one document stand in one row."""
        return [*self._list_sheets(), *self._list_single()][:MOST_WAITS]

    @property
    def more_waits(self) -> int:
        rows = len(self._list_sheets()) + len(self._list_single())
        return max(0, rows - MOST_WAITS)

    def _list_sheets(self) -> list[list[Any]]:
        sheets = Counter(each.record for each in self.waits if each.sort == "sign-off")
        return [
            [
                cell(
                    sheet.title,
                    href=self.frame.link(
                        "governance:sign-off", reference=sheet.reference
                    ),
                    note=SORTS["sign-off"],
                ),
                write_count(count, "organisation"),
                "not stated",
                "not stated",
            ]
            for sheet, count in sheets.items()
        ]

    def _list_single(self) -> list[list[Any]]:
        return [
            [
                cell(name_wait(each), href=self._link(each), note=SORTS[each.sort]),
                each.whom,
                write_day(each.since),
                self._say_due(each),
            ]
            for each in self.waits
            if each.sort != "sign-off"
        ]

    def _say_due(self, wait: Wait) -> str:
        if wait.due is None:
            return "not stated"
        late = ", late" if wait.is_late(self.frame.day) else ""
        return f"{write_day(wait.due)}{late}"

    def _link(self, wait: Wait) -> str:
        if wait.sort == "ratification":
            reference = wait.record.reference
            return self.frame.find_link("governance:decision", reference=reference)
        if wait.sort == "escalation":
            risk = wait.record.risk
            return self.frame.link(
                "programme:record",
                scope=risk.programme.slug,
                register="risks",
                reference=risk.reference,
            )
        return self.frame.find_link(
            "governance:record",
            scope="all",
            register="actions",
            reference=wait.record.reference,
        )


def name_wait(wait: Wait) -> str:
    """Name what waits."""
    if wait.sort == "escalation":
        return f"{wait.record.risk.reference} {wait.record.risk.title}"
    words = getattr(wait.record, "title", "") or wait.record.text
    return f"{wait.record.reference} {words}"


def write_when(meeting: Meeting) -> str:
    """Write the day of a meeting, with its hour where it is known."""
    if meeting.starts_at is None:
        return write_day(meeting.held_on)
    return f"{write_day(meeting.held_on)} at {write_hour(meeting.starts_at)}"
