"""What records of the registry rest on, and how far each can be trusted."""

from typing import ClassVar

from django.db import models
from django.db.models import Q


class Evidence(models.TextChoices):
    """How far a record can be trusted, the firmest first."""

    PUBLISHED = "published", "Published"
    DERIVED = "derived", "Derived"
    CALIBRATED = "calibrated", "Calibrated"
    ILLUSTRATIVE = "illustrative", "Illustrative"


class Source(models.Model):
    """A paper or file on which records rest."""

    slug = models.CharField(max_length=80, unique=True)
    title = models.CharField(max_length=500)
    publisher = models.CharField(max_length=500)
    dated = models.DateField()
    licence = models.CharField(max_length=500)
    status = models.CharField(max_length=12, choices=Evidence.choices)
    grade = models.CharField(max_length=1)
    note = models.TextField(blank=True, default="")

    class Meta:
        ordering = ("slug",)
        constraints = (
            models.CheckConstraint(
                condition=Q(status__in=Evidence.values), name="source_status_is_known"
            ),
        )

    def __str__(self) -> str:
        return self.title


class Sourced(models.Model):
    """What names its source and says how far it can be trusted."""

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="+")
    evidence = models.CharField(max_length=12, choices=Evidence.choices)

    class Meta:
        abstract = True
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            models.CheckConstraint(
                condition=Q(evidence__in=Evidence.values),
                name="%(class)s_evidence_is_known",
            ),
        )
