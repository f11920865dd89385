"""A file that somebody imports: from its differences to its end."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q

MOST_ATTEMPTS = 3


class ImportState(models.TextChoices):
    CHECKED = "checked", "Waiting for you"
    QUEUED = "queued", "Waiting"
    RUNNING = "running", "Running"
    FINISHED = "finished", "Finished"
    FAILED = "failed", "Failed"
    DROPPED = "dropped", "Dropped"


UNDER_WAY = (ImportState.QUEUED, ImportState.RUNNING)
OVER = (ImportState.FINISHED, ImportState.FAILED, ImportState.DROPPED)
_BEATS = Q(state__in=UNDER_WAY, heartbeat_at__isnull=False)


class RegisterImport(models.Model):
    """A file, and what it would do to the register of a scope, as it was shown.

    `content` is emptied once the import is over. `shown` holds the differences in
    words, and `digest` tells them from those that the file would make later.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    room = models.CharField(max_length=40)
    scope = models.CharField(max_length=80)
    register = models.CharField(max_length=40)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    file_name = models.CharField(max_length=200)
    content = models.BinaryField()
    shown = models.JSONField(default=list)
    counts = models.JSONField(default=dict)
    digest = models.CharField(max_length=64)
    state = models.CharField(
        max_length=8, choices=ImportState.choices, default=ImportState.CHECKED
    )
    added_at = models.DateTimeField()
    heartbeat_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    attempt = models.PositiveSmallIntegerField(default=0)
    attempts_left = models.PositiveSmallIntegerField(default=MOST_ATTEMPTS)
    step = models.CharField(max_length=80, blank=True, default="")
    steps_done = models.PositiveIntegerField(default=0)
    steps_total = models.PositiveIntegerField(default=0)
    reason = models.TextField(blank=True, default="")

    class Meta:
        ordering = ("-added_at", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(state__in=ImportState.values), name="import_state_is_known"
            ),
            models.CheckConstraint(
                condition=_BEATS | (~Q(state__in=UNDER_WAY) & Q(heartbeat_at=None)),
                name="import_beats_while_under_way",
            ),
            models.CheckConstraint(
                condition=Q(state__in=OVER, ended_at__isnull=False)
                | (~Q(state__in=OVER) & Q(ended_at=None)),
                name="import_over_has_its_end",
            ),
        )
        indexes = (models.Index(fields=("state", "heartbeat_at"), name="import_state"),)

    def __str__(self) -> str:
        return f"{self.file_name} into {self.register}"

    @property
    def is_under_way(self) -> bool:
        return self.state in UNDER_WAY

    @property
    def is_over(self) -> bool:
        return self.state in OVER
