"""Grading a risk: score, grade and whether it escalates, never typed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from placeplan.programme.matrix import RiskMatrix


@dataclass(frozen=True, slots=True)
class GradedRisk:
    """What a matrix says of an impact and a likelihood.

    Parameters
    ----------
    impact, likelihood : int
        Steps of the matrix.
    score : int
        Impact x likelihood.
    grade, name, pattern : str
        Id of the grade, its name for people, and what is drawn with it.
    escalates : bool
        Whether the score reaches the threshold.
    words : str
        All of it in a sentence.
    """

    impact: int
    likelihood: int
    score: int
    grade: str
    name: str
    pattern: str
    escalates: bool
    words: str


def grade_risk(impact: int, likelihood: int, matrix: RiskMatrix) -> GradedRisk:
    """RiskGrade a risk by a matrix.

    Parameters
    ----------
    impact, likelihood : int
        Steps of the matrix, 1 for the lowest.
    matrix : RiskMatrix
        The matrix of the day.

    Returns
    -------
    GradedRisk
        Score, grade and whether it escalates.

    Raises
    ------
    InputError
        When either is no step of the matrix.

    Notes
    -----
    Source: Initiation Document 0.9 of the Kent and Medway System Transformation
    Programme, 24 June 2019, section 7.1.

    Examples
    --------
    >>> from placeplan.programme.matrix_list import get_risk_matrix
    >>> grade_risk(2, 4, get_risk_matrix("papers_2019")).words
    'Minor (2) x Likely (4) = 8, High: it escalates.'
    """
    score = matrix.score(impact, likelihood)
    grade = matrix.get_grade(score)
    escalates = matrix.has_to_escalate(score)
    words = (
        f"{matrix.impacts[impact - 1]} ({impact}) x "
        f"{matrix.likelihoods[likelihood - 1]} ({likelihood}) = {score}, {grade.name}: "
        f"it {'escalates' if escalates else 'does not escalate'}."
    )
    return GradedRisk(
        *(impact, likelihood, score, grade.grade, grade.name, grade.pattern),
        *(escalates, words),
    )


def next_review_on(
    scored_on: date, grade: str, review_days: Mapping[str, int]
) -> date | None:
    """Say when a risk is next reviewed, by its grade.

    Parameters
    ----------
    scored_on : date
        When it was last scored.
    grade : str
        Id of its grade.
    review_days : mapping of str to int
        Days between reviews by grade, a choice of the programme: no paper gives them.

    Returns
    -------
    date or None
        None where the programme has not chosen for the grade.

    Examples
    --------
    >>> next_review_on(date(2019, 8, 14), "high", {"high": 30, "low": 180})
    datetime.date(2019, 9, 13)
    """
    days = review_days.get(grade)
    return None if days is None else scored_on + timedelta(days=days)
