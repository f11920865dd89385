"""One loading of an example's governance."""

import uuid

from django.db import models


class GovernanceLoad(models.Model):
    """A folder that was loaded.

    `kept` holds the tables that become no records and that the checker needs: papers,
    their sections and references, and what is known to contradict itself.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    fingerprint = models.CharField(max_length=64)
    loaded_at = models.DateTimeField()
    kept = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering = ("-pk",)
