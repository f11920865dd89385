"""The history of a risk's scores: every one kept, with its reason and its author."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from placeplan.errors import Fault, InputError
from placeplan.programme.matrix import PAPER

SCORE_KINDS: Final = ("inherent", "current", "target")
"""Before anything is done, as it stands, and as it is meant to be."""


@dataclass(frozen=True, slots=True)
class RiskScore:
    """One scoring of a risk.

    Parameters
    ----------
    risk : str
        Reference of the risk, such as ``RSK-01``.
    kind : str
        ``inherent``, ``current`` or ``target``.
    impact, likelihood : int
        Steps of the matrix of the day; the score is their product and nothing else.
    scored_on : date
        The day from which it counts.
    reason : str
        Why it is so, in words.
    scored_by : str
        The post or user that scored it.

    Raises
    ------
    InputError
        When the kind is none, or reason or author is missing; every fault at once.

    Examples
    --------
    >>> RiskScore("RSK-01", "current", 3, 4, date(2019, 9, 2), "Two boards objected",
    ...           "programme office").score
    12
    """

    risk: str
    kind: str
    impact: int
    likelihood: int
    scored_on: date
    reason: str
    scored_by: str

    def __post_init__(self) -> None:
        words = {"reason": self.reason, "scored_by": self.scored_by}
        faults = [
            Fault(
                PAPER, name, "words", repr(found), "Every score says why and by whom."
            )
            for name, found in words.items()
            if not found.strip()
        ]
        if self.kind not in SCORE_KINDS:
            kinds = "one of " + ", ".join(SCORE_KINDS)
            faults.append(Fault(PAPER, "kind", kinds, self.kind, "Choose one of them."))
        if faults:
            raise InputError(faults)

    @property
    def score(self) -> int:
        """Impact x likelihood."""
        return self.impact * self.likelihood


@dataclass(frozen=True, slots=True)
class ScoreHistory:
    """Every score of one risk, in the order in which they count.

    Parameters
    ----------
    risk : str
        Its reference.
    scores : tuple of RiskScore
        All its scores, of any kind; of one day, in the order in which they were given.

    Examples
    --------
    >>> first = RiskScore("R", "current", 4, 4, date(2019, 9, 2), "New", "office")
    >>> later = RiskScore("R", "current", 4, 2, date(2019, 12, 2), "Agreed", "office")
    >>> history = gather_history("R", [later, first])
    >>> [each.score for each in history.scores]
    [16, 8]
    >>> history.find_score(date(2019, 12, 1)).score
    16
    """

    risk: str
    scores: tuple[RiskScore, ...] = ()

    def of_kind(self, kind: str) -> tuple[RiskScore, ...]:
        """Give the scores of one kind."""
        return tuple(each for each in self.scores if each.kind == kind)

    def find_score(self, day: date, kind: str = "current") -> RiskScore | None:
        """Find the score that counted on a day; None where there was none yet."""
        known = [each for each in self.of_kind(kind) if each.scored_on <= day]
        return known[-1] if known else None


def gather_history(risk: str, scores: Iterable[RiskScore]) -> ScoreHistory:
    """Gather the history of a risk from the scores of many.

    Parameters
    ----------
    risk : str
        Reference of the risk.
    scores : iterable of RiskScore
        Of any risks, in any order of days; those of one day keep their order.
    """
    own = (each for each in scores if each.risk == risk)
    return ScoreHistory(risk, tuple(sorted(own, key=lambda each: each.scored_on)))
