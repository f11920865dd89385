"""A crossing of the threshold: the event on which a risk is escalated, or let down."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from placeplan.programme.matrix import RiskMatrix
from placeplan.programme.matrix_list import get_matrix_at
from placeplan.programme.score_history import ScoreHistory


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
    history: ScoreHistory, matrix_of: Callable[[date], RiskMatrix] = get_matrix_at
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
        matrix = matrix_of(each.scored_on)
        score = matrix.score(each.impact, each.likelihood)
        is_above = matrix.has_to_escalate(score)
        if is_above != was_above:
            direction = "up" if is_above else "down"
            limits = (matrix.escalates_from, matrix.matrix)
            found.append(
                ThresholdCrossing(
                    *(each.risk, direction, each.scored_on, before, score), *limits
                )
            )
        before, was_above = score, is_above
    return tuple(found)
