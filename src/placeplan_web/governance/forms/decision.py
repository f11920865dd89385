"""Ask bodies to ratify a recommendation, and record what each of them said."""

from typing import Any, Final

from django import forms

from placeplan_web.governance.forms.meeting import RUN
from placeplan_web.governance.models import (
    Body,
    Decision,
    DecisionKind,
    Outcome,
    Ratification,
)
from placeplan_web.governance.operations.ratification import (
    RATIFYING_MEANS,
    ask_bodies,
    record_answer,
)
from placeplan_web.programme.forms.act import (
    Act,
    ActForm,
    DayField,
    Doing,
    WordsField,
    by_name,
)


class AskForm(ActForm):
    bodies = forms.MultipleChoiceField(
        label="Bodies to ask", widget=forms.SelectMultiple(attrs={"size": 12})
    )
    asked_on = DayField("Asked on")
    due_on = DayField("Answer due on", needed=False)

    def prepare(self) -> None:
        asked = self.record.ratifications.values("body")
        rest = Body.objects.filter(withdrawn_at=None).exclude(pk__in=asked)
        self._bodies = {each.slug: each for each in rest}
        bodies: Any = self.fields["bodies"]
        bodies.choices = [(each.slug, each.name) for each in self._bodies.values()]
        self.initial.setdefault("asked_on", self.today.isoformat())

    def clean_bodies(self) -> list[Body]:
        return [self._bodies[slug] for slug in self.cleaned_data["bodies"]]


def _ask(doing: Doing) -> str:
    typed = doing.typed
    asked = ask_bodies(
        by=doing.by,
        decision=doing.record,
        bodies=typed["bodies"],
        asked_on=typed["asked_on"],
        due_on=typed["due_on"],
        at=doing.at,
    )
    return f"{len(asked)} bodies are asked."


class AnswerForm(ActForm):
    """What one body said, and the exact words to which it agreed."""

    ratification = forms.ChoiceField(label="Body")
    outcome = forms.ChoiceField(label="What it said", choices=Outcome.choices)
    answered_on = DayField("Said on")
    text = WordsField(
        "The exact words to which it agreed",
        hint="Words that differ from those recommended are agreement with changes.",
        needed=False,
    )
    reason = WordsField("Its reasons", needed=False)

    def prepare(self) -> None:
        asked = self.record.ratifications.select_related("body")
        self._asked = {each.body.slug: each for each in asked}
        bodies = [(slug, each.body.name) for slug, each in self._asked.items()]
        self.offer("ratification", bodies)
        self.initial.setdefault("answered_on", self.today.isoformat())
        self.initial.setdefault("text", self.record.text)

    def clean_ratification(self) -> Ratification:
        found: Ratification = self._asked[self.cleaned_data["ratification"]]
        return found


def _answer(doing: Doing) -> str:
    typed = doing.typed
    answer = record_answer(
        by=doing.by,
        ratification=typed["ratification"],
        outcome=Outcome(typed["outcome"]),
        answered_on=typed["answered_on"],
        text=typed["text"],
        reason=typed["reason"],
        at=doing.at,
    )
    said = answer.get_outcome_display().lower()
    return f"{typed['ratification'].body.name}: {said}."


def _may_be_ratified(decision: Decision) -> bool:
    return decision.kind == DecisionKind.RECOMMENDATION and bool(
        decision.ratification_rule
    )


DECISION_ACTS: Final = by_name(
    Act(
        *("ask", "Ask bodies to ratify it", "Ask them", RUN, AskForm, _ask),
        is_open=_may_be_ratified,
    ),
    Act(
        *("answer", "Record what a body said", "Record the answer"),
        *(RUN, AnswerForm, _answer),
        explain=lambda _decision, _day: [RATIFYING_MEANS],
        is_open=lambda decision: (
            _may_be_ratified(decision) and decision.ratifications.exists()
        ),
    ),
)
"""What is done with a recommendation after the meeting."""
