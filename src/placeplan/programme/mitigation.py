"""A mitigation, and whether the score fell when it was finished."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

from placeplan.programme.score_history import RiskScore, ScoreHistory

EFFICACY_VERDICTS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "fell": "the score fell when it was finished",
        "unchanged": "it was finished and the score did not move",
        "rose": "it was finished and the score rose",
        "shared": "another was finished between the same two scores: "
        "what each did cannot be told apart",
        "not_finished": "it is not finished",
        "no_score_before": "the risk had no score before it was finished",
        "no_score_since": "the risk was not scored again since it was finished",
    }
)
"""What can be said of a mitigation, in words."""


@dataclass(frozen=True, slots=True)
class Mitigation:
    """Something done about a risk, tied to a milestone.

    Parameters
    ----------
    id, risk : str
        Its own reference, and that of the risk.
    title : str
        What is done.
    milestone : str
        Reference of the milestone by which it is done; empty for none.
    finished_on : date or None
        When that milestone was reached; None while it is not.
    """

    id: str
    risk: str
    title: str
    milestone: str = ""
    finished_on: date | None = None


@dataclass(frozen=True, slots=True)
class Efficacy:
    """Whether a mitigation did what it was for.

    Parameters
    ----------
    mitigation : str
        Its reference.
    verdict : str
        One of `EFFICACY_VERDICTS`.
    before, after : RiskScore or None
        The last score of an earlier day than its finish, and the first since.
    fall : int or None
        Points by which the score fell, negative when it rose; None where that cannot
        be told.
    """

    mitigation: str
    verdict: str
    before: RiskScore | None = None
    after: RiskScore | None = None
    fall: int | None = None

    @property
    def words(self) -> str:
        """As a reader says it."""
        said = EFFICACY_VERDICTS[self.verdict]
        if self.before is None or self.after is None:
            return f"{said[0].upper()}{said[1:]}."
        return (
            f"{said[0].upper()}{said[1:]}: {self.before.score} on "
            f"{self.before.scored_on:%-d %B %Y}, {self.after.score} on "
            f"{self.after.scored_on:%-d %B %Y}."
        )


def judge_efficacy(
    mitigation: Mitigation,
    history: ScoreHistory,
    others: Iterable[Mitigation] = (),
    *,
    as_at: date,
) -> Efficacy:
    """Judge whether the current score fell when a mitigation was finished.

    The last score of an earlier day is held against the first score of that day or
    later. A score that falls says that things got better then, not that the mitigation
    alone did it; where another mitigation of the same risk was finished between the
    same two scores the two cannot be told apart, and neither is praised.

    Parameters
    ----------
    mitigation : Mitigation
        The one judged.
    history : ScoreHistory
        Scores of its risk.
    others : iterable of Mitigation
        Others of any risk; the one judged may stand among them.
    as_at : date
        What happened later is not known.

    Returns
    -------
    Efficacy
        Verdict, the two scores, and by how many points it fell.

    Examples
    --------
    >>> from placeplan.programme.score_history import gather_history
    >>> scores = [RiskScore("R", "current", 4, likelihood, date(2019, month, 1),
    ...     "Reviewed", "office") for month, likelihood in [(6, 4), (9, 2)]]
    >>> early = Mitigation("M1", "R", "Meet the boards", "MS-03", date(2019, 7, 31))
    >>> judge_efficacy(early, gather_history("R", scores), as_at=date(2020, 1, 1)).words
    'The score fell when it was finished: 16 on 1 June 2019, 8 on 1 September 2019.'
    """
    if not _is_finished(mitigation, as_at):
        return Efficacy(mitigation.id, "not_finished")
    before, after = _find_pair(mitigation, history, as_at)
    if before is None:
        return Efficacy(mitigation.id, "no_score_before", None, after)
    if after is None:
        return Efficacy(mitigation.id, "no_score_since", before)
    rivals = (
        each
        for each in others
        if each.id != mitigation.id and each.risk == mitigation.risk
    )
    for each in rivals:
        # One that is not finished has no score after it, so its pair is another.
        if _find_pair(each, history, as_at) == (before, after):
            return Efficacy(mitigation.id, "shared", before, after)
    fall = before.score - after.score
    verdict = "fell" if fall > 0 else "rose" if fall < 0 else "unchanged"
    return Efficacy(mitigation.id, verdict, before, after, fall)


def _is_finished(mitigation: Mitigation, as_at: date) -> bool:
    return mitigation.finished_on is not None and mitigation.finished_on <= as_at


def _find_pair(
    mitigation: Mitigation, history: ScoreHistory, as_at: date
) -> tuple[RiskScore | None, RiskScore | None]:
    finished_on = mitigation.finished_on or date.max
    known = [each for each in history.of_kind("current") if each.scored_on <= as_at]
    before = [each for each in known if each.scored_on < finished_on]
    after = [each for each in known if each.scored_on >= finished_on]
    return (before[-1] if before else None, after[0] if after else None)
