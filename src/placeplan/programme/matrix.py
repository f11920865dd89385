"""A risk matrix: its steps, the score of each cell, its grades, and what escalates."""

from collections.abc import Iterator
from dataclasses import dataclass

from placeplan.errors import Fault, InputError
from placeplan.periods import Validity

PAPER = "risk score"
"""What a fault of a score names as the place where it stands."""


@dataclass(frozen=True, slots=True)
class RiskGrade:
    """A grade of a matrix: a band of scores with a name and a pattern.

    Parameters
    ----------
    grade, name : str
        Id, such as ``high``, and its name for people.
    least, most : int
        Lowest and highest score of the band, both inside.
    pattern : str
        What is drawn with it, so that colour never stands alone.
    """

    grade: str
    name: str
    least: int
    most: int
    pattern: str = ""

    def has_score(self, score: int) -> bool:
        """Whether a score lies in the band."""
        return self.least <= score <= self.most


@dataclass(frozen=True, slots=True)
class RiskMatrix:
    """A matrix by which risks are scored over a period.

    Parameters
    ----------
    matrix, name : str
        Id, such as ``papers_2019``, and its name for people.
    impacts, likelihoods : tuple of str
        Words of the steps, that of 1 first.
    grades : tuple of RiskGrade
        Lowest first.
    escalates_from : int
        Lowest score that is escalated.
    escalation : str
        What is done with such a risk.
    source : str
        Id of the `Publication` that printed it.
    validity : Validity
        The days on which it holds.

    Raises
    ------
    ValueError
        When a score that can occur has no grade, or two.

    Examples
    --------
    >>> grades = (RiskGrade("low", "Low", 1, 2), RiskGrade("high", "High", 4, 4))
    >>> small = RiskMatrix("small", "Two by two", ("Minor", "Major"),
    ...     ("Rare", "Likely"), grades, 4, "discussed by the board", "placeplan",
    ...     Validity())
    >>> small.possible_scores, small.score(2, 2), small.get_grade(2).name
    ((1, 2, 4), 4, 'Low')
    """

    matrix: str
    name: str
    impacts: tuple[str, ...]
    likelihoods: tuple[str, ...]
    grades: tuple[RiskGrade, ...]
    escalates_from: int
    escalation: str
    source: str
    validity: Validity

    def __post_init__(self) -> None:
        for score in self.possible_scores:
            count = sum(each.has_score(score) for each in self.grades)
            if count != 1:
                message = f"score {score} of {self.matrix} has {count} grades, not one"
                raise ValueError(message)

    @property
    def possible_scores(self) -> tuple[int, ...]:
        """Scores that can occur, lowest first: products, so 7 is none of them."""
        return tuple(sorted({impact * likelihood for impact, likelihood in self}))

    def __iter__(self) -> Iterator[tuple[int, int]]:
        """Cells as (impact, likelihood), the lowest of both first."""
        for impact in range(1, len(self.impacts) + 1):
            for likelihood in range(1, len(self.likelihoods) + 1):
                yield impact, likelihood

    def score(self, impact: int, likelihood: int) -> int:
        """Score a cell: impact x likelihood.

        Raises
        ------
        InputError
            When a step is no whole number of the matrix; both faults at once.
        """
        check_steps(self, impact=impact, likelihood=likelihood)
        return impact * likelihood

    def get_grade(self, score: int) -> RiskGrade:
        """Get the grade of a score.

        Raises
        ------
        InputError
            When the score cannot occur, such as 7.
        """
        if type(score) is int and score in self.possible_scores:
            return next(each for each in self.grades if each.has_score(score))
        known = ", ".join(map(str, self.possible_scores))
        remedy = "Score is impact x likelihood: give those two."
        raise InputError([Fault(PAPER, "score", f"one of {known}", f"{score}", remedy)])

    def has_to_escalate(self, score: int) -> bool:
        """Whether a score is escalated."""
        return score >= self.escalates_from


def check_steps(matrix: RiskMatrix, **steps: object) -> None:
    """Refuse what is no step of a matrix.

    Parameters
    ----------
    matrix : RiskMatrix
        The matrix.
    **steps : object
        By axis, ``impact`` or ``likelihood``: a whole number. Neither ``True`` nor 2.5
        nor the text "3" is one.

    Raises
    ------
    InputError
        With a fault for each axis that is wrong.
    """
    words = {"impact": matrix.impacts, "likelihood": matrix.likelihoods}
    faults = [
        Fault(
            PAPER,
            axis,
            f"a whole number from 1 ({words[axis][0]}) to {len(words[axis])} "
            f"({words[axis][-1]})",
            repr(step),
            f"Give a step of the matrix '{matrix.name}'.",
        )
        for axis, step in steps.items()
        if type(step) is not int or not 1 <= step <= len(words[axis])
    ]
    if faults:
        raise InputError(faults)
