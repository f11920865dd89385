"""Results of a consultation: whether they lay before those who decided on it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

RESULTS_STATES: Final = ("not_consulted", "in_pack", "late", "missing")
"""How the results of a consultation stand to an item that rests on it."""

SOURCE: Final = (
    "R v Brent London Borough Council, ex parte Gunning (1985) 84 LGR 168, the fourth "
    "of four demands, approved in R (Moseley) v Haringey [2014] UKSC 56: what came of "
    "a consultation is conscientiously taken into account when the decision is made"
)


@dataclass(frozen=True, slots=True)
class ResultsCheck:
    """Whether an item may be decided, by the report on what a consultation said.

    Parameters
    ----------
    state : str
        One of `RESULTS_STATES`.
    is_blocked : bool
        A decision is refused: the report is not in the pack, and nobody says why.
    reasons : tuple of str
        Why, in sentences, and the way out.
    """

    state: str
    is_blocked: bool
    reasons: tuple[str, ...]


def check_results_report(
    consultation: str,
    published: Sequence[datetime],
    began_at: datetime | None,
    explanation: str = "",
) -> ResultsCheck:
    """Check that the report on a consultation was in the pack of a meeting.

    Parameters
    ----------
    consultation : str
        Its title; empty where nobody was consulted on the proposal.
    published : sequence of datetime
        When each version of the report was published.
    began_at : datetime or None
        When the meeting was opened; None while it has not been.
    explanation : str
        Why it is decided even so.

    Examples
    --------
    >>> from datetime import UTC
    >>> noon = datetime(2019, 8, 14, 12, 0, tzinfo=UTC)
    >>> check_results_report("Stroke, 2018", [], noon).is_blocked
    True
    >>> check_results_report("Stroke, 2018", [noon.replace(hour=9)], noon).state
    'in_pack'
    """
    if not consultation.strip():
        return ResultsCheck("not_consulted", False, ())
    if any(began_at is None or at < began_at for at in published):
        words = f"The results of {consultation} are in the pack."
        return ResultsCheck("in_pack", False, (words,))
    state = "late" if published else "missing"
    found = (
        f"The results of {consultation} were published only once the meeting had begun."
        if published
        else f"No report on the results of {consultation} is in the pack."
    )
    explained = explanation.strip()
    way = (
        f"It is decided even so: {explained}"
        if explained
        else "Put it off until the report can be read, or say why it goes on even so."
    )
    return ResultsCheck(state, not explained, (found, way))
