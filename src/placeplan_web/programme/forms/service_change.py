"""Say how a step of the law on service change stands, with its evidence."""

from typing import Final

from django import forms

from placeplan.programme.gate import list_gates
from placeplan_web.design.words import write_day
from placeplan_web.programme.forms.act import (
    Act,
    ActForm,
    DayField,
    Doing,
    WordsField,
    by_name,
)
from placeplan_web.programme.models import GateState
from placeplan_web.programme.operations.gate import check_gate


class GateForm(ActForm):
    """Which step, how it stands, and what shows it."""

    gate = forms.ChoiceField(label="Step")
    state = forms.ChoiceField(
        label="How does it stand?", choices=[("", ""), *GateState.choices]
    )
    words = WordsField(
        "Evidence, or why it is not needed",
        needed=False,
        hint="For example, a paper with its date and page.",
    )
    on = DayField("On", hint="The law of this day is the one that counts.")

    def prepare(self) -> None:
        self.offer("gate", [(each.step, each.name) for each in list_gates(self.today)])
        self.initial.setdefault("on", self.today.isoformat())


def _check(doing: Doing) -> str:
    check = check_gate(
        by=doing.by,
        change=doing.record,
        gate=doing.typed["gate"],
        state=GateState(doing.typed["state"]),
        words=doing.typed["words"],
        on=doing.typed["on"],
        at=doing.at,
    )
    day = write_day(check.law_as_at)
    return f"Kept: {check.get_state_display().lower()}, by the law of {day}."


SERVICE_CHANGE_ACTS: Final = by_name(
    Act(
        *("gate", "Say how a step stands", "Keep it"),
        *("programme.change_record", GateForm, _check),
    ),
)
"""What can be done with a change of services."""
