"""Something that has happened and stands in the way."""

from django.db import models
from django.db.models import Q

from placeplan_web.programme.models.base import OwnedRecord
from placeplan_web.programme.models.invariant import keep_order, need_words
from placeplan_web.programme.models.project import Project
from placeplan_web.programme.models.risk import Risk


class Issue(OwnedRecord):
    """An issue; where it was a risk, the risk stays and is linked."""

    PREFIX = "ISS-"

    title = models.CharField(max_length=500)
    effect = models.TextField(blank=True, default="")
    project = models.ForeignKey(
        Project, null=True, blank=True, on_delete=models.PROTECT, related_name="issues"
    )
    risk = models.ForeignKey(
        Risk, null=True, blank=True, on_delete=models.PROTECT, related_name="issues"
    )
    raised_on = models.DateField()
    due_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    closed_reason = models.TextField(blank=True, default="")

    class Meta(OwnedRecord.Meta):
        constraints = (
            *OwnedRecord.Meta.constraints,
            need_words("closed_on", "closed_reason", "issue_closed_with_a_reason"),
            keep_order("raised_on", "closed_on", "issue_closed_after_it_was_raised"),
            models.UniqueConstraint(
                fields=("risk",),
                condition=Q(closed_on__isnull=True, withdrawn_at__isnull=True),
                name="risk_has_one_open_issue",
            ),
        )
