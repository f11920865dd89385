"""A risk: what might happen, why, and what would follow."""

from django.db import models

from placeplan_web.programme.models.base import OwnedRecord
from placeplan_web.programme.models.invariant import keep_order, need_words
from placeplan_web.programme.models.project import Project
from placeplan_web.registers.models import SourcedRow


class Risk(OwnedRecord):
    """Something that might happen.

    Its scores stand in rows of their own; the three links say which of them holds now,
    so that a register sorts by score. A risk that happened keeps the day, and an issue
    is linked to it.
    """

    PREFIX = "RSK-"

    title = models.CharField(max_length=500)
    cause = models.TextField(blank=True, default="")
    effect = models.TextField(blank=True, default="")
    opened_on = models.DateField(null=True, blank=True)
    review_on = models.DateField(null=True, blank=True)
    happened_on = models.DateField(null=True, blank=True, editable=False)
    closed_on = models.DateField(null=True, blank=True)
    closed_reason = models.TextField(blank=True, default="")
    inherent_score = models.ForeignKey(
        "programme.RiskScore",
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    current_score = models.ForeignKey(
        "programme.RiskScore",
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    target_score = models.ForeignKey(
        "programme.RiskScore",
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )

    projects = models.ManyToManyField(
        Project, through="RiskProject", related_name="risks"
    )

    class Meta(OwnedRecord.Meta):
        constraints = (
            *OwnedRecord.Meta.constraints,
            need_words("closed_on", "closed_reason", "risk_closed_with_a_reason"),
            keep_order("opened_on", "closed_on", "risk_closed_after_it_opened"),
        )


class RiskProject(SourcedRow):
    """A project that a risk would hold up."""

    risk = models.ForeignKey(
        Risk, on_delete=models.CASCADE, related_name="project_links"
    )
    project = models.ForeignKey(
        Project, on_delete=models.PROTECT, related_name="risk_links"
    )

    class Meta(SourcedRow.Meta):
        constraints = (
            *SourcedRow.Meta.constraints,
            models.UniqueConstraint(
                fields=("risk", "project"), name="risk_project_stands_once"
            ),
        )
