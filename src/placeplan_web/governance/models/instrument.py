"""A delegation instrument: what bodies let a group decide, and up to what value."""

from django.db import models
from django.db.models import Q

from placeplan_web.governance.models.base import CitedRow, TitledRecord, check_words
from placeplan_web.governance.models.body import Body
from placeplan_web.governance.models.group import Group
from placeplan_web.programme.models.invariant import (
    keep_order,
    know_choice,
    not_below_zero,
)


class InstrumentState(models.TextChoices):
    """Whether functions were delegated, or only were to be."""

    IN_FORCE = "in_force", "Made"
    INTENDED = "intended", "Intended"


class Instrument(TitledRecord):
    """A written delegation. No `subjects` at all is every subject."""

    PREFIX = "DEL-"

    group = models.ForeignKey(
        Group, on_delete=models.PROTECT, related_name="instruments"
    )
    name = models.CharField(max_length=200)
    state = models.CharField(
        max_length=8,
        choices=InstrumentState.choices,
        default=InstrumentState.IN_FORCE,
    )
    section = models.CharField(max_length=40, blank=True, default="")
    subjects = models.JSONField(null=True, blank=True, validators=[check_words])
    limit_pounds = models.DecimalField(
        max_digits=14, decimal_places=2, null=True, blank=True
    )
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    is_for_all_members = models.BooleanField(default=False)
    text = models.TextField(blank=True, default="")

    class Meta(TitledRecord.Meta):
        constraints = (
            *TitledRecord.Meta.constraints,
            models.CheckConstraint(condition=~Q(name=""), name="instrument_has_a_name"),
            know_choice("state", InstrumentState, "instrument_state_is_known"),
            keep_order("starts_on", "ends_on", "instrument_ends_after_it_starts"),
            not_below_zero("limit_pounds", "instrument_limit_is_not_negative"),
        )

    def __str__(self) -> str:
        return self.name


class DelegatingBody(CitedRow):
    """A body that delegates by an instrument."""

    instrument = models.ForeignKey(
        Instrument, on_delete=models.CASCADE, related_name="bodies"
    )
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")

    class Meta(CitedRow.Meta):
        constraints = (
            *CitedRow.Meta.constraints,
            models.UniqueConstraint(
                fields=("instrument", "body"), name="delegatingbody_stands_once"
            ),
        )
