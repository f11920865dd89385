"""A step of the law on service change, and the evidence that it was taken."""

from django.db import models
from django.db.models import Q

from placeplan_web.programme.models.base import OwnedRecord
from placeplan_web.programme.models.invariant import know_choice
from placeplan_web.programme.models.project import Project


class GateState(models.TextChoices):
    OPEN = "open", "Open"
    MET = "met", "Met"
    NOT_NEEDED = "not_needed", "Not needed"


class ServiceChange(OwnedRecord):
    """A proposal to change services, and what the law asks of it depends on."""

    PREFIX = "SC-"

    title = models.CharField(max_length=300)
    project = models.ForeignKey(
        Project,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="service_changes",
    )
    is_substantial = models.BooleanField(default=False)
    beds_fall = models.BooleanField(default=False)
    is_urgent = models.BooleanField(default=False)
    consultation_began_on = models.DateField(null=True, blank=True)


class GateCheck(OwnedRecord):
    """A step that a proposal has to take before services change.

    `gate` is its id in the library's list, as the law stood on `law_as_at`.
    Met needs evidence; not needed needs a reason.
    """

    PREFIX = "GATE-"

    service_change = models.ForeignKey(
        ServiceChange, on_delete=models.PROTECT, related_name="gates"
    )
    gate = models.CharField(max_length=80)
    law_as_at = models.DateField()
    state = models.CharField(
        max_length=10, choices=GateState.choices, default=GateState.OPEN
    )
    decided_on = models.DateField(null=True, blank=True)
    evidence = models.TextField(blank=True, default="")
    not_needed_reason = models.TextField(blank=True, default="")

    class Meta(OwnedRecord.Meta):
        constraints = (
            *OwnedRecord.Meta.constraints,
            know_choice("state", GateState, "gatecheck_state_is_known"),
            models.UniqueConstraint(
                fields=("service_change", "gate"), name="gatecheck_once_a_change"
            ),
            models.CheckConstraint(
                condition=Q(state=GateState.OPEN, decided_on=None)
                | (Q(state=GateState.MET, decided_on__isnull=False) & ~Q(evidence=""))
                | (
                    Q(state=GateState.NOT_NEEDED, decided_on__isnull=False)
                    & ~Q(not_needed_reason="")
                ),
                name="gatecheck_says_why_it_is_closed",
            ),
        )
