"""The rules on risks and impacts that anyone can ask by name."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

from pydantic import Field

from placeplan.programme.grade import grade_risk
from placeplan.programme.matrix_list import get_matrix_at
from placeplan.reference import get_publication
from placeplan.reference.rule import Question, Rule, Ruling


class RiskGradeQuestion(Question):
    """A risk by its impact and its likelihood, on a day."""

    # Every matrix that is listed has five steps each way; a test holds it.
    impact: int = Field(ge=1, le=5, description="Step of the matrix, 1 is least.")
    likelihood: int = Field(ge=1, le=5, description="Step of the matrix, 1 is least.")
    as_at: date | None = Field(
        default=None, description="Day whose matrix counts; the newest when left out."
    )


def _cite(id_: str) -> str:
    held = get_publication(id_)
    return f"{held.title}, {held.publisher}, {held.edition}"


def _answer_risk_grade(asked: RiskGradeQuestion) -> Ruling:
    matrix = get_matrix_at(asked.as_at)
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
    return Ruling(result, reasons, _cite(matrix.source))


_RULES: Final = (
    Rule(
        "risk-grade",
        "The score and grade of a risk, and whether it escalates.",
        RiskGradeQuestion,
        _answer_risk_grade,
    ),
)

RISK_RULES: Final[Mapping[str, Rule]] = MappingProxyType(
    {rule.name: rule for rule in _RULES}
)
"""Rules on risks and impacts, by name."""
