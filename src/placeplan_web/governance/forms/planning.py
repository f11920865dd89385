"""Plan a meeting or a series of a group, change a meeting, end a series."""

from datetime import date
from typing import Any, Final

from django import forms
from django.utils import timezone

from placeplan.governance.series import FREQUENCIES, find_frequency
from placeplan_web.design.words import write_count, write_day
from placeplan_web.governance.forms.meeting import RUN
from placeplan_web.governance.models import Group, GroupPart, Meeting, MeetingSeries
from placeplan_web.governance.operations.planning import (
    AHEAD,
    SeriesPlan,
    Sitting,
    change_meeting,
    end_series,
    plan_meeting,
    plan_series,
)
from placeplan_web.governance.queries.publish_by import find_publish_by
from placeplan_web.governance.queries.standing import find_terms
from placeplan_web.programme.forms.act import (
    Act,
    ActForm,
    DayField,
    Doing,
    WordsField,
    by_name,
)

HOURS: Final = ("%H:%M", "%H.%M", "%I:%M%p", "%I.%M%p", "%I%p")
NOT_AN_HOUR: Final = "Write an hour such as 2:30pm or 14:30."


class HourField(forms.TimeField):
    """An hour of the day."""

    def __init__(self, label: str):
        super().__init__(
            label=label,
            required=False,
            input_formats=HOURS,
            help_text="Such as 2:30pm. Leave it empty if it is not settled.",
            error_messages={"invalid": NOT_AN_HOUR},
            widget=forms.TimeInput(format="%H:%M", attrs={"autocomplete": "off"}),
        )


class SittingForm(ActForm):
    """Where, between which hours and in which part a group meets."""

    starts = HourField("Starts at")
    ends = HourField("Ends at")
    place_words = forms.CharField(
        label="Where",
        max_length=300,
        required=False,
        help_text="As people find it, such as Council chamber, first floor.",
    )
    part = forms.ChoiceField(label="Part of the group", required=False)

    def prepare(self) -> None:
        self._parts = {each.name: each for each in self.get_group().parts.all()}
        self.offer("part", [(name, name) for name in self._parts])
        self.fields["part"].choices[0] = ("", "The whole group")  # type: ignore[attr-defined] # a choice
        if not self._parts:
            del self.fields["part"]

    def get_group(self) -> Group:
        group: Group = self.record
        return group

    def clean_part(self) -> GroupPart | None:
        return self._parts.get(self.cleaned_data["part"])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        names = ("starts", "ends", "place_words", "part")
        given = {name: cleaned[name] for name in names if name in cleaned}
        return {**cleaned, "sitting": Sitting(**given)}


class PlanForm(SittingForm):
    """One meeting on a day."""

    held_on = DayField("Day of the meeting")
    field_order = ("held_on", "starts", "ends", "place_words", "part")


def _plan(doing: Doing) -> str:
    meeting = plan_meeting(
        by=doing.by,
        group=doing.record,
        day=doing.typed["held_on"],
        sitting=doing.typed["sitting"],
        at=doing.at,
        expected_version=doing.version,
    )
    return (
        f"{meeting.reference} is planned for {write_day(meeting.held_on)}: "
        f"{say_publish_by(doing.record, meeting.held_on, doing.at.date())}."
    )


class SeriesForm(SittingForm):
    """Meetings that follow one another, as often as the terms say."""

    title = forms.CharField(label="Name of the series", max_length=200)
    frequency = forms.ChoiceField(label="How often", choices=list(FREQUENCIES.items()))
    first = DayField("Day of the first meeting")
    last = DayField("No meeting after")
    field_order = (
        *("title", "frequency", "first", "last"),
        *("starts", "ends", "place_words", "part"),
    )

    def prepare(self) -> None:
        super().prepare()
        said = say_frequency(self.record, self.today)
        self.initial.setdefault("frequency", find_frequency(said) or "monthly")
        self.initial.setdefault("title", f"Meetings of {self.record.name}"[:200])


def _plan_series(doing: Doing) -> str:
    typed = doing.typed
    planned = plan_series(
        by=doing.by,
        group=doing.record,
        plan=SeriesPlan(
            typed["title"], typed["frequency"], typed["first"], typed["last"]
        ),
        sitting=typed["sitting"],
        at=doing.at,
        expected_version=doing.version,
    )
    first = planned[0].held_on
    return (
        f"{write_count(len(planned), 'meeting is', 'meetings are')} planned, from "
        f"{write_day(first)} to {write_day(planned[-1].held_on)}. The agenda of the "
        f"first: {say_publish_by(doing.record, first, doing.at.date())}."
    )


class EndSeriesForm(ActForm):
    series = forms.ChoiceField(label="Series")
    reason = WordsField("Why does it end?")

    def prepare(self) -> None:
        self._series = {each.reference: each for each in list_running(self.record)}
        self.offer("series", [(name, s.title) for name, s in self._series.items()])

    def clean_series(self) -> MeetingSeries:
        return self._series[self.cleaned_data["series"]]


def _end_series(doing: Doing) -> str:
    series, reason = doing.typed["series"], doing.typed["reason"]
    gone = end_series(by=doing.by, series=series, reason=reason, at=doing.at)
    return (
        f"{series.title} has ended: "
        f"{write_count(len(gone), 'planned meeting', 'planned meetings')} cancelled."
    )


class ChangeForm(SittingForm):
    """What is planned of a meeting, and why it changes."""

    held_on = DayField("Day of the meeting")
    reason = WordsField("Why is it changed?")
    field_order = ("held_on", "starts", "ends", "place_words", "part", "reason")

    def prepare(self) -> None:
        super().prepare()
        meeting: Meeting = self.record
        hours = {"starts": meeting.starts_at, "ends": meeting.ends_at}
        for name, moment in hours.items():
            if moment:
                self.initial.setdefault(name, f"{timezone.localtime(moment):%H:%M}")
        self.initial.setdefault("held_on", meeting.held_on.isoformat())
        self.initial.setdefault("place_words", meeting.place_words)
        self.initial.setdefault("part", meeting.part.name if meeting.part else "")

    def get_group(self) -> Group:
        group: Group = self.record.group
        return group


def _change(doing: Doing) -> str:
    meeting = change_meeting(
        by=doing.by,
        meeting=doing.record,
        day=doing.typed["held_on"],
        sitting=doing.typed["sitting"],
        reason=doing.typed["reason"],
        at=doing.at,
        expected_version=doing.version,
    )
    said = say_publish_by(meeting.group, meeting.held_on, doing.at.date())
    return f"The meeting is changed: {write_day(meeting.held_on)}, {said}."


def say_publish_by(group: Group, held_on: date, today: date) -> str:
    """Say by when the agenda has to be out, and when that is past already."""
    found = find_publish_by(group, held_on)
    if found.day is not None and found.day < today:
        return f"{found.words}, which is past: to call it needs a reason for urgency"
    return found.words


def say_frequency(group: Group, day: date) -> str:
    terms = find_terms(group, day)
    return terms.frequency if terms else ""


def list_running(group: Group) -> list[MeetingSeries]:
    """List the series of which a meeting is still only planned."""
    today = timezone.localdate()
    running = group.series.filter(
        withdrawn_at=None, meetings__state="planned", meetings__held_on__gte=today
    )
    return list(running.distinct())


def _explain_plan(group: Group, day: date) -> list[str]:
    terms = find_terms(group, day)
    often = f'"{terms.frequency}"' if terms and terms.frequency else "not stated"
    said = [f"How often it meets, by its terms of reference: {often}."]
    if terms is None or not terms.notice_body:
        said.append(
            "The terms lay down no notice, so no day is worked out by which the agenda "
            "has to be out. New terms may name whose rules on notice hold."
        )
    else:
        said.append("The day by which the agenda has to be out is worked out for each.")
    return said


def _is_planned(meeting: Meeting) -> bool:
    return not meeting.is_withdrawn and meeting.state in AHEAD


def _explain_change(meeting: Meeting, day: date) -> list[str]:
    said = say_publish_by(meeting.group, meeting.held_on, day)
    if meeting.state == "called":
        return ["Notice was given: the hours and the place may change, the day not."]
    return [f"As it stands: {said}. Another day has another."]


PLANNING_ACTS: Final = by_name(
    Act(
        *("plan-meeting", "Plan a meeting", "Plan it", RUN, PlanForm, _plan),
        explain=_explain_plan,
    ),
    Act(
        *("plan-series", "Plan a series of meetings", "Plan them"),
        *(RUN, SeriesForm, _plan_series),
        explain=lambda group, day: [
            *_explain_plan(group, day),
            (
                "By the month, meetings keep the weekday of the first and its week. A "
                "bank holiday moves one to the next working day."
            ),
        ],
    ),
    Act(
        *("end-series", "End a series", "End it", RUN, EndSeriesForm, _end_series),
        explain=lambda _group, _day: [
            (
                "Its planned meetings from today on are cancelled. Those that were "
                "called stay: cancel each of them on its page."
            )
        ],
        is_open=lambda group: bool(list_running(group)),
    ),
)
"""What is planned for a group."""
CHANGING_ACTS: Final = by_name(
    Act(
        *("change", "Change the meeting", "Change it", RUN, ChangeForm, _change),
        explain=_explain_change,
        is_open=_is_planned,
    ),
)
"""What is changed of a meeting that lies ahead."""
