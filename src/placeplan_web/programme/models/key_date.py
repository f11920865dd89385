"""A date that matters to a programme and is nobody's milestone."""

from django.db import models

from placeplan_web.programme.models.base import ProgrammeRecord
from placeplan_web.programme.models.invariant import keep_order, keep_pair


class KeyDate(ProgrammeRecord):
    """A date as printed, and its days; a season ("summer/autumn") has none.

    Dates with the same `event` are of one event, and should not contradict each other.
    """

    PREFIX = "DT-"

    title = models.CharField(max_length=500)
    printed = models.CharField(max_length=80)
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    event = models.CharField(max_length=200, blank=True, default="")

    class Meta(ProgrammeRecord.Meta):
        constraints = (
            *ProgrammeRecord.Meta.constraints,
            keep_pair("starts_on", "ends_on", "keydate_has_both_ends_or_none"),
            keep_order("starts_on", "ends_on", "keydate_in_order"),
        )
