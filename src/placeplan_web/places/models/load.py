"""One loading of the registry of a plan folder."""

import uuid

from django.db import models


class RegistryLoad(models.Model):
    """One loading of a plan folder's registry; the newest is what the pages show."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    fingerprint = models.CharField(max_length=64)
    loaded_at = models.DateTimeField()

    class Meta:
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"{self.loaded_at:%Y-%m-%d %H:%M}"
