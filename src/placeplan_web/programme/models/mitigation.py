"""What is done about a risk, tied to a milestone, so that its effect can be seen."""

from django.db import models

from placeplan_web.programme.models.base import OwnedRecord
from placeplan_web.programme.models.milestone import Milestone
from placeplan_web.programme.models.risk import Risk


class Mitigation(OwnedRecord):
    """Finished when its milestone is, or on a day of its own where it has none."""

    PREFIX = "MIT-"

    risk = models.ForeignKey(Risk, on_delete=models.PROTECT, related_name="mitigations")
    title = models.CharField(max_length=500)
    milestone = models.ForeignKey(
        Milestone,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="mitigations",
    )
    due_on = models.DateField(null=True, blank=True)
    finished_on = models.DateField(null=True, blank=True)

    class Meta(OwnedRecord.Meta):
        constraints = (
            *OwnedRecord.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(milestone__isnull=True)
                | models.Q(due_on__isnull=True, finished_on__isnull=True),
                name="mitigation_takes_days_from_its_milestone",
            ),
        )
