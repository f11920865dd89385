"""One line of the record of who did what. Rows are added and never changed."""

import json
from typing import Any

from django.db import models


class AuditEntry(models.Model):
    """Who (`by`) did what (`verb`) to which record (`kind`, `identifier`), and when.

    No foreign keys: an entry outlives what it tells of. It holds ids that say nothing
    about a person, and no text that somebody typed. `digest` covers every field and the
    digest of the entry before (see ``chain.py``), so that one changed byte shows.
    `changes` is JSON kept as text, because a database may write JSON anew in its own
    way. Triggers in the database refuse every change (see ``triggers.py``).
    """

    sequence = models.PositiveBigIntegerField(primary_key=True)
    at = models.DateTimeField()
    by = models.CharField(max_length=120)
    verb = models.CharField(max_length=40)
    kind = models.CharField(max_length=120)
    identifier = models.CharField(max_length=120)
    changes = models.TextField()
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering = ["sequence"]
        verbose_name_plural = "audit entries"
        indexes = [models.Index(fields=["kind", "identifier"], name="audit_record")]

    def __str__(self) -> str:
        return f"{self.sequence}: {self.verb} {self.kind} {self.identifier}"

    def read_changes(self) -> dict[str, Any]:
        """Give what was changed: field to value, or to the values before and after."""
        changes: dict[str, Any] = json.loads(self.changes)
        return changes
