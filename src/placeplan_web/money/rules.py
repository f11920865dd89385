"""Who may do what with a ledger: by the organisation that somebody works for.

Everybody reads it. Staff, and people of the system organisation, change all of it;
people of a member of the system change what is their own organisation's.
"""

from collections.abc import Mapping
from enum import Enum
from typing import Any, Final

from rules.permissions import add_perm
from rules.predicates import Predicate, predicate

from placeplan_web.accounts.models import User
from placeplan_web.money.models import (
    ChangeKind,
    EntryTable,
    LedgerBook,
    LedgerChange,
    LedgerEntry,
)


class Part(Enum):
    """What somebody is to a part of a ledger."""

    STAFF = "staff"
    SYSTEM = "of the organisation that keeps the whole ledger"
    OWN = "of the organisation whose cells they are"


MAY: Final[Mapping[str, tuple[Part, ...]]] = {
    "change_cells": (Part.STAFF, Part.SYSTEM, Part.OWN),
    "change_control_totals": (Part.STAFF, Part.SYSTEM),
    "send_workbook": (Part.STAFF, Part.SYSTEM, Part.OWN),
}
"""What is done, and who may."""


def list_parts(user: Any, book: LedgerBook, organisations: frozenset[str]) -> set[Part]:
    """Give what somebody is to cells of these organisations, all of them together."""
    if not isinstance(user, User) or not user.is_active:
        return set()
    mine = user.organisation
    parts = {
        Part.STAFF: user.is_staff,
        Part.SYSTEM: bool(mine) and mine == book.system,
        Part.OWN: bool(mine) and organisations == {mine},
    }
    return {part for part, holds in parts.items() if holds}


def may(user: Any, verb: str, book: LedgerBook, *organisations: str) -> bool:
    """Tell whether somebody may do that with cells of these organisations."""
    held = list_parts(user, book, frozenset(organisations))
    return not held.isdisjoint(MAY[verb])


def may_change(user: Any, book: LedgerBook, table: str, organisation: str) -> bool:
    """Tell whether somebody may change cells of a table of an organisation."""
    verb = (
        "change_control_totals"
        if table == EntryTable.CONTROL_TOTALS
        else "change_cells"
    )
    return may(user, verb, book, organisation)


def _list_own(user: Any, book: LedgerBook) -> tuple[str, ...]:
    """Give somebody's organisation, where it is a member of the system."""
    mine = getattr(user, "organisation", "")
    owned = LedgerEntry.objects.filter(change__book=book, organisation=mine)
    return (mine,) if mine and owned.exists() else ()


@predicate  # type: ignore[untyped-decorator] # rules has no types
def may_send(user: User, book: LedgerBook | None) -> bool:
    return book is not None and may(user, "send_workbook", book, *_list_own(user, book))


@predicate  # type: ignore[untyped-decorator] # rules has no types
def may_undo(user: User, change: LedgerChange | None) -> bool:
    """Tell whether all that a change wrote is theirs to change; a load is nobody's."""
    if change is None or change.kind == ChangeKind.LOAD:
        return False
    cells = change.entries.order_by().values_list("table", "organisation").distinct()
    return all(may_change(user, change.book, *each) for each in cells)


PERMISSIONS: Final[Mapping[str, Predicate]] = {
    "money.send_workbook": may_send,
    "money.undo_change": may_undo,
}
for name, rule in PERMISSIONS.items():
    add_perm(name, rule)  # type: ignore[no-untyped-call] # rules has no types
