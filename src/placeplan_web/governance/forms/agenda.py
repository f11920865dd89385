"""Write an agenda: its items with their front sheets, and their papers."""

from typing import Any, Final

from django import forms
from django.db import transaction

from placeplan_web.design.words import write_day
from placeplan_web.governance.forms.meeting import RUN
from placeplan_web.governance.models import (
    AgendaItem,
    Classification,
    ItemPurpose,
    ItemState,
    Meeting,
    MeetingState,
    Paper,
    PaperKind,
)
from placeplan_web.governance.operations.paper import PaperFile, publish_version
from placeplan_web.governance.queries.exempt_reason import list_reasons_of
from placeplan_web.governance.queries.reading import list_assessments
from placeplan_web.programme.forms.act import Act, ActForm, Doing, WordsField, by_name
from placeplan_web.programme.models import ImpactAssessment
from placeplan_web.registers.operations import save_record

LISTS: Final = ("tags", "suppliers")
LIST_HINT: Final = "With commas between them. Interests are matched against these."


def _make_words(label: str, hint: str = "") -> WordsField:
    return WordsField(label, hint=hint, needed=False)


def _make_line(label: str, most: int = 300, hint: str = "") -> forms.CharField:
    return forms.CharField(label=label, max_length=most, required=False, help_text=hint)


class ItemForm(ActForm):
    """An item and its front sheet."""

    number = forms.CharField(label="Number", max_length=10)
    title = forms.CharField(label="Title", max_length=300)
    section = _make_line("Section of the agenda", 120)
    purpose = forms.ChoiceField(label="Purpose", choices=ItemPurpose.choices)
    minutes_planned = forms.IntegerField(
        label="Minutes planned", required=False, min_value=1, max_value=600
    )
    presenter_words = _make_line("Presented by")
    subject = _make_line(
        "Subject", 200, "What authority is asked for, such as stroke care."
    )
    value_pounds = forms.DecimalField(
        label="Value in pounds", required=False, min_value=0, max_digits=14
    )
    is_key_decision = forms.BooleanField(label="It is a key decision", required=False)
    tags = _make_line("Subjects that interests may touch", 600, LIST_HINT)
    suppliers = _make_line("Suppliers that it is about", 600, LIST_HINT)
    classification = forms.ChoiceField(
        label="Classification", choices=Classification.choices
    )
    exempt_reason = forms.ChoiceField(
        label="If it is private: the reason in law", required=False
    )
    balance_words = _make_words(
        "If it is exempt: why that outweighs disclosure",
        "Everybody reads this reason, as they do the title of a private item.",
    )
    recommendation = _make_words("Recommendation")
    wards = _make_line("Wards")
    money_words = _make_words("What it means for money")
    law_words = _make_words("In law")
    risk_words = _make_words("For risk")
    equality_words = _make_words("For equality")
    consultees = _make_words("Who was consulted")
    consultation = _make_line(
        *("If the public was consulted on it: the consultation", 300),
        "Its results have to be in the pack before it is decided.",
    )
    background_papers = _make_words("Background papers")
    urgency_reason = _make_words("If it is urgent: why", "The reason is minuted.")

    def prepare(self) -> None:
        item = self.find_item()
        day = self.find_meeting().held_on
        reasons = {
            each.reason: f"{each.reason.replace('_', ' ')}: {each.words}"
            for each in list_reasons_of(day)
        }
        self._has_reasons = bool(reasons)
        self.offer("exempt_reason", list(reasons.items()))
        if item is None:
            taken = self.find_meeting().items.count()
            self.initial.setdefault("number", str(taken + 1))
            self.initial.setdefault("purpose", ItemPurpose.DISCUSS.value)
            self.initial["version"] = None
            return
        for name in self.fields:
            value = getattr(item, name)
            shown = ", ".join(value) if name in LISTS else value
            self.initial.setdefault(name, shown)

    def find_item(self) -> AgendaItem | None:
        return self.record if isinstance(self.record, AgendaItem) else None

    def find_meeting(self) -> Meeting:
        item = self.find_item()
        found: Meeting = item.meeting if item else self.record
        return found

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        for name in LISTS:
            words = str(cleaned.get(name) or "").split(",")
            cleaned[name] = [word.strip() for word in words if word.strip()]
        private = cleaned.get("classification") != Classification.PUBLIC
        if private and not cleaned.get("exempt_reason"):
            self.add_error("exempt_reason", self._say_reason_needed())
        if not private:
            cleaned["exempt_reason"] = ""
        exempt = cleaned.get("classification") == Classification.EXEMPT
        if exempt and not str(cleaned.get("balance_words") or "").strip():
            self.add_error("balance_words", "Say why it outweighs disclosure.")
        return cleaned

    def _say_reason_needed(self) -> str:
        if self._has_reasons:
            return "Give the reason in law."
        on = write_day(self.find_meeting().held_on)
        return f"No law that is known here gives a reason for {on}. Keep it public."


def _read_fields(typed: Any) -> dict[str, Any]:
    return {name: typed[name] for name in ItemForm.base_fields if name != "version"}


def _add_item(doing: Doing) -> str:
    meeting = doing.record
    fields = {**_read_fields(doing.typed), "position": meeting.items.count() + 1}
    item = AgendaItem(meeting=meeting)
    saved = save_record(by=doing.by, record=item, changes=fields, at=doing.at)
    return f"Item {saved.number} is on the agenda."


def _edit_item(doing: Doing) -> str:
    saved = save_record(
        by=doing.by,
        record=doing.record,
        changes=_read_fields(doing.typed),
        at=doing.at,
        expected_version=doing.version,
    )
    return f"The front sheet of item {saved.number} is kept."


class VersionForm(ActForm):
    """Words or a file, published at the moment of sending."""

    paper = forms.ChoiceField(label="Paper", required=False)
    title = _make_line("Title of a new paper")
    kind = forms.ChoiceField(
        label="Kind of a new paper", choices=PaperKind.choices, required=False
    )
    assessment = forms.ChoiceField(
        label="If it sets out an impact assessment of a programme: which?",
        required=False,
    )
    is_exempt = forms.BooleanField(label="It is private", required=False)
    text = _make_words("Its words, in Markdown", "Or give a file below.")
    file = forms.FileField(label="Or a file", required=False)
    is_supplementary = forms.BooleanField(
        label="It is supplementary: it comes after the agenda", required=False
    )
    reason = _make_words("If it is supplementary: why does it come late?")

    def prepare(self) -> None:
        self._papers = {
            each.reference: each
            for each in self.record.papers.filter(withdrawn_at=None)
        }
        papers: Any = self.fields["paper"]
        known = [(name, each.title) for name, each in self._papers.items()]
        papers.choices = [("", "A new paper"), *known]
        self._assessments = {
            f"{each.programme.slug}/{each.reference}": each
            for each in list_assessments(self.user, self.today)
        }
        offered = [
            (key, f"{each.reference} {each.title}")
            for key, each in self._assessments.items()
        ]
        self.offer("assessment", offered)
        text: Any = self.fields["text"]
        text.validators, text.max_length = [], None

    def clean_paper(self) -> Paper | None:
        return self._papers.get(self.cleaned_data["paper"])

    def clean_assessment(self) -> ImpactAssessment | None:
        return self._assessments.get(self.cleaned_data["assessment"])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("assessment") and cleaned.get("kind") != PaperKind.ASSESSMENT:
            self.add_error("kind", "It is an impact assessment, then.")
        if cleaned.get("paper") is None and not cleaned.get("title"):
            self.add_error("title", "Give a new paper its title.")
        return cleaned


@transaction.atomic
def _publish(doing: Doing) -> str:
    typed = doing.typed
    paper = typed["paper"] or save_record(
        by=doing.by,
        record=Paper(item=doing.record),
        changes={
            "title": typed["title"],
            "kind": typed["kind"] or PaperKind.REPORT,
            "is_exempt": typed["is_exempt"],
            "assessment": typed["assessment"],
            "position": doing.record.papers.count() + 1,
        },
        at=doing.at,
    )
    sent = typed["file"]
    held = (
        PaperFile(
            sent.name, sent.content_type or "application/octet-stream", sent.read()
        )
        if sent
        else None
    )
    version = publish_version(
        by=doing.by,
        paper=paper,
        text=typed["text"],
        file=held,
        is_exempt=paper.is_exempt or typed["is_exempt"],
        is_supplementary=typed["is_supplementary"],
        reason=typed["reason"],
        at=doing.at,
    )
    return f"Version {version.number} of {paper.title} is published."


def _is_to_come(meeting: Meeting) -> bool:
    states = (MeetingState.PLANNED, MeetingState.CALLED, MeetingState.OPEN)
    return not meeting.is_withdrawn and meeting.state in states


def _may_be_edited(item: AgendaItem) -> bool:
    return _is_to_come(item.meeting) and item.state == ItemState.PLANNED


def _may_get_papers(item: AgendaItem) -> bool:
    return item.meeting.state != MeetingState.CANCELLED and not item.is_withdrawn


AGENDA_ACTS: Final = by_name(
    Act(
        *("add-item", "Add an item", "Put it on the agenda"),
        *(RUN, ItemForm, _add_item),
        is_open=_is_to_come,
    ),
)
"""What is done with the agenda of a meeting."""
FRONT_SHEET_ACTS: Final = by_name(
    Act(
        *("edit", "Change the front sheet", "Keep it", RUN, ItemForm, _edit_item),
        is_open=_may_be_edited,
    ),
    Act(
        *("publish", "Publish a paper", "Publish it now", RUN, VersionForm, _publish),
        explain=lambda _item, _day: [
            (
                "It is published at the moment at which you send this, and never "
                "written over: a later version follows it."
            )
        ],
        is_open=_may_get_papers,
    ),
)
"""What is done with the front sheet and the papers of an item."""
