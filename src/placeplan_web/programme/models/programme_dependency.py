"""What a project needs from somebody else, inside the programme or outside."""

from django.db import models
from django.db.models import F, Q

from placeplan_web.programme.models.base import OwnedRecord
from placeplan_web.programme.models.invariant import keep_order, keep_pair
from placeplan_web.programme.models.project import Project


class ProgrammeDependency(OwnedRecord):
    """Who needs what of whom; the giver is a project of ours, or told in words."""

    PREFIX = "DEP-"

    title = models.CharField(max_length=500)
    project = models.ForeignKey(
        Project, on_delete=models.PROTECT, related_name="dependencies"
    )
    giving_project = models.ForeignKey(
        Project,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="dependants",
    )
    giver_words = models.CharField(max_length=300, blank=True, default="")
    needed_starts_on = models.DateField(null=True, blank=True)
    needed_ends_on = models.DateField(null=True, blank=True)
    given_on = models.DateField(null=True, blank=True)

    class Meta(OwnedRecord.Meta):
        constraints = (
            *OwnedRecord.Meta.constraints,
            keep_pair(
                "needed_starts_on", "needed_ends_on", "dependency_has_both_ends_or_none"
            ),
            keep_order("needed_starts_on", "needed_ends_on", "dependency_in_order"),
            models.CheckConstraint(
                condition=Q(giving_project__isnull=False) | ~Q(giver_words=""),
                name="dependency_names_a_giver",
            ),
            models.CheckConstraint(
                condition=Q(giving_project__isnull=True)
                | ~Q(giving_project=F("project")),
                name="dependency_is_on_another",
            ),
        )
