"""The rules on the notice of a meeting that anyone can ask by name."""

from collections.abc import Mapping
from datetime import date, time
from types import MappingProxyType
from typing import Final

from pydantic import Field, model_validator

from placeplan.governance.clear_days import (
    SOURCE,
    find_publication_day,
    list_clear_days,
)
from placeplan.governance.notice import check_notice
from placeplan.governance.questions import DatedQuestion, Name
from placeplan.programme.interval import print_day
from placeplan.reference.rule import Question, Rule, Ruling

_NOT_COUNTED: Final = (
    "Neither the day of publication nor that of the meeting counts, nor weekends, nor "
    "bank holidays of England and Wales."
)


class ClearDaysQuestion(DatedQuestion):
    """When an agenda was published, and when the meeting is."""

    published_on: date = Field(description="Day on which it was open to the public.")
    meeting_on: date = Field(description="Day of the meeting.")
    published_at: time | None = Field(
        default=None, description="Time of day, where a cut-off counts."
    )
    cut_off: time | None = Field(
        default=None, description="What is published after it counts as the next day."
    )
    count_saturday: bool = Field(
        default=False, description="Whether Saturdays count, as in some parishes."
    )

    @model_validator(mode="after")
    def _check_pair(self) -> "ClearDaysQuestion":
        if (self.published_at is None) != (self.cut_off is None):
            message = "published_at and cut_off together, or neither"
            raise ValueError(message)
        if any(each and each.tzinfo for each in (self.published_at, self.cut_off)):
            message = "published_at and cut_off as local times, without a zone"
            raise ValueError(message)
        return self


def _answer_clear_days(asked: ClearDaysQuestion) -> Ruling:
    first, reasons = asked.published_on, []
    if asked.published_at and asked.cut_off:
        first = find_publication_day(first, asked.published_at, asked.cut_off)
    if first > asked.published_on:
        reasons.append(
            f"It was published after hours: it counts as {print_day(first)}."
        )
    saturdays = asked.count_saturday
    after = list_clear_days(
        asked.published_on, asked.meeting_on, count_saturday=saturdays
    )
    days = [day for day in after if day > first]
    named = ", ".join(print_day(day) for day in days[:31]) or "none"
    reasons = [
        f"Clear days: {named}{' and more' if len(days) > 31 else ''}.",
        *reasons,
        _NOT_COUNTED,
    ]
    return Ruling(len(days), tuple(reasons), SOURCE)


class NoticeQuestion(Question):
    """Whose meeting, and when its agenda was published."""

    body: Name = Field(
        description="principal_council, executive, nhs_body, key_decision and so on."
    )
    published_on: date = Field(description="Day on which it was open to the public.")
    meeting_on: date = Field(description="Day of the meeting; its rules count.")
    urgency_reason: str = Field(
        default="", description="Why the chair takes it nevertheless; minuted."
    )
    as_at: date | None = Field(default=None, description="Ignored: see meeting_on.")


def _answer_notice(asked: NoticeQuestion) -> Ruling:
    found = check_notice(
        asked.body,
        asked.published_on,
        asked.meeting_on,
        urgency_reason=asked.urgency_reason,
    )
    result = {
        "state": found.state,
        "clear_days": found.given,
        "needed": found.needed,
        "counts": found.period.counts,
    }
    return Ruling(result, found.reasons, found.period.source)


_RULES: Final = (
    Rule(
        "clear-days",
        "How many clear days lie between an agenda and its meeting.",
        ClearDaysQuestion,
        _answer_clear_days,
    ),
    Rule(
        "notice",
        "Whether a meeting was announced long enough before, by the rule of its body.",
        NoticeQuestion,
        _answer_notice,
    ),
)

NOTICE_RULES: Final[Mapping[str, Rule]] = MappingProxyType(
    {rule.name: rule for rule in _RULES}
)
"""Rules on clear days and notice, by name."""
