"""A record of a register: reference, version, who changed it, and its history."""

import uuid
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, ClassVar, NoReturn, TypeVar

from django.core.validators import MinValueValidator, RegexValidator
from django.db import models
from django.db.models import Q

from placeplan_web.registers.condition import AskedInMemory
from placeplan_web.registers.models.history import SignedRecords
from placeplan_web.registers.models.reference_order import MOST_LETTERS, write_order

REFERENCE_DIGITS = 2
check_reference = RegexValidator(
    r"^[A-Z0-9][A-Z0-9-]{0,39}\Z",
    "Write a reference in capital letters, figures and hyphens, such as RSK-01.",
)


class RecordStatus(models.TextChoices):
    """How far a record can be trusted; what is entered here is ``recorded``."""

    PUBLISHED = "published", "Published"
    DERIVED = "derived", "Derived"
    CALIBRATED = "calibrated", "Calibrated"
    ILLUSTRATIVE = "illustrative", "Illustrative"
    RECORDED = "recorded", "Recorded here"


class UntracedWriteError(Exception):
    """A write that would leave no history, and is refused for that."""


T = TypeVar("T", bound=models.Model)


class RegisterQuerySet(models.QuerySet[T]):
    """Reads as any other; writes that pass the history by are refused."""

    def update(self, **values: Any) -> NoReturn:
        raise UntracedWriteError(
            "update() leaves no history: use registers.operations.save_record."
        )

    def bulk_update(self, *records: Any, **fields: Any) -> NoReturn:
        raise UntracedWriteError(
            "bulk_update() leaves no history: use registers.operations.save_records."
        )

    def bulk_create(self, objs: Iterable[T], *more: Any, **named: Any) -> list[T]:
        records: list[Any] = list(objs)
        for record in records:
            record.order_reference()
        return super().bulk_create(records, *more, **named)

    def delete(self) -> NoReturn:
        raise UntracedWriteError(
            "Records are never deleted: use registers.operations.withdraw_record."
        )


class RegisterManager(models.Manager[T]):
    """Gives the query set that refuses what leaves no history."""

    def get_queryset(self) -> RegisterQuerySet[T]:
        return RegisterQuerySet(self.model, using=self._db)


class RegisterRecord(AskedInMemory):
    """What any chapter's register holds.

    `version` is 1 when a record is made and grows by one at each write, so that whoever
    edits an older one is told. `changed_by` is a ``User.public_id`` or a part of the
    system, as the audit has it. `source` is the id of a source and `paragraph` the
    place in it, for what was taken from a paper. Lists are sorted by `reference_order`.
    """

    PREFIX: ClassVar[str] = ""  # of references that are given out, such as RSK-

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    reference = models.CharField(max_length=40, validators=[check_reference])
    reference_order = models.CharField(
        max_length=MOST_LETTERS, blank=True, default="", editable=False
    )
    version = models.PositiveIntegerField(
        default=1, editable=False, validators=[MinValueValidator(1)]
    )
    changed_at = models.DateTimeField(editable=False)
    changed_by = models.CharField(max_length=120, editable=False)
    withdrawn_at = models.DateTimeField(null=True, blank=True, editable=False)
    withdrawn_reason = models.TextField(blank=True, default="", editable=False)
    source = models.CharField(max_length=80, blank=True, default="")
    paragraph = models.CharField(max_length=300, blank=True, default="")
    status = models.CharField(
        max_length=12, choices=RecordStatus.choices, default=RecordStatus.RECORDED
    )

    objects: ClassVar[RegisterManager[Any]] = RegisterManager()
    history = SignedRecords(
        inherit=True, history_change_reason_field=models.TextField(null=True)
    )

    class Meta:
        abstract = True
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            models.CheckConstraint(
                condition=Q(version__gte=1), name="%(class)s_versions_begin_at_one"
            ),
            models.CheckConstraint(
                condition=Q(status__in=RecordStatus.values),
                name="%(class)s_status_is_known",
            ),
            models.CheckConstraint(
                condition=Q(status=RecordStatus.RECORDED) | ~Q(source=""),
                name="%(class)s_names_its_source",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True, withdrawn_reason="")
                | (Q(withdrawn_at__isnull=False) & ~Q(withdrawn_reason="")),
                name="%(class)s_withdrawn_with_a_reason",
            ),
        )

    def __str__(self) -> str:
        return self.reference

    def save(self, *more: Any, **named: Any) -> None:
        self.order_reference()
        super().save(*more, **named)

    def order_reference(self) -> None:
        """Keep what lists are sorted by in step with the reference."""
        self.reference_order = write_order(self.reference)

    @property
    def is_withdrawn(self) -> bool:
        return self.withdrawn_at is not None

    @property
    def _history_date(self) -> datetime:
        """The moment of a version, so that its history reads no clock."""
        return self.changed_at

    def list_neighbours(self) -> Mapping[str, Any]:
        """Give the fields within which references differ, such as the programme."""
        return {}
