"""A group as it is set up, and one of its seats."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from placeplan_web.design.words import write_count, write_moment
from placeplan_web.governance.models import Meeting, MeetingState, Seat, SeatHolding
from placeplan_web.governance.presenters.frame import Frame, cell, write_period
from placeplan_web.governance.presenters.index import write_when
from placeplan_web.governance.presenters.quorum_words import NOT_STATED, say_quorum
from placeplan_web.governance.presenters.way import Way
from placeplan_web.governance.queries.group_view import is_in_force
from placeplan_web.governance.queries.publish_by import PublishBy
from placeplan_web.governance.queries.set_up_view import SetUpView

NOBODY = "nobody: no post is recorded"


@dataclass(frozen=True)
class SetUpPage:
    """Seats, terms, offices and meetings ahead of a group, and what can be done.

    `restores` is whether the reader keeps the seats, and so sees withdrawn ones.
    """

    frame: Frame
    view: SetUpView
    ways: Sequence[Way] = ()
    restores: bool = False

    @property
    def finding(self) -> str:
        seats = [each for each in self.view.seats if self._stands(each)]
        filled = sum(each.pk in self.view.holders for each in seats)
        ahead = len(self.view.ahead)
        return (
            f"{write_count(len(seats), 'seat')}, {filled or 'none'} of them filled; "
            f"{write_count(len(self.view.versions), 'version')} of its terms; "
            f"{write_count(ahead, 'meeting') if ahead else 'no meeting'} ahead."
        )

    def _stands(self, seat: Seat) -> bool:
        day = self.view.day
        begun = seat.starts_on is None or seat.starts_on <= day
        return begun and (seat.ends_on is None or seat.ends_on >= day)

    @property
    def meeting_rows(self) -> list[list[Any]]:
        return [
            [
                cell(write_when(meeting), href=self.frame.link_meeting(meeting)),
                meeting.place_words or NOT_STATED,
                meeting.series.title if meeting.series else "on its own",
                meeting.get_state_display(),
                self._say_publish(meeting, publish),
            ]
            for meeting, publish in self.view.ahead
        ]

    def _say_publish(self, meeting: Meeting, publish: PublishBy) -> Any:
        if meeting.state != MeetingState.PLANNED:
            return f"called: {meeting.get_notice_state_display().lower()}"
        late = publish.day is not None and publish.day < self.view.day
        return cell(publish.words, status="late" if late else "")

    @property
    def seat_rows(self) -> list[list[Any]]:
        return [self._list_seat(each) for each in self.view.seats]

    def _list_seat(self, seat: Seat) -> list[Any]:
        holder = self.view.holders.get(seat.pk)
        href = self._link_seat(seat)
        ended = "" if self._stands(seat) else write_period(seat.starts_on, seat.ends_on)
        return [
            cell(seat.title, href=href, note="chair" if seat.is_chair else ""),
            seat.get_kind_display(),
            seat.constituency or NOT_STATED,
            cell(holder.title if holder else NOBODY, status=ended),
        ]

    @property
    def gone_rows(self) -> list[list[Any]]:
        return [
            [
                cell(each.title, href=self._link_seat(each)),
                write_moment(each.withdrawn_at) if each.withdrawn_at else "",
                each.withdrawn_reason,
            ]
            for each in self.view.gone
            if self.restores
        ]

    def _link_seat(self, seat: Seat) -> str:
        slug, reference = self.view.group.slug, seat.reference
        return self.frame.link("governance:seat", slug=slug, reference=reference)

    @property
    def terms_rows(self) -> list[list[Any]]:
        return [
            [
                cell(
                    each.reference,
                    status="in force" if is_in_force(each, self.view.day) else "",
                ),
                write_period(each.starts_on, each.ends_on),
                say_quorum(each),
                each.get_majority_display() or NOT_STATED,
                each.get_regime_display() or NOT_STATED,
            ]
            for each in self.view.versions
        ]

    @property
    def office_rows(self) -> list[list[Any]]:
        return [
            [
                each.post.title,
                each.get_kind_display(),
                write_period(each.starts_on, each.ends_on),
            ]
            for each in self.view.offices
        ]


@dataclass(frozen=True)
class SeatPage:
    """A seat of a group, and who had it from when to when."""

    frame: Frame
    seat: Seat
    holdings: Sequence[SeatHolding]
    ways: Sequence[Way] = ()

    @property
    def finding(self) -> str:
        if self.seat.is_withdrawn:
            return (
                f"Withdrawn, as it was added by mistake: {self.seat.withdrawn_reason}"
            )
        now = [each for each in self.holdings if self._has_it(each)]
        vote = self.seat.get_kind_display()
        if not now:
            return f"{vote}; nobody has it on that day, as far as is recorded."
        return f"{vote}; {now[0].post.title} has it."

    def _has_it(self, holding: SeatHolding) -> bool:
        day, last = self.frame.day, holding.ends_on
        return holding.starts_on <= day and (last is None or last >= day)

    @property
    def facts(self) -> list[tuple[str, Any]]:
        seat = self.seat
        rows = [
            ("Organisation", seat.body.name if seat.body else NOT_STATED),
            ("Constituency", seat.constituency or NOT_STATED),
            ("In the chair", "yes" if seat.is_chair else "no"),
            ("Deputy of", seat.deputy_of.title if seat.deputy_of else ""),
            ("Part of the group", seat.part.name if seat.part else ""),
            ("Post, in the words of the paper", seat.post_words),
            ("Stands", write_period(seat.starts_on, seat.ends_on)),
        ]
        return [(label, value) for label, value in rows if value]

    @property
    def holding_rows(self) -> list[list[Any]]:
        return [
            [
                cell(each.post.title, status="now" if self._has_it(each) else ""),
                write_period(each.starts_on, each.ends_on),
            ]
            for each in self.holdings
        ]
