"""How a workbook that was sent reads: each cell that it changes, and who may."""

from collections.abc import Iterable
from typing import Any, Final

from placeplan_web.accounts.models import User
from placeplan_web.design.address import Address
from placeplan_web.design.words import write_count, write_moment
from placeplan_web.money.models import Cell, EntryTable, LedgerBook
from placeplan_web.money.presenters.choice import list_choices
from placeplan_web.money.queries.name import LedgerNames, write_exactly
from placeplan_web.money.queries.standing import Standing
from placeplan_web.money.rules import may_change
from placeplan_web.registers.models import RegisterImport

CELL_HEAD: Final = (
    "Cell",
    {"text": "Is", "numeric": True},
    {"text": "Would be", "numeric": True},
    "Who may change it",
)
WAITING_HEAD: Final = ("Workbook", "Sent", {"text": "Cells", "numeric": True})
STATES: Final = {
    "checked": "Nothing is written yet. Look at what would change.",
    "finished": "It was applied, all of it.",
    "dropped": "It was dropped. Nothing was written.",
}
YOU: Final = "you"
SYSTEM_ALONE: Final = "people of the system, or staff"

Shown = tuple[Cell, int | None, int | None]


def list_year_choices(standing: Standing) -> list[dict[str, Any]]:
    """Give the choices of a workbook: whose, of which year, to which month."""
    members = standing.ledger.members
    named = {each: standing.names.name_organisation(each) for each in members}
    choices = list_choices(standing, named)
    return [choice for choice in choices if choice["name"] != "method"]


def list_rows(
    shown: Iterable[Shown], user: User, book: LedgerBook, names: LedgerNames
) -> list[list[Any]]:
    """Give a row for each cell, with what it is, would be, and who may change it."""
    return [
        [
            names.name_cell(cell),
            write_exactly(old),
            write_exactly(new),
            say_who(cell, user, book, names),
        ]
        for cell, old, new in shown
    ]


def say_who(cell: Cell, user: User, book: LedgerBook, names: LedgerNames) -> str:
    """Say who may change a cell: the reader, or who else."""
    if may_change(user, book, cell.table, cell.organisation):
        return YOU
    if cell.table == EntryTable.CONTROL_TOTALS:
        return SYSTEM_ALONE
    whose = names.name_organisation(cell.organisation)
    return f"people of {whose} or of the system, or staff"


def count_others(shown: Iterable[Shown], user: User, book: LedgerBook) -> int:
    """Count the cells that the reader may not change."""
    may = {
        part: may_change(user, book, *part)
        for part in {(cell.table, cell.organisation) for cell, _, _ in shown}
    }
    return sum(not may[cell.table, cell.organisation] for cell, _, _ in shown)


def say_finding(row: RegisterImport) -> str:
    """Say how many cells a workbook changes, and what became of it."""
    many = row.counts.get("cells", 0)
    words = write_count(many, "cell")
    if row.state != "checked":
        return f"{words}. {STATES.get(row.state, '')}"
    verb = "differs" if many == 1 else "differ"
    return f"{words} {verb} from the ledger. {STATES[row.state]}"


def list_waiting(rows: Iterable[RegisterImport], address: Address) -> list[list[Any]]:
    """Give a row for each workbook that waits to be applied or dropped."""
    return [
        [
            {
                "text": row.file_name,
                "href": address.link("money:workbook-sent", public_id=row.public_id),
            },
            write_moment(row.added_at),
            f"{row.counts.get('cells', 0):,}",
        ]
        for row in rows
    ]
