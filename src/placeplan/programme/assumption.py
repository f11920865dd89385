"""An assumption with its test and its day, and what follows when it fails."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

from placeplan.errors import Fault, InputError
from placeplan.programme.matrix import RiskMatrix
from placeplan.programme.score_history import ScoreHistory

_OUTCOMES: Final = ("held", "failed")

ASSUMPTION_STATES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "untestable": "it has no test, or no day by which it is tested",
        "open": "its day has not passed",
        "held": "it held",
        "failed": "it failed its test",
        "lapsed": "its day has passed and nobody has shown that it holds",
    }
)
"""What an assumption can be on a day; the last two are failures."""

FAILURES: Final = ("failed", "lapsed")


@dataclass(frozen=True, slots=True)
class AssumptionTest:
    """A milestone or a date by which an assumption shows itself.

    Parameters
    ----------
    id : str
        Its reference, such as ``MS-16``.
    ends_on : date
        The last day in which it is due.
    finished_on : date or None
        When it was reached; None while it is not.
    """

    id: str
    ends_on: date
    finished_on: date | None = None

    def is_met(self, as_at: date) -> bool:
        """Whether it is known on a day that it was reached in time."""
        return self.finished_on is not None and self.finished_on <= min(
            as_at, self.ends_on
        )


@dataclass(frozen=True, slots=True)
class Assumption:
    """Something taken to be so, with the test that would show it.

    Parameters
    ----------
    id, title : str
        Its reference, and what is assumed.
    test : str
        How one would know; empty where nobody has said.
    test_on : date or None
        The last day by which it must have held.
    outcome : str or None
        ``held`` or ``failed`` once it is tested.
    tested_on : date or None
        When it was; there is one exactly when there is an outcome.
    tests : tuple of AssumptionTest
        Milestones and dates that show it, beside the words of `test` or in their place.
    risks : tuple of str
        References of the risks that grow when it fails.
    inputs : tuple of str
        Inputs of the plan that rest on it, as the plan folder names them.

    Raises
    ------
    InputError
        When the outcome is none, or stands without its day, or the day without it.

    Examples
    --------
    >>> merger = AssumptionTest("MS-16", date(2020, 4, 30))
    >>> timing = Assumption("ASM-04", "Single CCG by April 2020", tests=(merger,))
    >>> timing.find_state(date(2020, 4, 30)), timing.find_state(date(2020, 5, 1))
    ('open', 'lapsed')
    """

    id: str
    title: str
    test: str = ""
    test_on: date | None = None
    outcome: str | None = None
    tested_on: date | None = None
    tests: tuple[AssumptionTest, ...] = ()
    risks: tuple[str, ...] = ()
    inputs: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        paper, faults = f"assumption {self.id}", []
        if self.outcome is not None and self.outcome not in _OUTCOMES:
            outcomes = " or ".join(_OUTCOMES)
            remedy = "Choose one of the two, or none while it is not tested."
            faults.append(Fault(paper, "outcome", outcomes, self.outcome, remedy))
        if (self.outcome is None) != (self.tested_on is None):
            found = f"outcome {self.outcome}, tested_on {self.tested_on}"
            remedy = "Give the outcome and its day together, or neither."
            faults.append(Fault(paper, "tested_on", "both or neither", found, remedy))
        if faults:
            raise InputError(faults)

    def find_state(self, as_at: date) -> str:
        """Find what it is on a day: one of `ASSUMPTION_STATES`.

        An outcome that a person gave comes first; one of a later day is not known yet.
        A linked milestone or date that was not reached in time lets it lapse, also when
        it was reached later. It holds by itself when all of them were reached in time
        and no day of its own is still to come.
        """
        if self.outcome and self.tested_on and self.tested_on <= as_at:
            return self.outcome
        has_own = bool(self.test.strip()) and self.test_on is not None
        if not has_own and not self.tests:
            return "untestable"
        days = [each.ends_on for each in self.tests if not each.is_met(as_at)]
        if has_own and self.test_on is not None:
            days.append(self.test_on)
        if not days:
            return "held"
        return "lapsed" if as_at > min(days) else "open"


@dataclass(frozen=True, slots=True)
class RiskProposal:
    """A risk proposed up, for a person to accept or refuse.

    Parameters
    ----------
    risk : str
        Its reference.
    from_likelihood, to_likelihood : int or None
        As it stands, and as proposed; both None where the risk has no score, and the
        same where nothing stands above.
    crosses : bool
        Whether the proposed score would reach the threshold that the present one
        does not.
    reason : str
        Why, as a sentence.
    """

    risk: str
    from_likelihood: int | None
    to_likelihood: int | None
    crosses: bool
    reason: str


@dataclass(frozen=True, slots=True)
class FailedAssumption:
    """What follows from an assumption that failed.

    Parameters
    ----------
    assumption, state : str
        Its reference and its state on the day.
    proposals : tuple of RiskProposal
        One for each linked risk, in their order; none unless it failed.
    flagged_inputs : tuple of str
        Inputs of the plan to be looked at again; none unless it failed.
    reason : str
        Why, as a sentence.
    """

    assumption: str
    state: str
    proposals: tuple[RiskProposal, ...]
    flagged_inputs: tuple[str, ...]
    reason: str


def follow_assumption(
    assumption: Assumption,
    histories: Iterable[ScoreHistory],
    matrix: RiskMatrix,
    *,
    as_at: date,
    steps: int = 1,
) -> FailedAssumption:
    """Follow an assumption to its risks and to the inputs of the plan.

    When it has failed, or its day has passed unmet, the likelihood of each linked risk
    is proposed up, never above the top of the matrix. Nothing is changed here: a person
    decides. Impact stays: what was assumed bears on how likely a risk is.

    Parameters
    ----------
    assumption : Assumption
        The assumption.
    histories : iterable of ScoreHistory
        Scores of risks; a linked risk that is not among them has no score.
    matrix : RiskMatrix
        The matrix of the day.
    as_at : date
        What happened later is not known.
    steps : int
        Steps by which a likelihood is proposed up.

    Examples
    --------
    >>> from placeplan.programme.matrix_list import get_risk_matrix_at
    >>> from placeplan.programme.score_history import RiskScore, gather_history
    >>> score = RiskScore("RSK-15", "current", 2, 3, date(2019, 9, 2), "New", "office")
    >>> timing = Assumption("ASM-04", "Single CCG by April 2020", "MS-16 is reached",
    ...                     date(2020, 4, 30), risks=("RSK-15",))
    >>> found = follow_assumption(timing, [gather_history("RSK-15", [score])],
    ...     get_risk_matrix_at(date(2020, 5, 1)), as_at=date(2020, 5, 1))
    >>> proposed = found.proposals[0]
    >>> proposed.from_likelihood, proposed.to_likelihood, proposed.crosses
    (3, 4, True)
    """
    state = assumption.find_state(as_at)
    reason = f"{assumption.id} ({assumption.title}): {ASSUMPTION_STATES[state]}."
    if state not in FAILURES:
        return FailedAssumption(assumption.id, state, (), (), reason)
    held = {each.risk: each for each in histories}
    proposals = tuple(
        _propose(held.get(risk, ScoreHistory(risk)), matrix, as_at, steps, reason)
        for risk in assumption.risks
    )
    return FailedAssumption(assumption.id, state, proposals, assumption.inputs, reason)


def _propose(
    history: ScoreHistory, matrix: RiskMatrix, as_at: date, steps: int, reason: str
) -> RiskProposal:
    now = history.find_score(as_at)
    if now is None:
        said = "The risk has no score, so there is nothing to raise: score it."
        return RiskProposal(history.risk, None, None, False, f"{reason} {said}")
    top = len(matrix.likelihoods)
    likelihood = min(now.likelihood + steps, top)
    if likelihood == now.likelihood:
        said = f"It is {matrix.likelihoods[top - 1]} already."
        return RiskProposal(
            history.risk, now.likelihood, likelihood, False, f"{reason} {said}"
        )
    score = matrix.score(now.impact, likelihood)
    crosses = matrix.has_to_escalate(score) and not matrix.has_to_escalate(now.score)
    words = (matrix.likelihoods[step - 1] for step in (now.likelihood, likelihood))
    said = f"Proposed from {' to '.join(words)}: the score from {now.score} to {score}."
    return RiskProposal(
        history.risk, now.likelihood, likelihood, crosses, f"{reason} {said}"
    )
