"""Records of performance: what a plan folder's tables said when they were loaded.

The tables are checked whole by the library before they are stored, and never change
afterwards: a new load stands beside the old one, and the newest is what pages show.
"""

import uuid

from django.db import models

from placeplan.performance import TABLES

NAMES = [contract.name for contract in TABLES]


class PerformanceLoad(models.Model):
    """One loading of the performance tables of a plan folder."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    fingerprint = models.CharField(max_length=64)
    loaded_at = models.DateTimeField()

    class Meta:
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"{self.loaded_at:%Y-%m-%d %H:%M}"


class PerformanceTable(models.Model):
    """One table of a load: its rows in the order of its columns; days as text."""

    load = models.ForeignKey(
        PerformanceLoad, on_delete=models.CASCADE, related_name="tables"
    )
    name = models.CharField(max_length=40)
    rows = models.JSONField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("load", "name"), name="load_has_each_table_once"
            ),
            models.CheckConstraint(
                condition=models.Q(name__in=NAMES), name="performance_table_is_known"
            ),
        )

    def __str__(self) -> str:
        return self.name
