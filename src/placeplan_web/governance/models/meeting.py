"""A meeting of a group: planned, called with notice, open, closed."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone

from placeplan_web.governance.models.base import TitledRecord
from placeplan_web.governance.models.group import Group, GroupPart
from placeplan_web.programme.models.invariant import keep_order, know_choice
from placeplan_web.registers.models import RecordStatus


class MeetingSeries(TitledRecord):
    """Meetings of a group that follow one another, such as each month."""

    PREFIX = "SER-"

    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="series")
    title = models.CharField(max_length=200)
    frequency = models.CharField(max_length=80, blank=True, default="")
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)

    class Meta(TitledRecord.Meta):
        verbose_name_plural = "meeting series"
        constraints = (
            *TitledRecord.Meta.constraints,
            keep_order("starts_on", "ends_on", "series_ends_after_it_starts"),
        )

    def __str__(self) -> str:
        return self.title


class MeetingState(models.TextChoices):
    PLANNED = "planned", "Planned"
    CALLED = "called", "Called"
    OPEN = "open", "Under way"
    CLOSED = "closed", "Over"
    CANCELLED = "cancelled", "Cancelled"


class NoticeState(models.TextChoices):
    """What ``placeplan.governance.notice`` found when the meeting was called."""

    ENOUGH = "enough", "Enough notice"
    URGENT = "urgent", "Short notice, for a reason that is minuted"
    NOT_STATED = "not_stated", "No notice is laid down"


class Meeting(TitledRecord):
    """A day on which a group meets. Its hours stay empty where no paper gives them.

    What is called here has the moment of its notice; a past meeting that was taken from
    a paper may lack it.
    """

    PREFIX = "MTG-"

    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="meetings")
    part = models.ForeignKey(
        GroupPart, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    series = models.ForeignKey(
        MeetingSeries,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="meetings",
    )
    held_on = models.DateField()
    starts_at = models.DateTimeField(null=True, blank=True)
    ends_at = models.DateTimeField(null=True, blank=True)
    place_words = models.CharField(max_length=300, blank=True, default="")
    state = models.CharField(
        max_length=9,
        choices=MeetingState.choices,
        default=MeetingState.PLANNED,
        editable=False,
    )
    notice_published_at = models.DateTimeField(null=True, blank=True, editable=False)
    notice_state = models.CharField(
        max_length=10,
        choices=NoticeState.choices,
        blank=True,
        default="",
        editable=False,
    )
    notice_days = models.PositiveSmallIntegerField(
        null=True, blank=True, editable=False
    )
    urgency_reason = models.TextField(blank=True, default="")
    opened_at = models.DateTimeField(null=True, blank=True, editable=False)
    closed_at = models.DateTimeField(null=True, blank=True, editable=False)
    cancelled_reason = models.TextField(blank=True, default="", editable=False)

    class Meta(TitledRecord.Meta):
        ordering = ("held_on", "starts_at", "pk")
        indexes = (
            models.Index(fields=("group", "held_on"), name="meeting_by_group_and_day"),
        )
        constraints = (
            *TitledRecord.Meta.constraints,
            know_choice("state", MeetingState, "meeting_state_is_known"),
            know_choice(
                "notice_state", NoticeState, "meeting_notice_is_known", empty=True
            ),
            keep_order("starts_at", "ends_at", "meeting_ends_after_it_starts"),
            keep_order("opened_at", "closed_at", "meeting_closes_after_it_opens"),
            models.CheckConstraint(
                condition=Q(state__in=("planned", "cancelled"))
                | ~Q(status=RecordStatus.RECORDED)
                | (Q(notice_published_at__isnull=False) & ~Q(notice_state="")),
                name="meeting_called_with_notice",
            ),
            models.CheckConstraint(
                condition=~Q(notice_state="urgent") | ~Q(urgency_reason=""),
                name="meeting_short_notice_says_why",
            ),
            models.CheckConstraint(
                condition=(Q(state="cancelled") & ~Q(cancelled_reason=""))
                | (~Q(state="cancelled") & Q(cancelled_reason="")),
                name="meeting_cancelled_with_a_reason",
            ),
            models.CheckConstraint(
                condition=~Q(state="open")
                | Q(opened_at__isnull=False, closed_at__isnull=True),
                name="meeting_open_since_a_moment",
            ),
        )

    def clean(self) -> None:
        """Hold the hours to the day."""
        if self.starts_at and timezone.localdate(self.starts_at) != self.held_on:
            raise ValidationError({"starts_at": "It starts on another day."})

    @property
    def is_over(self) -> bool:
        return self.state in (MeetingState.CLOSED, MeetingState.CANCELLED)
