"""A crossing of the threshold: the event on which a risk is escalated, or let down."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from placeplan.programme.matrix import RiskMatrix
from placeplan.programme.matrix_list import get_risk_matrix_at
from placeplan.programme.score_history import RiskScore, ScoreHistory


@dataclass(frozen=True, slots=True)
class ThresholdCrossing:
    """A risk's current score came to the threshold, or fell below it.

    Parameters
    ----------
    risk : str
        Its reference.
    direction : str
        ``up`` or ``down``.
    crossed_on : date
        The day of the score that crossed.
    from_score : int or None
        The score before; None when it was the first.
    to_score : int
        The score that crossed.
    threshold : int
        Lowest score that escalates, by the matrix of the day.
    matrix : str
        Id of that matrix.
    """

    risk: str
    direction: str
    crossed_on: date
    from_score: int | None
    to_score: int
    threshold: int
    matrix: str

    @property
    def words(self) -> str:
        """As a reader says it."""
        day = f"{self.crossed_on:%-d %B %Y}"
        before = "no score" if self.from_score is None else f"{self.from_score}"
        way = "reached" if self.direction == "up" else "fell below"
        return (
            f"{self.risk} {way} the threshold of {self.threshold} on {day}: "
            f"from {before} to {self.to_score}."
        )


def find_crossings(
    history: ScoreHistory, matrix_of: Callable[[date], RiskMatrix] = get_risk_matrix_at
) -> tuple[ThresholdCrossing, ...]:
    """Find every crossing of the threshold by the current score of a risk.

    Each score is held against the matrix of its own day. A first score that reaches the
    threshold crosses up; a first score below it crosses nothing. Inherent and target
    scores never cross.

    Parameters
    ----------
    history : ScoreHistory
        The scores of the risk.
    matrix_of : callable
        Gives the matrix of a day; the listed ones unless others are passed in.

    Returns
    -------
    tuple of ThresholdCrossing
        Oldest first; they alternate between up and down, beginning with up.

    Raises
    ------
    InputError
        When a score is none of its matrix, or its day has no matrix.

    Examples
    --------
    >>> from placeplan.programme.score_history import RiskScore, gather_history
    >>> scores = [RiskScore("RSK-09", "current", 2, likelihood, date(2019, month, 1),
    ...     "Reviewed", "office") for month, likelihood in [(9, 3), (10, 4), (12, 3)]]
    >>> for each in find_crossings(gather_history("RSK-09", scores)):
    ...     print(each.words)
    RSK-09 reached the threshold of 8 on 1 October 2019: from 6 to 8.
    RSK-09 fell below the threshold of 8 on 1 December 2019: from 8 to 6.
    """
    found = []
    before: int | None = None
    was_above = False
    for each in history.of_kind("current"):
        crossing = find_crossing(
            each, matrix_of(each.scored_on), before=before, was_above=was_above
        )
        if crossing is not None:
            found.append(crossing)
            was_above = not was_above
        before = each.score
    return tuple(found)


def find_crossing(
    score: RiskScore, matrix: RiskMatrix, *, before: int | None, was_above: bool
) -> ThresholdCrossing | None:
    """Find whether one new current score crosses the threshold.

    Parameters
    ----------
    score : RiskScore
        The new score.
    matrix : RiskMatrix
        The matrix of its day.
    before : int or None
        The score before it; None when it is the first.
    was_above : bool
        Whether the last crossing, if there was any, was up.

    Returns
    -------
    ThresholdCrossing or None
        None when it stays on its side.

    Raises
    ------
    InputError
        When the score is none of the matrix.

    Examples
    --------
    >>> from placeplan.programme.score_history import RiskScore
    >>> day = date(2019, 9, 1)
    >>> new = RiskScore("RSK-09", "current", 2, 4, day, "Reviewed", "office")
    >>> matrix = get_risk_matrix_at(day)
    >>> find_crossing(new, matrix, before=6, was_above=False).words
    'RSK-09 reached the threshold of 8 on 1 September 2019: from 6 to 8.'
    >>> find_crossing(new, matrix, before=9, was_above=True) is None
    True
    """
    to_score = matrix.score(score.impact, score.likelihood)
    is_above = matrix.has_to_escalate(to_score)
    if is_above == was_above:
        return None
    return ThresholdCrossing(
        score.risk,
        "up" if is_above else "down",
        score.scored_on,
        before,
        to_score,
        matrix.escalates_from,
        matrix.matrix,
    )
