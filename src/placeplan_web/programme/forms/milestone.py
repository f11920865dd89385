"""Say that a milestone is expected later, or that it was reached."""

from collections.abc import Iterable
from typing import Final

from django.db import transaction
from django.utils import timezone

from placeplan.programme.interval import DateInterval
from placeplan_web.programme.forms.act import (
    Act,
    ActForm,
    DayField,
    Doing,
    WordsField,
    by_name,
)
from placeplan_web.programme.models import DeliveryProposal, Milestone
from placeplan_web.programme.operations.milestone import (
    complete_milestone,
    slip_milestone,
)
from placeplan_web.programme.operations.slip_effect import propose_deliveries

CHANGE: Final = "programme.change_record"


class SlipForm(ActForm):
    """The days between which a milestone is now expected."""

    forecast_starts_on = DayField("Expected, first day")
    forecast_ends_on = DayField("Expected, last day")
    reason = WordsField("Why is it expected then?")

    def prepare(self) -> None:
        for end in ("starts_on", "ends_on"):
            now = getattr(self.record, f"forecast_{end}") or getattr(
                self.record, f"baseline_{end}"
            )
            self.initial.setdefault(f"forecast_{end}", now.isoformat())


def _slip(doing: Doing) -> str:
    with transaction.atomic():
        slipped = slip_milestone(
            by=doing.by,
            milestone=doing.record,
            forecast_starts_on=doing.typed["forecast_starts_on"],
            forecast_ends_on=doing.typed["forecast_ends_on"],
            reason=doing.typed["reason"],
            at=doing.at,
            expected_version=doing.version,
        )
        made = _propose(doing, slipped)
    if slipped.forecast_starts_on is None or slipped.forecast_ends_on is None:
        said = f"{slipped.reference} is expected as it was agreed."
    else:
        days = DateInterval(slipped.forecast_starts_on, slipped.forecast_ends_on)
        said = f"{slipped.reference} is now expected in {days}. What was agreed stays."
    return said + _say_proposals(made)


def _propose(doing: Doing, milestone: Milestone) -> list[DeliveryProposal]:
    return propose_deliveries(
        by=doing.by,
        projects=list(milestone.projects.all()),
        as_at=timezone.localdate(doing.at),
        at=doing.at,
    )


def _say_proposals(made: Iterable[DeliveryProposal]) -> str:
    named = ", ".join(each.link.solution.replace("-", " ") for each in made)
    return (
        f" What it means for the plan waits for a decision: {named}." if named else ""
    )


class ReachedForm(ActForm):
    finished_on = DayField("Reached on")

    def prepare(self) -> None:
        self.initial.setdefault("finished_on", self.today.isoformat())


def _reach(doing: Doing) -> str:
    with transaction.atomic():
        reached = complete_milestone(
            by=doing.by,
            milestone=doing.record,
            finished_on=doing.typed["finished_on"],
            at=doing.at,
            expected_version=doing.version,
        )
        made = _propose(doing, reached)
    said = f"{reached.reference} was reached. Mitigations tied to it are done with it."
    return said + _say_proposals(made)


def _is_waiting(milestone: Milestone) -> bool:
    return not milestone.is_withdrawn and milestone.finished_on is None


MILESTONE_ACTS: Final = by_name(
    Act(
        *(
            "slip",
            "Move what is expected",
            "Keep the new days",
            CHANGE,
            SlipForm,
            _slip,
        ),
        is_open=_is_waiting,
        explain=lambda milestone, _day: [
            f"Agreed: {milestone.printed or milestone.baseline_ends_on}. That stays.",
            "What hangs on it in pounds moves with what is expected.",
        ],
    ),
    Act(
        *("reached", "Say that it was reached", "Say that it was reached"),
        *(CHANGE, ReachedForm, _reach),
        is_open=_is_waiting,
    ),
)
"""What can be done with a milestone."""
