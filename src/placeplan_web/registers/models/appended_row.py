"""A row that is added and stays as it was."""

import uuid
from typing import ClassVar

from django.db import models

from placeplan_web.registers.condition import AskedInMemory


class OnlyAdded(AskedInMemory):
    """A row that is added and never changed or removed: triggers hold that."""

    class Meta:
        abstract = True


class AppendedRow(OnlyAdded):
    """A row that is added, with who added it.

    `by` is a ``User.public_id`` or a part of the system; `reason` is why it was added.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    by = models.CharField(max_length=120)
    at = models.DateTimeField()
    reason = models.TextField(blank=True, default="")

    class Meta:
        abstract = True
        ordering: ClassVar[tuple[str, ...]] = ("at", "pk")
