"""The forward plan: what is to be decided, by whom and when, key decisions marked."""

from django.db import models
from django.db.models import Q

from placeplan_web.governance.models.base import TitledRecord
from placeplan_web.governance.models.group import Group
from placeplan_web.governance.models.item import AgendaItem
from placeplan_web.programme.models.invariant import keep_order, keep_pair


class ForwardPlanEntry(TitledRecord):
    """A matter that a group expects to take, and when the public was told."""

    PREFIX = "FP-"

    group = models.ForeignKey(
        Group, on_delete=models.PROTECT, related_name="forward_plan"
    )
    title = models.CharField(max_length=300)
    subject = models.CharField(max_length=200, blank=True, default="")
    is_key_decision = models.BooleanField(default=False)
    due_starts_on = models.DateField(null=True, blank=True)
    due_ends_on = models.DateField(null=True, blank=True)
    published_on = models.DateField(null=True, blank=True)
    exception_reason = models.TextField(blank=True, default="")
    is_private = models.BooleanField(default=False)
    private_reason = models.TextField(blank=True, default="")
    consultees = models.TextField(blank=True, default="")
    documents = models.TextField(blank=True, default="")
    item = models.ForeignKey(
        AgendaItem,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="forward_plan",
    )

    class Meta(TitledRecord.Meta):
        ordering = ("due_starts_on", "reference", "pk")
        verbose_name_plural = "forward plan entries"
        constraints = (
            *TitledRecord.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(title=""), name="forwardplan_has_a_title"
            ),
            keep_pair("due_starts_on", "due_ends_on", "forwardplan_due_has_both_ends"),
            keep_order("due_starts_on", "due_ends_on", "forwardplan_due_in_order"),
            models.CheckConstraint(
                condition=Q(is_private=False, private_reason="")
                | (Q(is_private=True) & ~Q(private_reason="")),
                name="forwardplan_private_for_a_reason",
            ),
        )
