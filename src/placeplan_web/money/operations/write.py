"""The one way in which anything gets into a ledger."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any, Final

from placeplan_web.money.models import (
    Cell,
    LedgerBook,
    LedgerChange,
    LedgerEntry,
    LedgerTable,
)
from placeplan_web.money.queries.book import find_newest

ROWS_AT_ONCE: Final = 2_000


@dataclass(frozen=True, slots=True)
class Writing:
    """What a cell gets: its value in pence, the one before, and where it is from."""

    cell: Cell
    pence: int | None
    previous: int | None
    source: str
    status: str


@dataclass(frozen=True, slots=True)
class Trace:
    """Who writes, when, and of which kind the change is."""

    by: str
    at: datetime
    kind: str
    reason: str = ""
    fingerprint: str = ""
    undoes: LedgerChange | None = None
    tables: Mapping[str, Sequence[Sequence[Any]]] = field(default_factory=dict)


def lock_book(book: LedgerBook) -> LedgerBook:
    """Let one writer at a time change a ledger, until its transaction ends."""
    return LedgerBook.objects.select_for_update().get(pk=book.pk)


def write_change(
    book: LedgerBook, writings: Iterable[Writing], trace: Trace
) -> LedgerChange:
    """Write a change with its entries, inside the transaction that holds the ledger."""
    rows = list(writings)
    change = LedgerChange.objects.create(
        book=book,
        number=find_newest(book).number + 1,
        kind=trace.kind,
        fingerprint=trace.fingerprint,
        cells=len(rows),
        undoes=trace.undoes,
        by=trace.by,
        at=trace.at,
        reason=trace.reason.strip(),
    )
    LedgerEntry.objects.bulk_create(
        (_make_entry(change, row) for row in rows), batch_size=ROWS_AT_ONCE
    )
    LedgerTable.objects.bulk_create(
        LedgerTable(change=change, name=name, rows=[list(row) for row in kept])
        for name, kept in trace.tables.items()
    )
    return change


def _make_entry(change: LedgerChange, row: Writing) -> LedgerEntry:
    return LedgerEntry(
        change=change,
        **asdict(row.cell),
        pence=row.pence,
        previous=row.previous,
        source=row.source,
        status=row.status,
    )
