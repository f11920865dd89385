"""Put a motion to the vote, with a warning beside whoever has an interest in it."""

from typing import Any, Final

from django import forms
from django.utils import timezone

from placeplan_web.governance.forms.item import is_in
from placeplan_web.governance.forms.meeting import RUN
from placeplan_web.governance.forms.reading import warn_before_vote
from placeplan_web.governance.models import AgendaItem, Choice, ItemState
from placeplan_web.governance.operations.vote import hold_vote, list_able
from placeplan_web.governance.queries.conflict import forecast_items
from placeplan_web.governance.queries.standing import find_terms
from placeplan_web.governance.queries.table import lay_table
from placeplan_web.programme.forms.act import Act, ActForm, Doing, WordsField

SEAT: Final = "seat-"
DECLARED: Final = "Has declared an interest at this item that lets them vote."
UNDECLARED: Final = (
    "An interest in the register touches this item, and it is not declared here: "
    "have it declared before they vote."
)


class VoteForm(ActForm):
    """A motion, and a choice for each seat that is there and may vote; no others."""

    motion = WordsField("Motion")
    casting = forms.ChoiceField(
        label="If it is a tie: the chair's casting vote",
        choices=[("", "Not used"), ("for", "For"), ("against", "Against")],
        required=False,
    )

    def prepare(self) -> None:
        self._able = {
            f"{SEAT}{seat.public_id}": seat
            for seat in list_able(self.record, timezone.now())
        }
        warnings = warn_of_interests(self.record)
        for name, seat in self._able.items():
            self.fields[name] = forms.ChoiceField(
                label=seat.title,
                choices=[("", "Did not vote"), *Choice.choices],
                required=False,
                help_text=warnings.get(seat.pk, ""),
            )
        self.order_fields(["motion", *self._able, "casting"])
        terms = find_terms(self.record.meeting.group, self.record.meeting.held_on)
        if not (terms and terms.has_casting_vote):
            del self.fields["casting"]
        self.initial.setdefault("motion", self.record.recommendation)

    def list_choices(self) -> dict[Any, Choice]:
        return {
            seat: Choice(self.cleaned_data[name])
            for name, seat in self._able.items()
            if self.cleaned_data.get(name)
        }

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        return {**cleaned, "choices": self.list_choices()}


def warn_of_interests(item: AgendaItem) -> dict[int, str]:
    """Warn, by the key of a seat, of interests that touch an item, declared or not.

    What an interest is stays out of sight: some are sensitive.
    """
    declared: dict[int, set[int | None]] = {}
    for each in item.declarations.filter(withdrawn_at=None):
        if each.seat_id is not None:
            declared.setdefault(each.seat_id, set()).add(each.interest_id)
    warnings = dict.fromkeys(declared, DECLARED)
    for conflict in forecast_items([item], lay_table(item.meeting))[0].conflicts:
        named = declared.get(conflict.seat.pk, set())
        if not named & {conflict.interest.pk, None}:  # words alone may be about any
            warnings[conflict.seat.pk] = UNDECLARED
    return warnings


def _vote(doing: Doing) -> str:
    vote = hold_vote(
        by=doing.by,
        item=doing.record,
        motion=doing.typed["motion"],
        choices=doing.typed["choices"],
        casting=doing.typed.get("casting", ""),
        at=doing.at,
    )
    return " ".join(vote.result_reasons)


VOTE_ACT: Final = Act(
    *("vote", "Put it to the vote", "Count the vote", RUN, VoteForm, _vote),
    explain=warn_before_vote,
    is_open=is_in(ItemState.OPEN),
)
