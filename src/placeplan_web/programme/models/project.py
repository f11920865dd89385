"""A project of a programme: a core one, or a workstream that cuts across them."""

from django.db import models

from placeplan_web.programme.models.base import OwnedRecord
from placeplan_web.programme.models.invariant import keep_order, know_choice


class ProjectKind(models.TextChoices):
    CORE = "core", "Core project"
    WORKSTREAM = "workstream", "Cross-cutting workstream"


class Project(OwnedRecord):
    """Work with an end of its own.

    `tolerance_days` is how far its milestones may slip before that is called more than
    slipping. `governed_by` is the id of a group, and `place` that of a place of the
    registry; `components` the parts of a system that a workstream serves.
    """

    PREFIX = "PRJ-"

    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=10, choices=ProjectKind.choices)
    about = models.TextField(blank=True, default="")
    governed_by = models.CharField(max_length=80, blank=True, default="")
    place = models.CharField(max_length=80, blank=True, default="")
    components = models.CharField(max_length=200, blank=True, default="")
    tolerance_days = models.PositiveSmallIntegerField(default=0)
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)

    class Meta(OwnedRecord.Meta):
        constraints = (
            *OwnedRecord.Meta.constraints,
            know_choice("kind", ProjectKind, "project_kind_is_known"),
            keep_order("starts_on", "ends_on", "project_ends_after_it_starts"),
        )

    def __str__(self) -> str:
        return self.name
