"""Call a meeting, open it, note who comes and goes, close it."""

from datetime import date
from typing import Any, Final

from django import forms

from placeplan_web.design.words import write_count, write_day
from placeplan_web.governance.forms.minutes import (
    AgreeForm,
    CorrectForm,
    agree,
    correct,
)
from placeplan_web.governance.models import (
    Meeting,
    MeetingState,
    MinutesState,
    Seat,
)
from placeplan_web.governance.operations.attendance import join_meeting, leave_meeting
from placeplan_web.governance.operations.meeting import (
    call_meeting,
    cancel_meeting,
    close_meeting,
    open_meeting,
)
from placeplan_web.governance.operations.minutes import draft_minutes
from placeplan_web.governance.operations.unreached import (
    carry_unreached,
    list_unreached,
)
from placeplan_web.governance.queries.standing import list_seats
from placeplan_web.places.models import Post
from placeplan_web.programme.forms.act import Act, ActForm, Doing, WordsField, by_name

RUN: Final = "governance.run_meeting"


def is_in(*states: MeetingState) -> Any:
    """Give a test of the state of a meeting."""
    return lambda meeting: not meeting.is_withdrawn and meeting.state in states


class CallForm(ActForm):
    """Notice is given at the moment of sending; a short one needs its reason."""

    urgency_reason = WordsField(
        "If notice is short: why is it urgent?",
        hint="The chair gives the reason. It stands in the minutes.",
        needed=False,
    )


def _call(doing: Doing) -> str:
    meeting = call_meeting(
        by=doing.by,
        meeting=doing.record,
        at=doing.at,
        urgency_reason=doing.typed["urgency_reason"],
        expected_version=doing.version,
    )
    days = "" if meeting.notice_days is None else f", {meeting.notice_days} clear days"
    return f"The meeting is called{days}: {meeting.get_notice_state_display().lower()}."


def _open(doing: Doing) -> str:
    open_meeting(by=doing.by, meeting=doing.record, at=doing.at)
    return "The meeting is open. Note who is there."


def _close(doing: Doing) -> str:
    close_meeting(by=doing.by, meeting=doing.record, at=doing.at)
    return "The meeting is over. Its minutes can be drafted from what happened."


def _carry(doing: Doing) -> str:
    to, items = carry_unreached(by=doing.by, meeting=doing.record, at=doing.at)
    on = write_day(to.held_on)
    return f"Carried to the agenda of {on}: {write_count(len(items), 'item')}."


def _explain_carry(meeting: Meeting, _day: date) -> list[str]:
    left = [f"{item.number}. {item.title}" for item in list_unreached(meeting)]
    return [
        f"Not reached: {'; '.join(left)}.",
        (
            "They go, with their front sheets, on the agenda of the next meeting that "
            "has not been called. Their papers are added there anew."
        ),
    ]


def _left_items(meeting: Meeting) -> bool:
    return meeting.state == MeetingState.CLOSED and bool(list_unreached(meeting))


class CancelForm(ActForm):
    reason = WordsField("Why is it cancelled?")


def _cancel(doing: Doing) -> str:
    cancel_meeting(
        by=doing.by,
        meeting=doing.record,
        reason=doing.typed["reason"],
        at=doing.at,
        expected_version=doing.version,
    )
    return "The meeting is cancelled."


class JoinForm(ActForm):
    """Whose seat it is, how they come, and who sits in for them."""

    seat = forms.ChoiceField(label="Seat")
    by_video = forms.BooleanField(label="By video", required=False)
    post = forms.ChoiceField(
        label="Another post sits in this seat",
        required=False,
        help_text="Leave this empty for whoever has the seat. A substitute needs terms "
        "that allow one.",
    )

    def prepare(self) -> None:
        meeting: Meeting = self.record
        seats = list_seats(meeting.group, meeting.held_on, meeting.part)
        self._seats = {str(each.public_id): each for each in seats}
        self.offer("seat", [(key, each.title) for key, each in self._seats.items()])
        posts = Post.objects.filter(seats__seat__group=meeting.group).distinct()
        self._posts = {str(each.public_id): each for each in posts}
        self.offer("post", [(key, each.title) for key, each in self._posts.items()])

    def clean_seat(self) -> Seat:
        return self._seats[self.cleaned_data["seat"]]

    def clean_post(self) -> Post | None:
        return self._posts.get(self.cleaned_data["post"])


def _join(doing: Doing) -> str:
    typed = doing.typed
    stay = join_meeting(
        by=doing.by,
        meeting=doing.record,
        at=doing.at,
        seat=typed["seat"],
        post=typed["post"],
        by_video=typed["by_video"],
    )
    how = " by video" if stay.by_video else ""
    return f"{typed['seat'].title} is there{how}."


class LeaveForm(ActForm):
    seat = forms.ChoiceField(label="Seat")

    def prepare(self) -> None:
        stays = self.record.attendances.filter(left_at=None, seat__isnull=False)
        self._stays = {
            str(each.seat.public_id): each for each in stays.select_related("seat")
        }
        seats = [(key, each.seat.title) for key, each in self._stays.items()]
        self.offer("seat", seats)

    def clean_seat(self) -> Any:
        return self._stays[self.cleaned_data["seat"]]


def _leave(doing: Doing) -> str:
    stay = leave_meeting(by=doing.by, stay=doing.typed["seat"], at=doing.at)
    return f"{stay.seat.title if stay.seat else stay.post} has left."


def _draft(doing: Doing) -> str:
    minutes = draft_minutes(by=doing.by, meeting=doing.record, at=doing.at)
    return f"{minutes.reference} was drafted from what happened. Read and correct it."


def _has_draft(meeting: Meeting) -> bool:
    minutes = getattr(meeting, "minutes", None)
    return minutes is not None and minutes.state == MinutesState.DRAFT


def _has_none(meeting: Meeting) -> bool:
    return meeting.state == MeetingState.CLOSED and not hasattr(meeting, "minutes")


_PLANNED, _CALLED, _OPEN = (
    *(MeetingState.PLANNED, MeetingState.CALLED, MeetingState.OPEN),
)
MEETING_ACTS: Final = by_name(
    Act(
        *("call", "Call the meeting", "Give notice now", RUN, CallForm, _call),
        explain=lambda _meeting, _day: [
            (
                "Notice counts from the moment at which you send this. Open actions "
                "and risks that wait for this group are put on the agenda with it."
            )
        ],
        is_open=is_in(_PLANNED),
    ),
    Act(
        *("open", "Open the meeting", "Open the meeting", RUN, ActForm, _open),
        is_open=is_in(_CALLED),
    ),
    Act(
        *("join", "Note who is there", "They are there", RUN, JoinForm, _join),
        is_open=is_in(_OPEN),
    ),
    Act(
        *("leave", "Note who leaves", "They have left", RUN, LeaveForm, _leave),
        is_open=is_in(_OPEN),
    ),
    Act(
        *("close", "Close the meeting", "Close the meeting", RUN, ActForm, _close),
        explain=lambda _meeting, _day: [
            "Whoever is still there leaves with it.",
            (
                "What is still under discussion, and what was put off, goes on the "
                "next agenda that has not been published."
            ),
        ],
        is_open=is_in(_OPEN),
    ),
    Act(
        *("carry", "Carry what was not reached to the next agenda", "Carry it"),
        *(RUN, ActForm, _carry),
        explain=_explain_carry,
        is_open=_left_items,
    ),
    Act(
        *("cancel", "Cancel the meeting", "Cancel it", RUN, CancelForm, _cancel),
        is_open=is_in(_PLANNED, _CALLED),
    ),
    Act(
        *("draft-minutes", "Draft the minutes", "Draft them", RUN, ActForm, _draft),
        explain=lambda _meeting, _day: [
            (
                "They are written from what was recorded: who was there, what was "
                "declared, how each voted, what was settled."
            )
        ],
        is_open=_has_none,
    ),
    Act(
        *("correct-minutes", "Correct the minutes", "Keep the correction"),
        *(RUN, CorrectForm, correct),
        is_open=_has_draft,
    ),
    Act(
        *("agree-minutes", "Agree the minutes", "Agree and lock them"),
        *(RUN, AgreeForm, agree),
        explain=lambda _meeting, _day: [
            (
                "Minutes are agreed at a later meeting of the group, while that is "
                "open. Nobody can change them after."
            )
        ],
        is_open=_has_draft,
    ),
)
"""What can be done with a meeting."""
