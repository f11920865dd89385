"""The rules on dates that anyone can ask by name."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

from pydantic import Field, model_validator

from placeplan.programme.interval import DateInterval, print_day
from placeplan.programme.milestone import SOURCE, explain_state, find_state
from placeplan.reference.rule import Question, Rule, Ruling


class MilestoneStateQuestion(Question):
    """When a milestone is due, and on which day one looks."""

    starts_on: date = Field(description="First day in which it is due.")
    ends_on: date = Field(description="Last day; late only after it.")
    as_at: date = Field(description="Day on which one looks.")
    finished_on: date | None = Field(
        default=None,
        description="When it was reached; ignored when after the day of looking.",
    )

    @model_validator(mode="after")
    def _check_order(self) -> "MilestoneStateQuestion":
        if self.ends_on < self.starts_on:
            message = (
                f"an ends_on of {self.starts_on} or later, the day of starts_on, "
                f"not {self.ends_on}"
            )
            raise ValueError(message)
        return self


def _answer_milestone_state(asked: MilestoneStateQuestion) -> Ruling:
    due = DateInterval(asked.starts_on, asked.ends_on)
    reasons = [explain_state(due, asked.as_at, asked.finished_on)]
    if asked.finished_on is not None and asked.finished_on > asked.as_at:
        later, day = print_day(asked.finished_on), print_day(asked.as_at)
        reasons.append(f"That it is reached on {later} is not known on {day}.")
    state = find_state(due, asked.as_at, asked.finished_on)
    return Ruling(str(state), tuple(reasons), SOURCE)


_RULES: Final = (
    Rule(
        "milestone-state",
        "Whether a milestone is done, on time, late or not due on a day.",
        MilestoneStateQuestion,
        _answer_milestone_state,
    ),
)

SCHEDULE_RULES: Final[Mapping[str, Rule]] = MappingProxyType(
    {rule.name: rule for rule in _RULES}
)
"""Rules on dates, by name."""
