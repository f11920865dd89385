"""Plan a meeting or a series of them, change one, and end a series."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from placeplan.governance.series import list_meeting_days
from placeplan_web.design.words import write_day
from placeplan_web.governance.models import (
    Group,
    GroupPart,
    Meeting,
    MeetingSeries,
    MeetingState,
)
from placeplan_web.governance.operations.daily import fill_next_agenda
from placeplan_web.governance.operations.meeting import cancel_meeting
from placeplan_web.governance.operations.moment import lock_meeting
from placeplan_web.programme.operations.refusal import need_words, refuse_in_words
from placeplan_web.registers.operations import (
    check_version,
    lock_record,
    note_rows,
    save_record,
)

AHEAD = (MeetingState.PLANNED, MeetingState.CALLED)


@dataclass(frozen=True, slots=True)
class Sitting:
    """Where and between which hours a group meets, and in which of its parts."""

    starts: time | None = None
    ends: time | None = None
    place_words: str = ""
    part: GroupPart | None = None

    def make_fields(self, day: date) -> dict[str, Any]:
        """Give the fields of a meeting on a day."""
        return {
            "held_on": day,
            "starts_at": _make_moment(day, self.starts),
            "ends_at": _make_moment(day, self.ends),
            "place_words": self.place_words.strip(),
            "part": self.part,
        }


@dataclass(frozen=True, slots=True)
class SeriesPlan:
    """How often a group meets, from its first meeting to the last day for one."""

    title: str
    frequency: str
    first: date
    last: date


def plan_meeting(
    *,
    by: UUID | str,
    group: Group,
    day: date,
    sitting: Sitting,
    at: datetime,
    expected_version: int | None = None,
) -> Meeting:
    """Plan one meeting of a group; what waits for its next agenda is put on it.

    Raises
    ------
    ClashError
        Somebody else has changed the group, or planned for it, since.
    django.core.exceptions.ValidationError
        The day is over, the group does not stand on it or meets on it already, the
        hours are the wrong way round, or the part is of another group.
    """
    with transaction.atomic():
        held = _lock_group(group, expected_version)
        _check_days(held, [day], sitting, at, "held_on")
        meeting = _add_meeting(by, held, day, sitting, at, None)
        _note_plan(by, held, 1, at)
        fill_next_agenda(by=by, group=held, at=at)
    return meeting


def plan_series(
    *,
    by: UUID | str,
    group: Group,
    plan: SeriesPlan,
    sitting: Sitting,
    at: datetime,
    expected_version: int | None = None,
) -> list[Meeting]:
    """Plan every meeting of a series: all of them, or none.

    Raises
    ------
    ClashError
        As `plan_meeting`.
    django.core.exceptions.ValidationError
        As `plan_meeting`, for each day; or there is no day at all, or too many.
    """
    need_words(plan.title, "title", "Give the series a name, such as Monthly meetings.")
    with transaction.atomic():
        held = _lock_group(group, expected_version)
        with refuse_in_words("last"):
            days = list_meeting_days(plan.first, plan.last, plan.frequency)
        if not days:
            raise ValidationError({"last": "No working day is left. Choose a later."})
        _check_days(held, days, sitting, at, "first")
        fields = {
            "title": plan.title.strip(),
            "frequency": plan.frequency,
            "starts_on": days[0],
            "ends_on": plan.last,
        }
        series = MeetingSeries(group=held)
        series = save_record(by=by, record=series, changes=fields, at=at)
        planned = [_add_meeting(by, held, day, sitting, at, series) for day in days]
        _note_plan(by, held, len(planned), at)
        fill_next_agenda(by=by, group=held, at=at)
    return planned


def change_meeting(
    *,
    by: UUID | str,
    meeting: Meeting,
    day: date,
    sitting: Sitting,
    reason: str,
    at: datetime,
    expected_version: int | None = None,
) -> Meeting:
    """Change a meeting that has not been opened, and say why.

    Raises
    ------
    ClashError
        Somebody else has changed it since.
    django.core.exceptions.ValidationError
        As `plan_meeting`; or its notice was given for another day, hour or part.
    """
    need_words(reason, "reason", "Say why it is changed: whoever planned for it asks.")
    with transaction.atomic():
        group = lock_record(meeting.group)
        held = lock_meeting(meeting, AHEAD)
        check_version(held, expected_version)
        _check_notice_given(held, day, sitting)
        _check_days(group, [day], sitting, at, "held_on", but=held)
        fields = sitting.make_fields(day)
        changed = save_record(by=by, record=held, changes=fields, at=at, reason=reason)
        fill_next_agenda(by=by, group=group, at=at)
    return changed


def end_series(
    *, by: UUID | str, series: MeetingSeries, reason: str, at: datetime
) -> list[Meeting]:
    """End a series: what is planned of it from today on is cancelled, one and all.

    Meetings that were called stay: whoever was told of them is told of each that falls
    away.
    """
    need_words(reason, "reason", "Say why the series ends.")
    today = timezone.localdate(at)
    with transaction.atomic():
        held = lock_record(series)
        ahead = held.meetings.filter(
            state=MeetingState.PLANNED, held_on__gte=today, withdrawn_at=None
        )
        cancelled = [
            cancel_meeting(by=by, meeting=each, reason=reason, at=at) for each in ahead
        ]
        last = max(today, held.starts_on or today)
        changes = {"ends_on": last}
        save_record(by=by, record=held, changes=changes, at=at, reason=reason)
    return cancelled


def _lock_group(group: Group, expected_version: int | None) -> Group:
    held = lock_record(group)
    check_version(held, expected_version)
    if held.is_withdrawn:
        raise ValidationError("This group is withdrawn. Restore it first.")
    return held


def _check_days(
    group: Group,
    days: Sequence[date],
    sitting: Sitting,
    at: datetime,
    field: str,
    but: Meeting | None = None,
) -> None:
    """Refuse days on which the group cannot meet, hours and parts that do not fit."""
    faults: dict[str, list[str]] = {}
    if min(days) < timezone.localdate(at):
        faults[field] = ["This day is over. Choose today or a later day."]
    first, last = group.starts_on, group.ends_on
    if (first and min(days) < first) or (last and max(days) > last):
        words = "The group does not stand on all of these days. Choose others."
        faults.setdefault(field, []).append(words)
    taken = group.meetings.filter(
        held_on__in=days,
        part=sitting.part,
        state__in=(*AHEAD, MeetingState.OPEN),
        withdrawn_at=None,
    )
    for each in taken.exclude(pk=but.pk) if but else taken:
        words = (
            f"{each.reference} is on {write_day(each.held_on)} already. Change or "
            "cancel that, or choose another day."
        )
        faults.setdefault(field, []).append(words)
    if sitting.ends and not sitting.starts:
        faults["starts"] = ["Say when it starts, if you say when it ends."]
    elif sitting.ends and sitting.starts and sitting.ends <= sitting.starts:
        faults["ends"] = ["It ends before it starts. Correct one of the two."]
    if sitting.part and sitting.part.group_id != group.pk:
        faults["part"] = ["This is a part of another group."]
    if faults:
        raise ValidationError(faults)


def _check_notice_given(meeting: Meeting, day: date, sitting: Sitting) -> None:
    """Refuse to move a meeting once people were told of its day."""
    if meeting.state != MeetingState.CALLED:
        return
    moved = [
        name
        for name, is_same in (
            ("held_on", day == meeting.held_on),
            ("part", sitting.part == meeting.part),
        )
        if not is_same
    ]
    if moved:
        words = (
            "Notice was given for this. Cancel the meeting, and plan and call another: "
            "its notice counts anew."
        )
        raise ValidationError(dict.fromkeys(moved, words))


def _add_meeting(
    by: UUID | str,
    group: Group,
    day: date,
    sitting: Sitting,
    at: datetime,
    series: MeetingSeries | None,
) -> Meeting:
    fields = {**sitting.make_fields(day), "series": series}
    record = Meeting(group=group)
    return save_record(by=by, record=record, changes=fields, at=at, verb="plan")


def _note_plan(by: UUID | str, group: Group, meetings: int, at: datetime) -> None:
    rows = {"meetings": meetings}
    note_rows(by=by, record=group, rows=rows, at=at, verb="plan-meetings")


def _make_moment(day: date, hour: time | None) -> datetime | None:
    if hour is None:
        return None
    return timezone.make_aware(datetime.combine(day, hour))
