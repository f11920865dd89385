"""One line of the record of who did what. Rows are added and never changed."""

from django.db import models


class AuditEntry(models.Model):
    """Who (`by`) did what (`verb`) to which record (`kind`, `identifier`), and when.

    No foreign keys: an entry outlives what it tells of. It holds ids that say nothing
    about a person, and no text that somebody typed. `digest` covers every field and the
    digest of the entry before, so that one changed byte shows (see ``chain.py``).
    Triggers in the database refuse every change.
    """

    sequence = models.PositiveBigIntegerField(primary_key=True)
    at = models.DateTimeField()
    by = models.CharField(max_length=80)
    verb = models.CharField(max_length=40)
    kind = models.CharField(max_length=80)
    identifier = models.CharField(max_length=120)
    changes = models.JSONField()
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering = ["sequence"]
        indexes = [models.Index(fields=["kind", "identifier"], name="audit_record")]

    def __str__(self) -> str:
        return f"{self.sequence}: {self.verb} {self.kind} {self.identifier}"
