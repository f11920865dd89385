"""The rules on what lies before those who decide, that anyone can ask by name."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, Final

from pydantic import Field

from placeplan.governance.due_regard import SOURCE as DUTY
from placeplan.governance.due_regard import Reading, find_due_regard
from placeplan.governance.held import list_held
from placeplan.governance.questions import DatedQuestion, Moment, Title
from placeplan.governance.results_report import SOURCE as GUNNING
from placeplan.governance.results_report import check_results_report
from placeplan.periods import Validity
from placeplan.reference.rule import Question, Rule, Ruling

_SINCE: Final[Mapping[str, dict[str, Any]]] = {
    "due-regard": {"validity": Validity(date(2011, 4, 5))},
    "results-report": {"validity": Validity(date(1985, 4, 26))},
}
"""Section 149 has been in force since the one day; Gunning was given on the other."""


class ReadingQuestion(Question):
    """That somebody said that they had read a version."""

    who: Title = Field(description="Id of the member.")
    version: int = Field(ge=1, le=1_000_000, description="Which version, from 1.")
    at: Moment = Field(description="When they said so.")


class DueRegardQuestion(DatedQuestion):
    """Who decides, on which version of an assessment, and who had read what."""

    members: tuple[Title, ...] = Field(
        max_length=1000, description="Those who decide: who voted, or may vote."
    )
    readings: tuple[ReadingQuestion, ...] = Field(
        default=(), max_length=1000, description="What anybody said they had read."
    )
    version: int = Field(
        ge=1, le=1_000_000, description="The newest published before the vote."
    )
    decided_at: Moment = Field(description="The moment of the vote.")


class ResultsQuestion(DatedQuestion):
    """A consultation, when the report on it came out, and when the meeting began."""

    consultation: str = Field(
        default="", description="Its title; left out where nobody was consulted."
    )
    published: tuple[Moment, ...] = Field(
        default=(), max_length=1000, description="When each version came out."
    )
    began_at: Moment | None = Field(
        default=None, description="When the meeting was opened; null before that."
    )
    explanation: str = Field(default="", description="Why it is decided even so.")


def _answer_due_regard(asked: DueRegardQuestion) -> Ruling:
    _check_law("due-regard", asked.as_at)
    readings = [Reading(each.who, each.version, each.at) for each in asked.readings]
    found = find_due_regard(asked.members, readings, asked.version, asked.decided_at)
    result = {
        "met": found.is_met,
        "members": {each.who: each.state for each in found.members},
    }
    words = found.reasons or tuple(each.words for each in found.members)
    return Ruling(result, words or ("Nobody is named who decides.",), DUTY)


def _answer_results(asked: ResultsQuestion) -> Ruling:
    _check_law("results-report", asked.as_at)
    found = check_results_report(
        asked.consultation, asked.published, asked.began_at, asked.explanation
    )
    result = {"state": found.state, "blocked": found.is_blocked}
    reasons = found.reasons or ("Nobody was consulted on the proposal.",)
    return Ruling(result, reasons, GUNNING)


def _check_law(name: str, as_at: date | None) -> None:
    """Refuse a day on which the law was not given yet."""
    list_held({name: _SINCE[name]}, as_at, f"rule {name}")


_RULES: Final = (
    Rule(
        "due-regard",
        "Whether all who decide had read an impact assessment before the vote.",
        DueRegardQuestion,
        _answer_due_regard,
    ),
    Rule(
        "results-report",
        "Whether the results of a consultation lay before those who decide on it.",
        ResultsQuestion,
        _answer_results,
    ),
)

REGARD_RULES: Final[Mapping[str, Rule]] = MappingProxyType(
    {rule.name: rule for rule in _RULES}
)
"""Rules on due regard and on the results of a consultation, by name."""
