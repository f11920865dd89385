"""The ledger of the database in the frames of the library."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any, Final

import polars as pl

from placeplan.money.ledger.inputs import (
    CONTROL_TOTALS,
    LEDGER_SAVINGS,
    LEDGER_TABLES,
    LEDGER_VALUES,
)
from placeplan.money.pence import to_pounds_column
from placeplan.tables import TableContract
from placeplan_web.money.models import EntryTable, LedgerBook, LedgerTable
from placeplan_web.money.queries.book import Newest, find_newest
from placeplan_web.money.queries.cells import LEDGERS_KEPT, get_cells, list_newest

SCHEMES: Final = "ledger_schemes"
"""Table of a load with the name of each scheme: organisation, scheme, name."""
CELL_TABLES: Final = tuple(EntryTable.values)
WHOLE_TABLES: Final = tuple(
    contract for contract in LEDGER_TABLES if contract.name not in CELL_TABLES
)
"""Tables that only a load writes."""
OF_CHANGE: Final = "change-"
"""What stands where a source would, for a value that somebody entered here."""

Tables = Mapping[str, pl.DataFrame]


def get_ledger_tables(book: LedgerBook, as_at: date | None = None) -> Tables:
    """Get the frames of `LEDGER_TABLES`, as they stand or as known on a day."""
    return _make_tables(book, get_cells(book, as_at))


def get_tables_after(book: LedgerBook, number: int) -> Tables:
    """Get the frames as they stood once a change was made, under today's names."""
    cells = list_newest(book, before=number + 1)
    return _make_tables(book, cells.filter(pl.col("pence").is_not_null()))


def _make_tables(book: LedgerBook, cells: pl.DataFrame) -> Tables:
    whole = get_whole_tables(book)
    tables = {
        contract.name: _make_frame(contract, cells, whole[SCHEMES])
        for contract in (LEDGER_VALUES, LEDGER_SAVINGS, CONTROL_TOTALS)
    }
    together = {**whole, **tables}
    return {contract.name: together[contract.name] for contract in LEDGER_TABLES}


def get_whole_tables(book: LedgerBook) -> Tables:
    """Get the tables that only a load writes, with the names of schemes."""
    return read_whole_tables(find_newest(book))


@lru_cache(maxsize=LEDGERS_KEPT)
def read_whole_tables(newest: Newest) -> Tables:
    found = LedgerTable.objects.filter(
        change__book=newest.book, change__number__lte=newest.number
    ).order_by("pk")
    rows: dict[str, list[list[Any]]] = dict(found.values_list("name", "rows"))
    tables = {
        contract.name: _read_rows(contract.schema, rows.get(contract.name, []))
        for contract in WHOLE_TABLES
    }
    schemes = {name: pl.String() for name in ("organisation", "line", "name")}
    return {**tables, SCHEMES: _read_rows(schemes, rows.get(SCHEMES, []))}


def _read_rows(
    schema: Mapping[str, pl.DataType], rows: list[list[Any]]
) -> pl.DataFrame:
    days = [name for name, kind in schema.items() if kind == pl.Date]
    plain = {name: pl.String() if name in days else schema[name] for name in schema}
    frame = pl.DataFrame(rows, schema=plain, orient="row")
    return frame.with_columns(pl.col(name).str.to_date() for name in days)


def write_rows(frame: pl.DataFrame) -> list[list[Any]]:
    """Write the rows of a frame as they are kept; `_read_rows` reads them."""
    plain = frame.with_columns(pl.col(pl.Date).cast(pl.String))
    return [list(row) for row in plain.iter_rows()]


def _make_frame(
    contract: TableContract, cells: pl.DataFrame, schemes: pl.DataFrame
) -> pl.DataFrame:
    """Give the cells of a table as a plan folder would have them."""
    ours = cells.filter(pl.col("table") == contract.name).with_columns(
        to_pounds_column("pence").alias("value_pounds"),
        pl.col("month").dt.year().alias("year"),
        pl.col("line").alias("scheme"),
        pl.col("counterparty").replace("", None),
        pl.when(pl.col("source") == "")
        .then(pl.format("{}{}", pl.lit(OF_CHANGE), "number"))
        .otherwise("source")
        .alias("source"),
    )
    if contract is LEDGER_SAVINGS:
        ours = ours.join(
            schemes, on=["organisation", "line"], how="left", maintain_order="left"
        )
    return ours.select(
        pl.col(name).cast(kind) for name, kind in contract.schema.items()
    )
