"""Which ledger this site keeps, and what changed in it."""

from datetime import date
from typing import NamedTuple

from django.db.models import QuerySet

from placeplan_web.money.models import ChangeKind, LedgerBook, LedgerChange


def find_book() -> LedgerBook | None:
    """Find the ledger of this site: the one that was opened first."""
    return LedgerBook.objects.first()


class Newest(NamedTuple):
    """Which ledger, and its newest change: nothing differs while both are the same.

    `change` is empty and `number` 0 before the first.
    """

    book: int
    number: int
    change: str


def find_newest(book: LedgerBook) -> Newest:
    """Find the newest change of a ledger, with one small question."""
    newest = book.changes.order_by("-number").values_list("number", "public_id").first()
    number, change = newest or (0, "")
    return Newest(book.pk, number, str(change))


def find_load() -> LedgerChange | None:
    """Find the newest change that a plan folder made."""
    return LedgerChange.objects.filter(kind=ChangeKind.LOAD).order_by("-pk").first()


def list_changes(book: LedgerBook, as_at: date | None = None) -> QuerySet[LedgerChange]:
    """List the changes of a ledger, or those made by the end of a day, newest first."""
    found = book.changes.select_related("undoes", "undone_by")
    return found if as_at is None else found.filter(at__date__lte=as_at)


def index_changes() -> dict[int, str]:
    """Give the id of each change of the ledger of this site by its number."""
    rows = LedgerChange.objects.filter(book=find_book())
    return {
        number: str(public_id)
        for number, public_id in rows.values_list("number", "public_id")
    }
