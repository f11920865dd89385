"""A thing done with one record beyond changing its words, such as scoring a risk."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError

from placeplan.programme.matrix_list import get_risk_matrix_at
from placeplan_web.accounts.models import User
from placeplan_web.programme.queries.own_post import list_own_posts
from placeplan_web.registers.day_text import DAY_HINT, read_day
from placeplan_web.registers.explain import explain_words

MOST_LETTERS = 4000
ROWS = 4
NOT_A_DAY = "Write a day such as 2019-10-31."
NOT_A_POST = "You hold no post today. Ask staff to appoint you to one."


class DayField(forms.CharField):
    """A day as people write it."""

    def __init__(self, label: str, *, hint: str = DAY_HINT, needed: bool = True):
        super().__init__(label=label, required=needed, max_length=40, help_text=hint)
        self.widget.attrs["autocomplete"] = "off"

    def clean(self, value: Any) -> date | None:
        text = super().clean(value)
        if not text:
            return None
        day = read_day(text)
        if day is None:
            raise ValidationError(NOT_A_DAY)
        return day


class WordsField(forms.CharField):
    """Words on several lines."""

    def __init__(self, label: str, *, hint: str = "", needed: bool = True):
        super().__init__(
            label=label,
            required=needed,
            max_length=MOST_LETTERS,
            help_text=hint,
            widget=forms.Textarea(attrs={"rows": ROWS}),
        )


class StepField(forms.TypedChoiceField):
    """A step from a list of words, stored as its number."""

    def __init__(self, label: str, *, needed: bool = True, hint: str = ""):
        super().__init__(
            label=label, required=needed, coerce=int, empty_value=None, help_text=hint
        )


def name_what_is_missing(found: forms.Field, label: str) -> None:
    """Let a field that is left empty say which it is: errors stand above them all."""
    said = found.error_messages
    if said["required"] == forms.Field.default_error_messages["required"]:
        verb = "Choose from" if isinstance(found, forms.ChoiceField) else "Fill in"
        said["required"] = f"{verb} “{label}”."


def number_steps(words: Sequence[str]) -> list[tuple[str, str]]:
    """Give each step of a matrix its number, the lowest first."""
    return [(str(at), f"{at} {each}") for at, each in enumerate(words, 1)]


@dataclass(frozen=True, slots=True)
class Doing:
    """Who does it with which record, when, and what they typed."""

    record: Any
    typed: Mapping[str, Any]
    user: User
    at: datetime
    version: int | None

    @property
    def by(self) -> UUID:
        return self.user.public_id


class ActForm(forms.Form):
    """What is typed; `version` is that of the record which somebody saw."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=1)

    def __init__(
        self,
        sent: Mapping[str, Any] | None = None,
        *,
        record: Any,
        user: User,
        today: date,
        asked: Mapping[str, str],
    ) -> None:
        self.record, self.user, self.today = record, user, today
        super().__init__(
            sent, initial={"version": getattr(record, "version", None), **asked}
        )
        self.prepare()
        for name, each in self.fields.items():
            name_what_is_missing(each, str(self[name].label))

    def prepare(self) -> None:
        """Offer the choices of the record."""

    def offer(self, name: str, choices: Iterable[tuple[str, str]]) -> None:
        """Give a field its choices, after an empty one."""
        found: Any = self.fields[name]
        found.choices = [("", ""), *choices]

    def offer_steps(self) -> None:
        """Offer impact and likelihood the steps of the matrix of today."""
        matrix = get_risk_matrix_at(self.today)
        self.offer("impact", number_steps(matrix.impacts))
        self.offer("likelihood", number_steps(matrix.likelihoods))

    def offer_own_posts(self, name: str) -> None:
        """Offer the posts that whoever fills this in holds today."""
        posts = list_own_posts(self.user, self.today)
        self.offer(name, [(str(each.public_id), each.title) for each in posts])
        self._own_posts = {str(each.public_id): each for each in posts}
        if len(posts) == 1:
            self.initial.setdefault(name, str(posts[0].public_id))

    def list_typed(self) -> dict[str, Any]:
        """Give what was typed, a post as its record."""
        own = getattr(self, "_own_posts", {})
        return {
            name: own.get(value, value) if isinstance(value, str) else value
            for name, value in self.cleaned_data.items()
        }

    def add_refusal(self, error: ValidationError) -> None:
        """Put what an operation refused beside its field, or above them all."""
        if not hasattr(error, "error_dict"):
            self.add_error(None, error)
            return
        for name, found in error.message_dict.items():
            words = [explain_words(each) for each in found]
            self.add_error(name if name in self.fields else None, words)

    def list_boxes(self) -> list[dict[str, Any]]:
        """Give what the template needs for each field."""
        return [
            {"field": each, "hint": each.help_text, "width": _find_width(each.field)}
            for each in self.visible_fields()
        ]


def _find_width(found: forms.Field) -> str:
    if isinstance(found, DayField):
        return "20"
    return "10" if isinstance(found, forms.FloatField | forms.IntegerField) else ""


def _is_in_use(record: Any) -> bool:
    return not record.is_withdrawn


@dataclass(frozen=True, slots=True)
class Act:
    """What can be done with a record of a register.

    Parameters
    ----------
    name, words, button : str
        Its part of the address, the words of the link and title, those of the button.
    permission : str
        Asked about the record.
    form : type of ActForm
        What is typed.
    write : callable
        Does it, and gives the sentence that tells so.
    explain : callable
        Given the record and the day: sentences above the form.
    is_open : callable
        Given the record: whether it can be done as things stand.
    """

    name: str
    words: str
    button: str
    permission: str
    form: type[ActForm]
    write: Callable[[Doing], str]
    explain: Callable[[Any, date], Sequence[str]] = field(
        default=lambda _record, _day: ()
    )
    is_open: Callable[[Any], bool] = field(default=_is_in_use)


def by_name(*acts: Act) -> Mapping[str, Act]:
    return {act.name: act for act in acts}
