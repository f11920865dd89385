"""Close an action: it is done, or dropped, and what came of it."""

from typing import Final

from django import forms

from placeplan_web.governance.models import Action, ActionState
from placeplan_web.governance.operations.action import close_action
from placeplan_web.programme.forms.act import (
    Act,
    ActForm,
    DayField,
    Doing,
    WordsField,
    by_name,
)


class CloseForm(ActForm):
    state = forms.ChoiceField(
        label="How it ended",
        choices=[each for each in ActionState.choices if each[0] != ActionState.OPEN],
    )
    closed_on = DayField("On")
    closed_reason = WordsField("What came of it?")

    def prepare(self) -> None:
        self.initial.setdefault("state", ActionState.DONE.value)
        self.initial.setdefault("closed_on", self.today.isoformat())


def _close(doing: Doing) -> str:
    typed = doing.typed
    action = close_action(
        by=doing.by,
        action=doing.record,
        state=ActionState(typed["state"]),
        closed_on=typed["closed_on"],
        reason=typed["closed_reason"],
        at=doing.at,
        expected_version=doing.version,
    )
    return f"{action.reference} is {action.get_state_display().lower()}."


def _is_open(action: Action) -> bool:
    return action.state == ActionState.OPEN and not action.is_withdrawn


ACTION_ACTS: Final = by_name(
    Act(
        *("close", "Close the action", "Close it"),
        *("governance.close_action", CloseForm, _close),
        is_open=_is_open,
    ),
)
"""What is done with an action."""
