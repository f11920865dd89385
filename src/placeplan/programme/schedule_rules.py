"""The rules on dates that anyone can ask by name."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

from pydantic import Field, model_validator

from placeplan.programme.critical_path import Activity, find_critical_path
from placeplan.programme.interval import DateInterval, print_day
from placeplan.programme.milestone import (
    SOURCE,
    MilestonePlan,
    explain_state,
    find_state,
)
from placeplan.programme.rag import rate_milestone
from placeplan.programme.rating_set import get_rating_set, get_rating_set_at
from placeplan.reference.rule import Question, Rule, Ruling

_PATH_SOURCE: Final = (
    "Critical path method: Kelley and Walker, Critical-Path Planning and Scheduling, "
    "1959"
)


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
        _refuse_reversed(self.starts_on, self.ends_on, "starts_on", "ends_on")
        return self


def _refuse_reversed(first: date, last: date, start: str, end: str) -> None:
    if last < first:
        message = f"{end} on {first} ({start}) or later, not on {last}"
        raise ValueError(message)


def _answer_milestone_state(asked: MilestoneStateQuestion) -> Ruling:
    due = DateInterval(asked.starts_on, asked.ends_on)
    reasons = [explain_state(due, asked.as_at, asked.finished_on)]
    if asked.finished_on is not None and asked.finished_on > asked.as_at:
        later, day = print_day(asked.finished_on), print_day(asked.as_at)
        reasons.append(f"That it is reached on {later} is not known on {day}.")
    state = find_state(due, asked.as_at, asked.finished_on)
    return Ruling(str(state), tuple(reasons), SOURCE)


class MilestoneRagQuestion(MilestoneStateQuestion):
    """The dates of a milestone, and how somebody judges it."""

    forecast_starts_on: date | None = Field(
        default=None, description="First day now expected; with forecast_ends_on."
    )
    forecast_ends_on: date | None = Field(default=None, description="Last day of it.")
    tolerance_days: int = Field(
        default=0, ge=0, le=3650, description="How far its project lets it slip."
    )
    blocked: bool = Field(default=False, description="Whether it cannot go on.")
    work_starts_on: date | None = Field(
        default=None, description="When work towards it was to start."
    )
    started_on: date | None = Field(default=None, description="When work started.")
    judged: str | None = Field(
        default=None, description="Colour that somebody judges it to be, as amber."
    )
    words: str = Field(default="", description="Why that differs, where it does.")
    rule_set: str | None = Field(
        default=None, description="Id of the ratings; that of the day when left out."
    )

    @model_validator(mode="after")
    def _check_forecast(self) -> "MilestoneRagQuestion":
        first, last = self.forecast_starts_on, self.forecast_ends_on
        if (first is None) != (last is None):
            message = "both forecast_starts_on and forecast_ends_on, or neither"
            raise ValueError(message)
        if first is not None and last is not None:
            _refuse_reversed(first, last, "forecast_starts_on", "forecast_ends_on")
        return self


def _answer_milestone_rag(asked: MilestoneRagQuestion) -> Ruling:
    first, last = asked.forecast_starts_on, asked.forecast_ends_on
    plan = MilestonePlan(
        DateInterval(asked.starts_on, asked.ends_on),
        DateInterval(first, last) if first and last else None,
        asked.finished_on,
        asked.tolerance_days,
        asked.blocked,
        asked.work_starts_on,
        asked.started_on,
    )
    chosen = asked.rule_set
    ratings = get_rating_set(chosen) if chosen else get_rating_set_at(asked.as_at)
    rated = rate_milestone(
        plan, asked.as_at, ratings, judged=asked.judged, words=asked.words
    )
    reasons = [rated.reason, f"{rated.computed.name}: {rated.computed.about}"]
    if rated.judged is not None and rated.differs:
        said = f"It is judged {rated.judged.name} and not {rated.computed.name}"
        reasons.insert(0, f"{said}: {rated.words}")
    result = {
        "progress": str(rated.progress),
        "rating": rated.rating.colour,
        "computed": rated.computed.colour,
        "differs": rated.differs,
        "slip_days": rated.slip_days,
        "rule_set": ratings.rule_set,
    }
    return Ruling(result, tuple(reasons), ratings.source)


class ActivityQuestion(Question):
    """Work, or a milestone, and what it waits for."""

    id: str = Field(min_length=1, max_length=100)
    duration_days: int = Field(default=0, ge=0, le=36500)
    depends_on: tuple[str, ...] = ()
    earliest_day: int = Field(
        default=0, ge=0, le=36500, description="Day before which it cannot start."
    )


class CriticalPathQuestion(Question):
    """Activities, in any order."""

    activities: tuple[ActivityQuestion, ...] = Field(max_length=20000)


def _answer_critical_path(asked: CriticalPathQuestion) -> Ruling:
    path = find_critical_path(
        Activity(each.id, each.duration_days, each.depends_on, each.earliest_day)
        for each in asked.activities
    )
    result = {
        "length_days": path.length_days,
        "longest": list(path.longest),
        "activities": [
            {
                "id": each.id,
                "earliest_start_day": each.earliest_start_day,
                "earliest_finish_day": each.earliest_finish_day,
                "latest_start_day": each.latest_start_day,
                "latest_finish_day": each.latest_finish_day,
                "float_days": each.float_days,
            }
            for each in path.times.values()
        ],
    }
    chain = ", then ".join(path.longest) or "nothing"
    reasons = (
        f"The last ends on day {path.length_days}, counted from day 0.",
        f"What sets the end: {chain}.",
    )
    return Ruling(result, reasons, _PATH_SOURCE)


_RULES: Final = (
    Rule(
        "milestone-state",
        "Whether a milestone is done, on time, late or not due on a day.",
        MilestoneStateQuestion,
        _answer_milestone_state,
    ),
    Rule(
        "milestone-rag",
        "How a milestone is rated: by its dates first, judged second.",
        MilestoneRagQuestion,
        _answer_milestone_rag,
    ),
    Rule(
        "critical-path",
        "When everything can run, its float, and the chain that sets the end.",
        CriticalPathQuestion,
        _answer_critical_path,
    ),
)

SCHEDULE_RULES: Final[Mapping[str, Rule]] = MappingProxyType(
    {rule.name: rule for rule in _RULES}
)
"""Rules on dates, by name."""
