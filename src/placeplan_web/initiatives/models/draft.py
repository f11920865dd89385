"""A draft of a plan's initiatives, and the plan folders that were made of it."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models

from placeplan_web.evidence.models import Dataset
from placeplan_web.registers.models import AppendedRow


class Draft(models.Model):
    """The initiatives of a plan folder, while people work on them.

    `dataset` is the newest plan folder that says what the draft said, so that whatever
    differs from it is what a new one would change. A draft of an example has no owner.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    slug = models.SlugField(max_length=80, unique=True)
    name = models.CharField(max_length=200)
    dataset = models.ForeignKey(Dataset, on_delete=models.PROTECT, related_name="+")
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    organisation = models.CharField(max_length=80, blank=True, default="")
    opened_at = models.DateTimeField()

    class Meta:
        ordering = ("name", "slug")

    def __str__(self) -> str:
        return self.name


class PlanVersion(AppendedRow):
    """A plan folder that was made of a draft, and the one that it came from."""

    draft = models.ForeignKey(Draft, on_delete=models.PROTECT, related_name="versions")
    dataset = models.OneToOneField(
        Dataset, on_delete=models.PROTECT, related_name="version_made"
    )
    came_from = models.ForeignKey(Dataset, on_delete=models.PROTECT, related_name="+")

    class Meta(AppendedRow.Meta):
        ordering: ClassVar[tuple[str, ...]] = ("-at", "-pk")

    def __str__(self) -> str:
        return f"{self.draft} of {self.at:%Y-%m-%d %H:%M}"
