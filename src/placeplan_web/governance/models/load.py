"""One loading of an example's governance."""

import uuid

from django.db import models


class GovernanceLoad(models.Model):
    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    fingerprint = models.CharField(max_length=64)
    loaded_at = models.DateTimeField()

    class Meta:
        ordering = ("-pk",)
