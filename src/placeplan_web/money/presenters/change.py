"""How the history of a ledger reads."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

import polars as pl

from placeplan.money.pence import to_pounds_column
from placeplan_web.design.address import Address
from placeplan_web.design.words import write_moment
from placeplan_web.money.models import LedgerChange, LedgerEntry
from placeplan_web.money.queries.name import LedgerNames, write_exactly

CHANGE_HEAD: Final = (
    "Change",
    "What",
    "When",
    "Who",
    {"text": "Cells", "numeric": True},
    "Why",
)
CELL_HEAD: Final = (
    "Cell",
    {"text": "Was", "numeric": True},
    {"text": "Is", "numeric": True},
    "Status",
)


def list_change_rows(
    changes: Iterable[LedgerChange], authors: Mapping[str, str], address: Address
) -> list[list[Any]]:
    """Give a row for each change, with who made it as the reader may know them."""
    return [
        [
            {"text": f"Change {change.number}", "href": link_change(change, address)},
            say_what(change),
            write_moment(change.at),
            authors[change.by],
            f"{change.cells:,}",
            change.reason,
        ]
        for change in changes
    ]


def say_what(change: LedgerChange) -> str:
    """Say of which kind a change is, and what became of it."""
    words = str(change.get_kind_display())
    if change.undoes:
        words += f": change {change.undoes.number}"
    undone = getattr(change, "undone_by", None)
    return f"{words}; taken back by change {undone.number}" if undone else words


def link_change(change: LedgerChange, address: Address) -> str:
    return address.link("money:change", public_id=change.public_id)


def list_cell_rows(
    entries: Iterable[LedgerEntry], names: LedgerNames
) -> list[list[Any]]:
    """Give a row for each cell that a change wrote."""
    return [
        [
            names.name_cell(entry.cell),
            write_exactly(entry.previous),
            write_exactly(entry.pence),
            {"text": "", "status": entry.status},
        ]
        for entry in entries
    ]


def make_cell_table(entries: Iterable[LedgerEntry], names: LedgerNames) -> pl.DataFrame:
    """Make the table of all cells of a change for a file, in pounds."""
    rows = [
        (
            names.name_cell(each.cell),
            each.previous,
            each.pence,
            each.source,
            each.status,
        )
        for each in entries
    ]
    schema = {
        "cell": pl.String,
        "was": pl.Int64,
        "is": pl.Int64,
        "source": pl.String,
        "status": pl.String,
    }
    table = pl.DataFrame(rows, schema=schema, orient="row")
    return table.select(
        "cell",
        to_pounds_column("was").alias("was_pounds"),
        to_pounds_column("is").alias("is_pounds"),
        "source",
        "status",
    )
