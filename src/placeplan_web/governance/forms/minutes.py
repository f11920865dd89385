"""Correct the minutes part by part, and agree them at a later meeting."""

from typing import Final

from django import forms

from placeplan_web.governance.models import (
    Meeting,
    MeetingState,
    Minutes,
    MinutesPart,
)
from placeplan_web.governance.operations.minutes import agree_minutes, correct_minutes
from placeplan_web.governance.queries.minutes_parts import list_open_parts, with_parts
from placeplan_web.governance.queries.paper_access import read_reader
from placeplan_web.governance.queries.privacy import is_private
from placeplan_web.programme.forms.act import ActForm, Doing, WordsField
from placeplan_web.programme.queries.own_post import list_own_posts

PART: Final = "part-"
PART_ROWS: Final = 8


class CorrectForm(ActForm):
    """The words of each part that whoever corrects may know, and what is corrected."""

    correction = WordsField("What is corrected, and who asked for it?")

    def prepare(self) -> None:
        minutes = with_parts(Minutes.objects).get(meeting=self.record)
        reader = read_reader(self.user, self.record, self.today)
        for part in list_open_parts(minutes, reader):
            name = f"{PART}{part.position}"
            field = WordsField(_name_part(part), needed=False)
            field.widget.attrs["rows"] = PART_ROWS
            field.max_length, field.validators = None, []
            self.fields[name] = field
            self.initial.setdefault(name, part.text)
        self.initial["version"] = minutes.version


def _name_part(part: MinutesPart) -> str:
    if part.item is None:
        return part.get_place_display()
    kept = ", which is private" if is_private(part.item) else ""
    return f"Item {part.item.number}{kept}: {part.item.title}"


def correct(doing: Doing) -> str:
    posts = list_own_posts(doing.user, doing.at.date())
    minutes = correct_minutes(
        by=doing.by,
        minutes=doing.record.minutes,
        texts={
            int(name.removeprefix(PART)): text
            for name, text in doing.typed.items()
            if name.startswith(PART)
        },
        correction=doing.typed["correction"],
        post=posts[0] if len(posts) == 1 else None,
        at=doing.at,
        expected_version=doing.version,
    )
    return f"{minutes.reference} is corrected."


class AgreeForm(ActForm):
    """The later meeting, under way now, that agrees the minutes."""

    meeting = forms.ChoiceField(
        label="Meeting that agrees them",
        error_messages={
            "required": "Open a later meeting of the group, and choose it."
        },
    )

    def prepare(self) -> None:
        later = self.record.group.meetings.filter(
            state=MeetingState.OPEN, held_on__gt=self.record.held_on, withdrawn_at=None
        )
        self._later = {str(each.public_id): each for each in later}
        days = [(key, f"{m.held_on:%-d %B %Y}") for key, m in self._later.items()]
        self.offer("meeting", days)
        self.initial["version"] = self.record.minutes.version

    def clean_meeting(self) -> Meeting:
        found: Meeting = self._later[self.cleaned_data["meeting"]]
        return found


def agree(doing: Doing) -> str:
    minutes = agree_minutes(
        by=doing.by,
        minutes=doing.record.minutes,
        at_meeting=doing.typed["meeting"],
        at=doing.at,
        expected_version=doing.version,
    )
    return f"{minutes.reference} is agreed and locked: nobody changes it after this."
