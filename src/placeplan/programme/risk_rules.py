"""The rules on risks and assumptions that anyone can ask by name."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Final, Literal

from pydantic import Field, model_validator

from placeplan.programme.assumption import ASSUMPTION_STATES, Assumption
from placeplan.programme.crossing import find_crossings
from placeplan.programme.grade import grade_risk
from placeplan.programme.impact_rules import IMPACT_RULES
from placeplan.programme.matrix_list import get_risk_matrix_at
from placeplan.programme.mitigation import Mitigation, judge_efficacy
from placeplan.programme.score_history import RiskScore, ScoreHistory, gather_history
from placeplan.reference import get_publication
from placeplan.reference.rule import Question, Rule, Ruling

_RISK: Final = "The risk"
MOST_SCORES: Final = 1000
"""So that a question is answered at once, whatever it holds."""


class RiskGradeQuestion(Question):
    """A risk by its impact and its likelihood, on a day."""

    # Every matrix that is listed has five steps each way; a test holds it.
    impact: int = Field(ge=1, le=5, description="Step of the matrix, 1 is least.")
    likelihood: int = Field(ge=1, le=5, description="Step of the matrix, 1 is least.")
    as_at: date | None = Field(
        default=None, description="Day whose matrix counts; the newest when left out."
    )


def _answer_risk_grade(asked: RiskGradeQuestion) -> Ruling:
    matrix = get_risk_matrix_at(asked.as_at)
    graded = grade_risk(asked.impact, asked.likelihood, matrix)
    grade = matrix.get_grade(graded.score)
    held = "counts, the newest" if asked.as_at is None else f"held on {asked.as_at}"
    reasons = (
        graded.words,
        f"Scores from {grade.least} to {grade.most} are graded {grade.name}.",
        f"Risks that score {matrix.escalates_from} or more are {matrix.escalation}.",
        f"The matrix '{matrix.name}' {held}.",
    )
    result = {
        "score": graded.score,
        "grade": graded.grade,
        "escalates": graded.escalates,
    }
    return Ruling(result, reasons, get_publication(matrix.source).words)


class ScoreQuestion(Question):
    """One current score of a risk."""

    scored_on: date = Field(description="Day from which it counts.")
    impact: int = Field(ge=1, le=5, description="Step of the matrix, 1 is least.")
    likelihood: int = Field(ge=1, le=5, description="Step of the matrix, 1 is least.")


class RiskCrossingsQuestion(Question):
    """The current scores of one risk."""

    scores: tuple[ScoreQuestion, ...] = Field(
        max_length=MOST_SCORES,
        description="In any order of days; those of one day in the order they count.",
    )


def _gather(scores: tuple[ScoreQuestion, ...]) -> ScoreHistory:
    return gather_history(
        _RISK,
        [
            RiskScore(
                *(_RISK, "current", each.impact, each.likelihood, each.scored_on),
                *("as asked", "who asks"),
            )
            for each in scores
        ],
    )


def _answer_risk_crossings(asked: RiskCrossingsQuestion) -> Ruling:
    history = _gather(asked.scores)
    found = find_crossings(history)
    result = [
        {
            "crossed_on": each.crossed_on.isoformat(),
            "direction": each.direction,
            "from_score": each.from_score,
            "to_score": each.to_score,
            "threshold": each.threshold,
        }
        for each in found
    ]
    reasons = tuple(each.words for each in found)
    last = max((each.scored_on for each in history.scores), default=None)
    source = get_publication(get_risk_matrix_at(last).source).words
    return Ruling(result, reasons or ("No score crosses the threshold.",), source)


class RiskEfficacyQuestion(Question):
    """A mitigation by the day it was finished, and the scores of its risk."""

    scores: tuple[ScoreQuestion, ...] = Field(
        max_length=MOST_SCORES, description="Current scores of the risk."
    )
    finished_on: date | None = Field(
        default=None, description="When the mitigation was finished; null: it is not."
    )
    others_finished_on: tuple[date, ...] = Field(
        default=(),
        max_length=MOST_SCORES,
        description="When other mitigations of the risk were finished.",
    )
    as_at: date = Field(description="Day on which one looks.")


def _answer_risk_efficacy(asked: RiskEfficacyQuestion) -> Ruling:
    one = Mitigation("asked", _RISK, "", finished_on=asked.finished_on)
    others = [
        Mitigation(f"other {at}", _RISK, "", finished_on=day)
        for at, day in enumerate(asked.others_finished_on, 1)
    ]
    found = judge_efficacy(one, _gather(asked.scores), others, as_at=asked.as_at)
    result = {
        "verdict": found.verdict,
        "before": found.before.score if found.before else None,
        "after": found.after.score if found.after else None,
        "fall": found.fall,
    }
    newest = get_publication(get_risk_matrix_at(None).source).words
    source = f"{newest}: the register tracks the efficacy of mitigations over time"
    return Ruling(result, (found.words,), source)


class AssumptionStateQuestion(Question):
    """An assumption by its test, its day and what came of it."""

    test: str = Field(description="How one would know; empty text for no test.")
    test_on: date | None = Field(
        default=None, description="Last day by which it must have held."
    )
    outcome: Literal["held", "failed"] | None = Field(
        default=None, description="What the test showed, once it was made."
    )
    tested_on: date | None = Field(
        default=None, description="When; ignored when after the day of looking."
    )
    as_at: date = Field(description="Day on which one looks.")

    @model_validator(mode="after")
    def _check_pair(self) -> "AssumptionStateQuestion":
        if (self.outcome is None) != (self.tested_on is None):
            message = "outcome and tested_on together, or neither"
            raise ValueError(message)
        return self


def _answer_assumption_state(asked: AssumptionStateQuestion) -> Ruling:
    assumption = Assumption(
        *("the assumption", "as asked", asked.test, asked.test_on),
        *(asked.outcome, asked.tested_on),
    )
    state = assumption.find_state(asked.as_at)
    said = ASSUMPTION_STATES[state]
    reasons = (f"{said[0].upper()}{said[1:]}.",)
    newest = get_publication(get_risk_matrix_at(None).source).words
    return Ruling(state, reasons, f"{newest}: assumptions are continually tested")


_RULES: Final = (
    Rule(
        "risk-grade",
        "The score and grade of a risk, and whether it escalates.",
        RiskGradeQuestion,
        _answer_risk_grade,
    ),
    Rule(
        "risk-crossings",
        "On which days a risk came to the threshold of escalation or fell below it.",
        RiskCrossingsQuestion,
        _answer_risk_crossings,
    ),
    Rule(
        "risk-efficacy",
        "Whether the score of a risk fell when a mitigation was finished.",
        RiskEfficacyQuestion,
        _answer_risk_efficacy,
    ),
    Rule(
        "assumption-state",
        "Whether an assumption held, failed, is open, or lapsed unmet, on a day.",
        AssumptionStateQuestion,
        _answer_assumption_state,
    ),
)

RISK_RULES: Final[Mapping[str, Rule]] = MappingProxyType(
    {rule.name: rule for rule in _RULES} | IMPACT_RULES
)
"""Rules on risks, assumptions, benefits and impacts, by name."""
