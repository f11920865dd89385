"""Minutes of a meeting: drafted, corrected, agreed at a later one, then locked."""

from django.db import models
from django.db.models import F, Q

from placeplan_web.governance.models.base import TitledRecord
from placeplan_web.governance.models.meeting import Meeting
from placeplan_web.places.models import Post
from placeplan_web.programme.models.invariant import know_choice
from placeplan_web.registers.models import AppendedRow


class MinutesState(models.TextChoices):
    DRAFT = "draft", "Draft"
    AGREED = "agreed", "Agreed"


class Minutes(TitledRecord):
    """The minutes of one meeting, in Markdown. Agreed ones cannot change: a trigger."""

    PREFIX = "MIN-"

    meeting = models.OneToOneField(
        Meeting, on_delete=models.PROTECT, related_name="minutes"
    )
    text = models.TextField()
    state = models.CharField(
        max_length=6,
        choices=MinutesState.choices,
        default=MinutesState.DRAFT,
        editable=False,
    )
    agreed_at_meeting = models.ForeignKey(
        Meeting,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        editable=False,
    )
    agreed_on = models.DateField(null=True, blank=True, editable=False)
    text_hash = models.CharField(max_length=64, blank=True, default="", editable=False)

    class Meta(TitledRecord.Meta):
        verbose_name_plural = "minutes"
        constraints = (
            *TitledRecord.Meta.constraints,
            know_choice("state", MinutesState, "minutes_state_is_known"),
            models.CheckConstraint(
                condition=Q(
                    state="draft",
                    agreed_on__isnull=True,
                    agreed_at_meeting__isnull=True,
                    text_hash="",
                )
                | Q(
                    state="agreed",
                    agreed_on__isnull=False,
                    agreed_at_meeting__isnull=False,
                    text_hash__regex=r"^[0-9a-f]{64}$",
                ),
                name="minutes_agreed_whole_or_not",
            ),
            models.CheckConstraint(
                condition=Q(agreed_at_meeting__isnull=True)
                | ~Q(agreed_at_meeting=F("meeting")),
                name="minutes_agreed_at_another_meeting",
            ),
        )


class MinutesCorrection(AppendedRow):
    """A correction that was asked for; `reason` is what is to change, and why."""

    minutes = models.ForeignKey(
        Minutes, on_delete=models.PROTECT, related_name="corrections"
    )
    post = models.ForeignKey(
        Post, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta(AppendedRow.Meta):
        constraints = (
            models.CheckConstraint(
                condition=~Q(reason=""), name="minutescorrection_says_what"
            ),
        )
