"""Plan what a benefit is to be, and say what it was found to be."""

from typing import Final

from django import forms

from placeplan_web.design.words import write_day
from placeplan_web.programme.forms.act import (
    Act,
    ActForm,
    DayField,
    Doing,
    WordsField,
    by_name,
)
from placeplan_web.programme.models import Benefit
from placeplan_web.programme.operations.benefit import record_reading
from placeplan_web.programme.operations.benefit_profile import plan_value

CHANGE: Final = "programme.change_record"


class ReadingForm(ActForm):
    """What was found on a day, and what shows it."""

    value = forms.FloatField(label="What it was found to be")
    read_on = DayField("On")
    evidence = WordsField("Where does this figure come from?")
    reason = WordsField(
        "Why does it correct an earlier figure?",
        needed=False,
        hint="Only where there is a figure for that day already.",
    )

    def prepare(self) -> None:
        self.fields["value"].label = f"What it was found to be, in {self.record.unit}"
        self.initial.setdefault("read_on", self.today.isoformat())


def _read(doing: Doing) -> str:
    row = record_reading(
        by=doing.by,
        benefit=doing.record,
        read_on=doing.typed["read_on"],
        value=doing.typed["value"],
        evidence=doing.typed["evidence"],
        reason=doing.typed["reason"],
        at=doing.at,
    )
    return f"{doing.record.reference}: {row.value:g} on {write_day(row.read_on)}."


class PointForm(ActForm):
    """What is planned by a day."""

    on = DayField("By")
    value = forms.FloatField(label="What is planned")

    def prepare(self) -> None:
        self.fields["value"].label = f"What is planned, in {self.record.unit}"


def _plan(doing: Doing) -> str:
    point = plan_value(
        by=doing.by,
        benefit=doing.record,
        on=doing.typed["on"],
        value=doing.typed["value"],
        at=doing.at,
    )
    return (
        f"{doing.record.reference}: {point.value:g} planned by {write_day(point.on)}."
    )


def _has_unit(benefit: Benefit) -> bool:
    return not benefit.is_withdrawn and bool(benefit.unit)


BENEFIT_ACTS: Final = by_name(
    Act(
        *("read", "Record a reading", "Keep the reading"),
        *(CHANGE, ReadingForm, _read),
        is_open=_has_unit,
    ),
    Act(
        *("plan", "Plan a value by a day", "Keep the plan"),
        *(CHANGE, PointForm, _plan),
        is_open=_has_unit,
    ),
)
"""What can be done with a benefit."""
