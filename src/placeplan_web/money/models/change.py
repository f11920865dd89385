"""A change of a ledger: what was written together, by whom, when and why."""

from datetime import datetime
from typing import ClassVar

from django.db import models
from django.db.models import Q

from placeplan_web.money.models.book import LedgerBook
from placeplan_web.registers.models import AppendedRow


class ChangeKind(models.TextChoices):
    LOAD = "load", "Loaded from a plan folder"
    WORKBOOK = "workbook", "From a workbook"
    UNDO = "undo", "Taken back"


class LedgerChange(AppendedRow):
    """One change of a ledger; `number` counts them from 1 within the ledger.

    `fingerprint` is that of the files of a load, and of the workbook otherwise (empty
    for an undo).
    """

    book = models.ForeignKey(
        LedgerBook, on_delete=models.PROTECT, related_name="changes"
    )
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=8, choices=ChangeKind.choices)
    fingerprint = models.CharField(max_length=64, blank=True, default="")
    cells = models.PositiveIntegerField()
    undoes = models.OneToOneField(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="undone_by",
    )

    class Meta(AppendedRow.Meta):
        ordering: ClassVar[tuple[str, ...]] = ("-number",)
        constraints = (
            models.UniqueConstraint(
                fields=("book", "number"), name="ledger_change_has_its_number_alone"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=ChangeKind.values), name="ledger_change_is_known"
            ),
            models.CheckConstraint(
                condition=Q(kind=ChangeKind.UNDO, undoes__isnull=False)
                | (~Q(kind=ChangeKind.UNDO) & Q(undoes=None)),
                name="ledger_undo_names_what_it_undoes",
            ),
            models.CheckConstraint(
                condition=Q(number__gte=1), name="ledger_changes_count_from_one"
            ),
        )

    def __str__(self) -> str:
        return f"Change {self.number} of {self.book}"

    @property
    def loaded_at(self) -> datetime:
        """When it was made, as every load of a folder says it."""
        return self.at
