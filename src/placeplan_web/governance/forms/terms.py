"""New terms of reference of a group, as a form that people fill in; the old stay."""

from datetime import date
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError

from placeplan.governance.notice import list_notice_periods
from placeplan_web.design.words import write_day
from placeplan_web.governance.forms.answer import NOT_STATED, AnswerField
from placeplan_web.governance.forms.holding import KEEP
from placeplan_web.governance.models import (
    CountedOf,
    Group,
    Majority,
    Regime,
    TermsOfReference,
)
from placeplan_web.governance.operations.terms import adopt_terms, undo_terms
from placeplan_web.programme.forms.act import (
    Act,
    ActForm,
    DayField,
    Doing,
    WordsField,
    by_name,
)

KINDS: Final = (
    NOT_STATED,
    ("number", "A number of members"),
    ("share", "A part of the members, such as 1 of 4"),
    ("least", "So many of each constituency"),
)
MEETING_BODIES: Final = ("principal_council", "executive", "nhs_body")
"""Bodies whose notice is that of a meeting."""
COPIED: Final = (
    *("members_stated", "quorum_number", "quorum_part", "quorum_whole"),
    *("majority", "majority_part", "majority_whole", "majority_of", "frequency"),
    *("regime", "notice_body", "text"),
)


class TermsForm(ActForm):
    """What holds from a day on. What is left empty is not stated, never assumed."""

    starts_on = DayField("In force from")
    quorum_kind = forms.ChoiceField(
        label="Quorum", choices=KINDS, required=False, help_text="Fill in one kind."
    )
    quorum_number = forms.IntegerField(
        label="If a number: how many members", required=False, min_value=1
    )
    quorum_part = forms.IntegerField(
        label="If a part: so many …", required=False, min_value=1
    )
    quorum_whole = forms.IntegerField(
        label="… of so many members",
        required=False,
        min_value=1,
        help_text="1 of 4 is a quarter; it is rounded up.",
    )
    quorum_least = WordsField(
        "If by constituency: how many of each",
        hint="One on a line, such as Clinical: 1. Seats name their constituency.",
        needed=False,
    )
    members_stated = forms.IntegerField(
        label="Members, if the terms state how many", required=False, min_value=1
    )
    majority = forms.ChoiceField(
        label="Majority", choices=[NOT_STATED, *Majority.choices], required=False
    )
    majority_part = forms.IntegerField(
        label="If a stated share: so many …", required=False, min_value=1
    )
    majority_whole = forms.IntegerField(
        label="… of so many votes",
        required=False,
        min_value=1,
        help_text="More than a half, such as 2 of 3.",
    )
    majority_of = forms.ChoiceField(
        label="The majority is counted",
        choices=[NOT_STATED, *CountedOf.choices],
        required=False,
    )
    has_casting_vote = AnswerField("Has the chair a casting vote?")
    substitutes_allowed = AnswerField("May a substitute sit in for a member?")
    frequency = forms.CharField(
        label="How often it meets", max_length=80, required=False
    )
    notice_body = forms.ChoiceField(
        label="Whose rules on notice hold?",
        required=False,
        help_text="They say how many clear days before it the agenda is out.",
    )
    regime = forms.ChoiceField(
        label="Whose rules on interests hold?",
        choices=[NOT_STATED, *Regime.choices],
        required=False,
    )
    public_may_speak = AnswerField(
        "May the public speak?",
        "Where they may, so may a member with a significant interest, and then leaves.",
    )
    subjects = forms.CharField(
        label="Subjects that the terms cover",
        max_length=1000,
        required=False,
        help_text="With semicolons between, such as Stroke; Cancer. Empty for all.",
    )
    text = WordsField("In their own words", needed=False)

    def prepare(self) -> None:
        periods = list_notice_periods(self.today)
        bodies = [
            (name, f"{periods[name].name}: {periods[name].clear_days} clear days")
            for name in MEETING_BODIES
            if name in periods
        ]
        choices: Any = self.fields["notice_body"]
        choices.choices = [NOT_STATED, *bodies]
        newest = find_newest(self.record)
        if newest is not None:
            for name, value in _list_known(newest).items():
                self.initial.setdefault(name, value)

    def clean_quorum_least(self) -> dict[str, int]:
        """Read one constituency on a line."""
        least: dict[str, int] = {}
        for line in self.cleaned_data["quorum_least"].splitlines():
            name, _, number = (part.strip() for part in line.rpartition(":"))
            if not line.strip():
                continue
            if not name or not number.isdecimal() or not int(number):
                raise ValidationError(
                    f'"{line.strip()}" is not read. Write a constituency, a colon and '
                    "a number, such as Clinical: 1."
                )
            if name in least:
                raise ValidationError(f"{name} stands there twice. Take one out.")
            least[name] = int(number)
        return least

    def clean_subjects(self) -> list[str] | None:
        parts = [part.strip() for part in self.cleaned_data["subjects"].split(";")]
        return list(dict.fromkeys(part for part in parts if part)) or None

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        kind = cleaned.get("quorum_kind", "")
        wanted = {
            "number": ("quorum_number",),
            "share": ("quorum_part", "quorum_whole"),
            "least": ("quorum_least",),
        }
        for each, names in wanted.items():
            for name in names:
                self._check_quorum(name, is_wanted=each == kind, cleaned=cleaned)
        self._check_majority(cleaned)
        return cleaned

    def _check_quorum(
        self, name: str, *, is_wanted: bool, cleaned: dict[str, Any]
    ) -> None:
        """Ask for what the kind needs; what is of another kind is left out."""
        if not is_wanted:
            cleaned[name] = {} if name == "quorum_least" else None
        elif not cleaned.get(name) and name not in self.errors:
            self.add_error(name, "Fill this in, or choose another kind of quorum.")

    def _check_majority(self, cleaned: dict[str, Any]) -> None:
        names = ("majority_part", "majority_whole")
        if cleaned.get("majority") != Majority.QUALIFIED:
            cleaned.update(dict.fromkeys(names))
            return
        missing = [n for n in names if not cleaned.get(n) and n not in self.errors]
        for name in missing:
            self.add_error(name, "Say which share: such as 2 of 3.")
        part, whole = (cleaned.get(name) for name in names)
        if part and whole and not whole < 2 * part <= 2 * whole:
            words = "A majority is more than a half, and no more than all."
            self.add_error("majority_part", words)

    def list_fields(self) -> dict[str, Any]:
        fields = dict(self.cleaned_data)
        for name in ("version", "quorum_kind"):
            fields.pop(name, None)
        return fields

    def list_typed(self) -> dict[str, Any]:
        return {"fields": self.list_fields()}


def find_newest(group: Group) -> TermsOfReference | None:
    """Find the terms that start last, whether or not they are in force yet."""
    found: TermsOfReference | None = (
        group.terms.filter(withdrawn_at=None).order_by("-starts_on").first()
    )
    return found


def _list_known(terms: TermsOfReference) -> dict[str, Any]:
    """Give terms as the form shows them."""
    named = {True: "yes", False: "no", None: ""}
    known = {name: getattr(terms, name) for name in COPIED}
    kinds = {
        "number": terms.quorum_number,
        "share": terms.quorum_part,
        "least": terms.quorum_least,
    }
    known["quorum_kind"] = next((kind for kind, value in kinds.items() if value), "")
    least = terms.quorum_least.items()
    known["quorum_least"] = "\n".join(f"{name}: {number}" for name, number in least)
    known["subjects"] = "; ".join(terms.subjects or [])
    for name in ("has_casting_vote", "substitutes_allowed", "public_may_speak"):
        known[name] = named[getattr(terms, name)]
    return known


def _adopt(doing: Doing) -> str:
    terms = adopt_terms(
        by=doing.by,
        group=doing.record,
        fields=doing.typed["fields"],
        at=doing.at,
        expected_version=doing.version,
    )
    return (
        f"{terms.reference} holds from {write_day(terms.starts_on)}. What held before "
        "stays for the days before."
    )


class UndoForm(ActForm):
    reason = WordsField("Why are they withdrawn?")


def _undo(doing: Doing) -> str:
    terms = undo_terms(
        by=doing.by,
        group=doing.record,
        reason=doing.typed["reason"],
        at=doing.at,
        expected_version=doing.version,
    )
    return f"{terms.reference} is withdrawn; what held before them holds on."


def _explain_terms(group: Group, _day: date) -> list[str]:
    newest = find_newest(group)
    if newest is None:
        return ["No terms are known yet. What you leave empty is not stated."]
    since = write_day(newest.starts_on)
    return [
        (
            f"The form starts from {newest.reference}, which holds from {since}. They "
            "stay for the days before the new terms."
        ),
        "What you leave empty is not stated, and never assumed.",
    ]


def _explain_undo(group: Group, _day: date) -> list[str]:
    newest = find_newest(group)
    if newest is None:
        return []
    return [f"{newest.reference} starts on {write_day(newest.starts_on)}."]


TERMS_ACTS: Final = by_name(
    Act(
        *("new-terms", "Give it new terms of reference", "Let them hold"),
        *(KEEP, TermsForm, _adopt),
        explain=_explain_terms,
    ),
    Act(
        *("undo-terms", "Withdraw the newest terms", "Withdraw them"),
        *(KEEP, UndoForm, _undo),
        explain=_explain_undo,
        is_open=lambda group: find_newest(group) is not None,
    ),
)
"""What is done with the terms of a group."""
