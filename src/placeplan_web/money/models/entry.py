"""What a change wrote: one value of one cell, which stays as it was written."""

from django.db import models
from django.db.models import Q

from placeplan.reference import STATUSES
from placeplan_web.money.models.cell import CELL, Cell
from placeplan_web.money.models.change import LedgerChange
from placeplan_web.registers.models import OnlyAdded


class EntryTable(models.TextChoices):
    """Tables of the ledger whose cells people change."""

    VALUES = "ledger_values", "Income and cost"
    SAVINGS = "ledger_savings", "Savings"
    CONTROL_TOTALS = "control_totals", "Control totals"


class LedgerEntry(OnlyAdded):
    """A value that a cell got, in whole pence; the newest of a cell is what counts.

    Without `pence` the cell is empty from then on; without `previous` it was empty
    before.
    """

    change = models.ForeignKey(
        LedgerChange, on_delete=models.PROTECT, related_name="entries"
    )
    table = models.CharField(max_length=16, choices=EntryTable.choices)
    organisation = models.CharField(max_length=80)
    line = models.CharField(max_length=80, blank=True)
    month = models.DateField()
    basis = models.CharField(max_length=8, blank=True)
    recurrent = models.BooleanField(default=True)
    counterparty = models.CharField(max_length=80, blank=True)
    pence = models.BigIntegerField(null=True)
    previous = models.BigIntegerField(null=True)
    source = models.CharField(max_length=80, blank=True)
    status = models.CharField(max_length=12)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(
                condition=Q(table__in=EntryTable.values), name="ledger_table_is_known"
            ),
            models.UniqueConstraint(
                fields=("change", *CELL), name="ledger_change_writes_a_cell_once"
            ),
            models.CheckConstraint(
                condition=Q(status__in=STATUSES), name="ledger_status_is_known"
            ),
            models.CheckConstraint(
                condition=Q(pence__isnull=False) | Q(previous__isnull=False),
                name="ledger_entry_says_something",
            ),
        )

    def __str__(self) -> str:
        return f"{self.table} {self.organisation} {self.line} {self.month:%Y-%m}"

    @property
    def cell(self) -> Cell:
        return Cell.from_row(vars(self))


class LedgerTable(OnlyAdded):
    """A table that only a load writes, such as the lines: the newest is what counts."""

    change = models.ForeignKey(
        LedgerChange, on_delete=models.PROTECT, related_name="tables"
    )
    name = models.CharField(max_length=40)
    rows = models.JSONField()

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("change", "name"), name="ledger_change_has_each_table_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.name} of {self.change}"
