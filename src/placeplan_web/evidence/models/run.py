"""Records of plan folders and of their runs; the folders themselves are files."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q


class Dataset(models.Model):
    """A plan folder that was checked and stored, and never changes again."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    plan = models.CharField(max_length=60)
    title = models.CharField(max_length=200)
    folder = models.CharField(max_length=120, unique=True)
    fingerprint = models.CharField(max_length=64)
    is_example = models.BooleanField(default=False)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="datasets",
    )
    organisation = models.CharField(max_length=80, blank=True, default="")
    added_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_reason = models.CharField(max_length=500, blank=True, default="")

    class Meta:
        ordering = ("-added_at", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(owner__isnull=False, is_example=False)
                | Q(owner__isnull=True, is_example=True),
                name="dataset_is_an_example_or_has_an_owner",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True, withdrawn_reason="")
                | (Q(withdrawn_at__isnull=False) & ~Q(withdrawn_reason="")),
                name="dataset_withdrawn_with_reason",
            ),
        )

    def __str__(self) -> str:
        return self.title


class RunState(models.TextChoices):
    """Where a run stands. Only a finished one has results."""

    QUEUED = "queued", "Waiting for a worker"
    RUNNING = "running", "Running"
    FINISHED = "finished", "Finished"
    FAILED = "failed", "Stopped by a fault"
    CANCELLED = "cancelled", "Cancelled"


UNDER_WAY = (RunState.QUEUED, RunState.RUNNING)
MOST_ATTEMPTS = 3
"""As often a run is taken up again when its worker falls silent."""
_UNDER_WAY = Q(state__in=UNDER_WAY)
_NEVER_BEGUN = Q(state__in=(RunState.QUEUED, RunState.CANCELLED))
_FINISHED = Q(state=RunState.FINISHED)


class Run(models.Model):
    """One computation of a plan folder, from the request to its release.

    `attempt` counts every attempt of a worker and only ever grows, so that no two share
    a number; `attempts_left` counts down to the moment at which the run is given up,
    and `times_asked` counts its owner's requests.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    dataset = models.ForeignKey(Dataset, on_delete=models.PROTECT, related_name="runs")
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="runs",
    )
    organisation = models.CharField(max_length=80, blank=True, default="")
    state = models.CharField(
        max_length=10, choices=RunState.choices, default=RunState.QUEUED
    )
    requested_at = models.DateTimeField()
    times_asked = models.PositiveSmallIntegerField(default=1)
    started_at = models.DateTimeField(null=True)
    heartbeat_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    attempt = models.PositiveSmallIntegerField(default=0)
    attempts_left = models.PositiveSmallIntegerField(default=MOST_ATTEMPTS)
    step = models.CharField(max_length=80, blank=True, default="")
    steps_done = models.PositiveSmallIntegerField(default=0)
    steps_total = models.PositiveSmallIntegerField(default=0)
    cancel_requested_at = models.DateTimeField(null=True)
    reason = models.TextField(blank=True, default="")
    version = models.CharField(max_length=40, blank=True, default="")
    seed = models.CharField(max_length=39, null=True)  # of 128 bits, in figures
    folder = models.CharField(max_length=120, blank=True, default="")
    results_sha256 = models.CharField(max_length=64, blank=True, default="")
    released_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-requested_at", "-pk")
        constraints = (
            models.UniqueConstraint(
                fields=("owner",),
                condition=_UNDER_WAY,
                name="one_run_at_a_time_for_each_user",
            ),
            models.UniqueConstraint(
                fields=("folder",),
                condition=~Q(folder=""),
                name="no_two_runs_share_results",
            ),
            models.CheckConstraint(
                condition=Q(state__in=RunState.values), name="run_state_is_known"
            ),
            models.CheckConstraint(
                condition=_UNDER_WAY & Q(heartbeat_at__isnull=False, ended_at=None)
                | ~_UNDER_WAY & Q(heartbeat_at=None, ended_at__isnull=False),
                name="run_beats_until_it_has_ended",
            ),
            models.CheckConstraint(
                condition=_NEVER_BEGUN | Q(started_at__isnull=False, attempt__gte=1),
                name="run_is_begun_by_an_attempt",
            ),
            models.CheckConstraint(
                condition=_FINISHED
                & Q(seed__isnull=False)
                & ~Q(version="")
                & ~Q(folder="")
                & ~Q(results_sha256="")
                | ~_FINISHED & Q(folder="", results_sha256=""),
                name="results_belong_to_finished_runs_alone",
            ),
            models.CheckConstraint(
                condition=Q(state=RunState.FAILED) & ~Q(reason="")
                | ~Q(state=RunState.FAILED) & Q(reason=""),
                name="failed_runs_alone_say_why",
            ),
            models.CheckConstraint(
                condition=Q(released_at=None)
                | _FINISHED & Q(released_at__gte=F("ended_at")),
                name="only_finished_runs_are_released",
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None) | Q(ended_at__gte=F("requested_at")),
                name="run_ends_after_its_request",
            ),
            models.CheckConstraint(
                condition=Q(steps_done__lte=F("steps_total")),
                name="no_more_steps_done_than_there_are",
            ),
        )
        indexes = (models.Index(fields=("state", "heartbeat_at"), name="run_state"),)

    def __str__(self) -> str:
        return f"{self.dataset} · {self.requested_at:%Y-%m-%d %H:%M}"

    @property
    def is_under_way(self) -> bool:
        return self.state in UNDER_WAY

    @property
    def is_finished(self) -> bool:
        return self.state == RunState.FINISHED
