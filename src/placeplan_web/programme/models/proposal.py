"""What the machine proposes and a person decides, once and with a reason."""

import uuid
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from django.db import models
from django.db.models import F, Q

from placeplan_web.programme.models.invariant import know_choice


class ProposalState(models.TextChoices):
    OPEN = "open", "Waiting for a decision"
    TAKEN = "taken", "Taken"
    REFUSED = "refused", "Refused"


class Proposal(models.Model):
    """A proposal: open, or decided by somebody on a day and for a reason."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    made_at = models.DateTimeField()
    state = models.CharField(
        max_length=7, choices=ProposalState.choices, default=ProposalState.OPEN
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.CharField(max_length=120, blank=True, default="")
    decided_reason = models.TextField(blank=True, default="")

    class Meta:
        abstract = True
        ordering: ClassVar[tuple[str, ...]] = ("made_at", "pk")
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            know_choice("state", ProposalState, "%(class)s_state_is_known"),
            models.CheckConstraint(
                condition=Q(
                    state=ProposalState.OPEN,
                    decided_at__isnull=True,
                    decided_by="",
                    decided_reason="",
                )
                | (
                    ~Q(state=ProposalState.OPEN)
                    & Q(decided_at__gte=F("made_at"))
                    & ~Q(decided_by="")
                    & ~Q(decided_reason="")
                ),
                name="%(class)s_decision_is_whole",
            ),
        )

    def decide(
        self, state: ProposalState, *, by: UUID | str, reason: str, at: datetime
    ) -> None:
        """Save what somebody decided."""
        self.state, self.decided_at = state, at
        self.decided_by, self.decided_reason = str(by), reason.strip()
        self.full_clean()
        self.save()
