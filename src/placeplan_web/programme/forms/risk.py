"""Score a risk, accept it, say that it happened, plan what is done about it."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from django import forms

from placeplan.programme.grade import grade_risk
from placeplan.programme.matrix_list import get_risk_matrix_at
from placeplan_web.programme.forms.act import (
    Act,
    ActForm,
    DayField,
    Doing,
    StepField,
    WordsField,
    by_name,
)
from placeplan_web.programme.models import Milestone, Mitigation, Risk, ScoreKind
from placeplan_web.programme.operations.mitigation import (
    finish_mitigation,
    plan_mitigation,
)
from placeplan_web.programme.operations.risk import (
    accept_risk,
    add_score,
    turn_into_issue,
)

CHANGE: Final = "programme.change_record"


class ScoreForm(ActForm):
    """Impact and likelihood; the score and its grade follow from them."""

    kind = forms.ChoiceField(label="Which score", choices=ScoreKind.choices)
    impact = StepField("Impact")
    likelihood = StepField("Likelihood")
    reason = WordsField("Why is it scored so?")
    scored_on = DayField("Scored on")

    def prepare(self) -> None:
        self.offer_steps()
        self.initial.setdefault("kind", ScoreKind.CURRENT.value)
        self.initial.setdefault("scored_on", self.today.isoformat())


def explain_grades(_risk: Any, day: date) -> list[str]:
    """Say how a score comes about and what follows, by the matrix of the day."""
    matrix = get_risk_matrix_at(day)
    bands = ", ".join(
        f"{each.name.lower()} {each.least} to {each.most}" for each in matrix.grades
    )
    return [
        "The score is impact times likelihood; nobody types it.",
        f"Its grade follows from it: {bands}.",
        f"From a current score of {matrix.escalates_from}: {matrix.escalation}.",
    ]


def _score(doing: Doing) -> str:
    typed: Mapping[str, Any] = doing.typed
    score = add_score(
        by=doing.by,
        risk=doing.record,
        kind=typed["kind"],
        impact=typed["impact"],
        likelihood=typed["likelihood"],
        reason=typed["reason"],
        scored_on=typed["scored_on"],
        at=doing.at,
        expected_version=doing.version,
    )
    matrix = get_risk_matrix_at(score.scored_on)
    graded = grade_risk(score.impact, score.likelihood, matrix)
    said = f"{doing.record.reference}, {score.get_kind_display().lower()} score: "
    crossing = getattr(score, "crossing", None)
    if crossing is None:
        return f"{said}{graded.words}"
    way = "reached" if crossing.is_upward else "fell below"
    return f"{said}{graded.words} It {way} the threshold of {crossing.threshold}."


class AcceptForm(ActForm):
    """Who takes the risk as it stands, why, and until when."""

    approver_post = forms.ChoiceField(label="Post in which you accept it")
    reason = WordsField("Why is the risk borne?")
    accepted_on = DayField("Accepted on")
    expires_on = DayField("Until")

    def prepare(self) -> None:
        self.offer_own_posts("approver_post")
        self.initial.setdefault("accepted_on", self.today.isoformat())


def _accept(doing: Doing) -> str:
    typed = doing.typed
    row = accept_risk(
        by=doing.by,
        risk=doing.record,
        approver_post=typed["approver_post"],
        reason=typed["reason"],
        accepted_on=typed["accepted_on"],
        expires_on=typed["expires_on"],
        at=doing.at,
        expected_version=doing.version,
    )
    return f"{doing.record.reference} is accepted at {row.score.score}."


class HappenedForm(ActForm):
    happened_on = DayField("Happened on")
    effect = WordsField("What does it do, now that it has happened?")

    def prepare(self) -> None:
        self.initial.setdefault("happened_on", self.today.isoformat())
        self.initial.setdefault("effect", self.record.effect)


def _happen(doing: Doing) -> str:
    issue = turn_into_issue(
        by=doing.by,
        risk=doing.record,
        happened_on=doing.typed["happened_on"],
        effect=doing.typed["effect"],
        at=doing.at,
        expected_version=doing.version,
    )
    return (
        f"{issue.reference} was raised. {doing.record.reference} stays, linked to it."
    )


class MitigationForm(ActForm):
    """What is done, and the milestone by which it is done."""

    title = forms.CharField(label="What is done about it?", max_length=500)
    milestone = forms.ChoiceField(
        label="Milestone by which it is done",
        required=False,
        help_text="With a milestone, one can see whether the score fell once it was "
        "reached.",
    )
    due_on = DayField("Or the day by which it is due", needed=False)

    def prepare(self) -> None:
        held = Milestone.objects.filter(
            programme=self.record.programme_id, withdrawn_at__isnull=True
        )
        self._milestones = {each.reference: each for each in held}
        options = [(name, f"{name} {m.title}") for name, m in self._milestones.items()]
        self.offer("milestone", options)

    def clean_milestone(self) -> Milestone | None:
        return self._milestones.get(self.cleaned_data["milestone"])


def _mitigate(doing: Doing) -> str:
    names = ("title", "milestone", "due_on")
    made = plan_mitigation(
        by=doing.by,
        risk=doing.record,
        wanted={name: doing.typed[name] for name in names},
        at=doing.at,
        expected_version=doing.version,
    )
    return f"{made.reference} was added."


class FinishForm(ActForm):
    """Which mitigation is done, and when; those with a milestone follow theirs."""

    mitigation = forms.ChoiceField(label="Mitigation")
    finished_on = DayField("Done on")

    def prepare(self) -> None:
        held = self.record.mitigations.filter(
            milestone__isnull=True, finished_on__isnull=True, withdrawn_at__isnull=True
        )
        self._held = {each.reference: each for each in held}
        options = [(name, f"{name} {m.title}") for name, m in self._held.items()]
        self.offer("mitigation", options)
        self.initial.setdefault("finished_on", self.today.isoformat())

    def clean_mitigation(self) -> Mitigation:
        found: Mitigation = self._held[self.cleaned_data["mitigation"]]
        return found


def _finish(doing: Doing) -> str:
    done = finish_mitigation(
        by=doing.by,
        mitigation=doing.typed["mitigation"],
        finished_on=doing.typed["finished_on"],
        at=doing.at,
    )
    return f"{done.reference} is done. Score the risk again to see what it did."


def is_open(risk: Risk) -> bool:
    return not risk.is_withdrawn and risk.closed_on is None


def _may_be_accepted(risk: Risk) -> bool:
    return is_open(risk) and risk.current_score_id is not None


RISK_ACTS: Final = by_name(
    Act(
        *("score", "Score this risk", "Keep this score", CHANGE, ScoreForm, _score),
        explain=explain_grades,
        is_open=is_open,
    ),
    Act(
        *("accept", "Accept this risk", "Accept the risk"),
        *("programme.accept_risk", AcceptForm, _accept),
        explain=lambda risk, _day: (
            [f"Its current score is {risk.current_score.score}."]
            if risk.current_score
            else ["Score the risk before anybody accepts it."]
        ),
        is_open=_may_be_accepted,
    ),
    Act(
        *("happened", "Say that it happened", "Make it an issue"),
        *(CHANGE, HappenedForm, _happen),
        explain=lambda _risk, _day: [
            "The risk stays in its register, with its scores."
        ],
        is_open=lambda risk: is_open(risk) and risk.happened_on is None,
    ),
    Act(
        *("mitigate", "Add a mitigation", "Add the mitigation"),
        *(CHANGE, MitigationForm, _mitigate),
        is_open=is_open,
    ),
    Act(
        *("finish", "Say that a mitigation is done", "Say that it is done"),
        *(CHANGE, FinishForm, _finish),
        is_open=is_open,
    ),
)
"""What can be done with a risk."""
