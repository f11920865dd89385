"""A milestone: when it was to be reached, when it is expected, when it was reached."""

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q

from placeplan_web.programme.models.base import OwnedRecord
from placeplan_web.programme.models.invariant import (
    keep_order,
    keep_pair,
    know_choice,
)
from placeplan_web.programme.models.project import Project
from placeplan_web.registers.models import SourcedRow


class Rag(models.TextChoices):
    """Colours of the library's rule sets; those of one set say how it was rated."""

    GREEN = "green", "Green"
    AMBER_GREEN = "amber_green", "Amber-green"
    AMBER = "amber", "Amber"
    AMBER_RED = "amber_red", "Amber-red"
    RED = "red", "Red"


class Milestone(OwnedRecord):
    """A point that a plan is to reach.

    The baseline is what was agreed, `printed` the words of the paper for it; a forecast
    stands only once something else is expected. A judged rating keeps the computed one
    that it was held against on that day: where they differ, words say why.
    """

    PREFIX = "MS-"

    title = models.CharField(max_length=500)
    printed = models.CharField(max_length=80, blank=True, default="")
    baseline_starts_on = models.DateField()
    baseline_ends_on = models.DateField()
    forecast_starts_on = models.DateField(null=True, blank=True)
    forecast_ends_on = models.DateField(null=True, blank=True)
    work_starts_on = models.DateField(null=True, blank=True)
    started_on = models.DateField(null=True, blank=True)
    finished_on = models.DateField(null=True, blank=True)
    blocked_by = models.CharField(max_length=500, blank=True, default="")
    judged_rag = models.CharField(
        max_length=11, choices=Rag.choices, blank=True, default=""
    )
    judged_against = models.CharField(
        max_length=11, choices=Rag.choices, blank=True, default="", editable=False
    )
    judged_set = models.CharField(max_length=40, blank=True, default="", editable=False)
    judged_words = models.TextField(blank=True, default="")
    judged_on = models.DateField(null=True, blank=True, editable=False)
    decision_by = models.CharField(max_length=300, blank=True, default="")
    note = models.TextField(blank=True, default="")
    projects = models.ManyToManyField(
        Project, through="MilestoneProject", related_name="milestones"
    )

    class Meta(OwnedRecord.Meta):
        ordering = ("baseline_ends_on", "baseline_starts_on", "reference_order", "pk")
        indexes = (
            *OwnedRecord.Meta.indexes,
            models.Index(
                fields=("programme", "baseline_ends_on"), name="milestone_by_date"
            ),
        )
        constraints = (
            *OwnedRecord.Meta.constraints,
            keep_order(
                "baseline_starts_on", "baseline_ends_on", "milestone_baseline_in_order"
            ),
            keep_order(
                "forecast_starts_on", "forecast_ends_on", "milestone_forecast_in_order"
            ),
            keep_pair(
                "forecast_starts_on",
                "forecast_ends_on",
                "milestone_forecast_has_both_ends",
            ),
            keep_order("started_on", "finished_on", "milestone_ends_after_it_starts"),
            know_choice("judged_rag", Rag, "milestone_judged_is_known", empty=True),
            know_choice(
                "judged_against", Rag, "milestone_computed_is_known", empty=True
            ),
            models.CheckConstraint(
                condition=Q(
                    judged_rag="",
                    judged_against="",
                    judged_set="",
                    judged_words="",
                    judged_on__isnull=True,
                )
                | (
                    ~Q(judged_rag="")
                    & ~Q(judged_against="")
                    & ~Q(judged_set="")
                    & Q(judged_on__isnull=False)
                ),
                name="milestone_judged_whole_or_not",
            ),
            models.CheckConstraint(
                condition=Q(judged_rag=F("judged_against")) | ~Q(judged_words=""),
                name="milestone_other_judgement_needs_words",
            ),
        )

    @property
    def is_blocked(self) -> bool:
        return bool(self.blocked_by)


class MilestoneProject(SourcedRow):
    """A project that a milestone belongs to; one may belong to several."""

    milestone = models.ForeignKey(
        Milestone, on_delete=models.CASCADE, related_name="project_links"
    )
    project = models.ForeignKey(
        Project, on_delete=models.PROTECT, related_name="milestone_links"
    )

    class Meta(SourcedRow.Meta):
        constraints = (
            *SourcedRow.Meta.constraints,
            models.UniqueConstraint(
                fields=("milestone", "project"), name="milestone_project_stands_once"
            ),
        )


class MilestoneDependency(SourcedRow):
    """A milestone that has to wait for another, and some days after it."""

    before = models.ForeignKey(
        Milestone, on_delete=models.CASCADE, related_name="followers"
    )
    after = models.ForeignKey(
        Milestone, on_delete=models.CASCADE, related_name="waits_for"
    )
    lag_days = models.IntegerField(default=0, validators=[MinValueValidator(0)])

    class Meta(SourcedRow.Meta):
        constraints = (
            *SourcedRow.Meta.constraints,
            models.UniqueConstraint(
                fields=("before", "after"), name="milestone_dependency_stands_once"
            ),
            models.CheckConstraint(
                condition=~Q(before=F("after")), name="milestone_waits_not_for_itself"
            ),
            models.CheckConstraint(
                condition=Q(lag_days__gte=0), name="milestone_lag_is_not_negative"
            ),
        )
