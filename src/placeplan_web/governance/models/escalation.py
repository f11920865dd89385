"""A risk that crossed its threshold, laid before groups and told to organisations."""

from django.db import models
from django.db.models import F, Q

from placeplan_web.governance.models.base import TitledRecord
from placeplan_web.governance.models.body import Body
from placeplan_web.governance.models.group import Group
from placeplan_web.governance.models.item import AgendaItem
from placeplan_web.programme.models import Risk, ThresholdCrossing
from placeplan_web.registers.models import AppendedRow


class Escalation(TitledRecord):
    """One crossing before one group: on which agenda, and when it was discussed.

    An escalation that nobody discusses ages; one whose risk has fallen again, or that
    somebody narrowed away with a reason, is stood down.
    """

    PREFIX = "ESC-"

    crossing = models.ForeignKey(
        ThresholdCrossing, on_delete=models.PROTECT, related_name="escalations"
    )
    risk = models.ForeignKey(Risk, on_delete=models.PROTECT, related_name="escalations")
    group = models.ForeignKey(
        Group, on_delete=models.PROTECT, related_name="escalations"
    )
    raised_on = models.DateField()
    item = models.ForeignKey(
        AgendaItem,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="escalations",
    )
    discussed_on = models.DateField(null=True, blank=True)
    discussion = models.TextField(blank=True, default="")
    stood_down_on = models.DateField(null=True, blank=True)
    stood_down_reason = models.TextField(blank=True, default="")

    class Meta(TitledRecord.Meta):
        ordering = ("raised_on", "pk")
        constraints = (
            *TitledRecord.Meta.constraints,
            models.UniqueConstraint(
                fields=("crossing", "group"), name="escalation_reaches_a_group_once"
            ),
            models.CheckConstraint(
                condition=Q(discussed_on__isnull=True, discussion="")
                | (
                    Q(discussed_on__gte=F("raised_on"), item__isnull=False)
                    & ~Q(discussion="")
                ),
                name="escalation_discussed_on_an_item",
            ),
            models.CheckConstraint(
                condition=Q(stood_down_on__isnull=True, stood_down_reason="")
                | (Q(stood_down_on__gte=F("raised_on")) & ~Q(stood_down_reason="")),
                name="escalation_stood_down_with_a_reason",
            ),
        )

    @property
    def is_open(self) -> bool:
        return self.discussed_on is None and self.stood_down_on is None


class ToldBody(AppendedRow):
    """An organisation to which a group escalated a risk; `reason` says why."""

    escalation = models.ForeignKey(
        Escalation, on_delete=models.PROTECT, related_name="told"
    )
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")

    class Meta(AppendedRow.Meta):
        verbose_name = "word to an organisation"
        constraints = (
            models.UniqueConstraint(
                fields=("escalation", "body"), name="toldbody_is_told_once"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="toldbody_says_why"),
        )
