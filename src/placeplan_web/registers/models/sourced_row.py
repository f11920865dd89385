"""A plain row that names its source, without the versions of a record."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from placeplan_web.registers.models.record import RecordStatus


class SourcedRow(models.Model):
    """A row that hangs on a record; it too names its source and how firm it is."""

    source = models.CharField(max_length=80, blank=True, default="")
    status = models.CharField(
        max_length=12, choices=RecordStatus.choices, default=RecordStatus.RECORDED
    )

    class Meta:
        abstract = True
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            models.CheckConstraint(
                condition=Q(status__in=RecordStatus.values),
                name="%(class)s_status_is_known",
            ),
            models.CheckConstraint(
                condition=Q(status=RecordStatus.RECORDED) | ~Q(source=""),
                name="%(class)s_names_its_source",
            ),
        )
