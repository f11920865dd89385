"""What a project hands over."""

from django.db import models

from placeplan_web.programme.models.base import OwnedRecord
from placeplan_web.programme.models.invariant import keep_order, keep_pair
from placeplan_web.programme.models.project import Project


class Deliverable(OwnedRecord):
    """A thing handed over; due in an interval where the plan gives one."""

    PREFIX = "DEL-"

    project = models.ForeignKey(
        Project, on_delete=models.PROTECT, related_name="deliverables"
    )
    title = models.CharField(max_length=500)
    due_starts_on = models.DateField(null=True, blank=True)
    due_ends_on = models.DateField(null=True, blank=True)
    finished_on = models.DateField(null=True, blank=True)

    class Meta(OwnedRecord.Meta):
        constraints = (
            *OwnedRecord.Meta.constraints,
            keep_pair("due_starts_on", "due_ends_on", "deliverable_due_has_both_ends"),
            keep_order("due_starts_on", "due_ends_on", "deliverable_due_in_order"),
        )
