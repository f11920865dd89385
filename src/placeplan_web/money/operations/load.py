"""Load the ledger of a plan folder: all of it, or nothing."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Final
from uuid import UUID

import polars as pl
from django.utils import timezone

from placeplan.evidence import read_sourced
from placeplan.money.inputs import INCOME
from placeplan.money.ledger.check import check_ledger
from placeplan.money.ledger.inputs import (
    CONTROL_TOTALS,
    LEDGER_LINES,
    LEDGER_SAVINGS,
    LEDGER_TABLES,
    LEDGER_VALUES,
)
from placeplan.money.pence import to_pence_column
from placeplan.places.inputs import ORGANISATIONS
from placeplan_web.audit.operations import record
from placeplan_web.money.models import CELL, Cell, ChangeKind, LedgerBook, LedgerChange
from placeplan_web.money.operations.write import Trace, Writing, write_change
from placeplan_web.money.queries.book import find_load
from placeplan_web.money.queries.cells import get_cells, get_loaded
from placeplan_web.money.queries.tables import SCHEMES, WHOLE_TABLES, write_rows
from placeplan_web.places.folder import load_once

LOAD_LOCK: Final = 7_052_630_071  # any number that nothing else locks on
Tables = Mapping[str, pl.DataFrame]


def has_ledger(folder: Path) -> bool:
    """Tell whether a plan folder has a ledger at all."""
    return (folder / LEDGER_LINES.path).is_file()


def load_ledger(
    *, folder: Path, by: UUID | str, at: datetime | None = None
) -> LedgerChange:
    """Let the ledger say what the folder says, as one change, and note it.

    The ledger is that of the organisation whose income the folder states. What somebody
    has changed here since stays as they left it. When the files are the same as at the
    last load, nothing is written.

    Raises
    ------
    placeplan.errors.InputError
        Everything that is wrong with the tables; the ledger stays as it was.
    """
    files, _ = read_sourced(
        folder, LEDGER_TABLES, check_ledger, earlier=(ORGANISATIONS, INCOME)
    )
    moment = at or timezone.now()

    def write(fingerprint: str) -> tuple[LedgerChange, Mapping[str, int]]:
        tables = files.frames
        book = _find_or_open(tables, str(by), moment)
        trace = Trace(
            str(by),
            moment,
            ChangeKind.LOAD,
            fingerprint=fingerprint,
            tables=_keep_whole(tables),
        )
        change = write_change(book, _list_writings(book, tables), trace)
        return change, {each.name: tables[each.name].height for each in LEDGER_TABLES}

    return load_once(
        by=by,
        kind="money.ledgerchange",
        lock=LOAD_LOCK,
        hashes=files.hashes,
        find_load=find_load,
        write=write,
    )


def _find_or_open(tables: Tables, by: str, at: datetime) -> LedgerBook:
    system = tables[INCOME.name].item(0, "organisation")
    found = LedgerBook.objects.select_for_update().filter(slug=system).first()
    if found is not None:
        return found
    named = tables[ORGANISATIONS.name].filter(pl.col("id") == system)
    book = LedgerBook.objects.create(
        slug=system, system=system, name=named.item(-1, "name"), opened_at=at
    )
    record(
        by=by,
        verb="open",
        kind="money.ledgerbook",
        identifier=book.public_id,
        changes={"system": system},
        at=at,
    )
    return book


def _keep_whole(tables: Tables) -> Mapping[str, list[list[Any]]]:
    schemes = (
        tables[LEDGER_SAVINGS.name]
        .select("organisation", "scheme", "name")
        .unique(maintain_order=True)
    )
    kept = {each.name: write_rows(tables[each.name]) for each in WHOLE_TABLES}
    return {**kept, SCHEMES: write_rows(schemes)}


def _list_writings(book: LedgerBook, tables: Tables) -> Iterator[Writing]:
    """Give what differs: cells that nobody changed here follow the folder."""
    said = list_cells(tables)
    rows = (
        said.rename({name: f"said_{name}" for name in ("pence", "source", "status")})
        .join(_state(book), on=CELL, how="full", coalesce=True, maintain_order="left")
        .filter(
            pl.col("pence").eq_missing(pl.col("loaded")),
            pl.any_horizontal(
                pl.col(f"said_{name}").ne_missing(pl.col(name))
                for name in ("pence", "source", "status")
            ),
        )
    )
    for row in rows.iter_rows(named=True):
        yield Writing(
            Cell.from_row(row),
            row["said_pence"],
            row["pence"],
            row["said_source"] or row["source"],
            row["said_status"] or row["status"],
        )


def _state(book: LedgerBook) -> pl.DataFrame:
    """Give each cell that stands or was loaded: its value, and the loaded one."""
    stands = get_cells(book).select(*CELL, "pence", "source", "status")
    loaded = get_loaded(book)
    kept = loaded.select(*CELL, pl.col("pence").alias("loaded"))
    joined = kept.join(stands, on=CELL, how="full", coalesce=True)
    return joined.select(*CELL, "pence", "loaded", "source", "status")


def list_cells(tables: Tables) -> pl.DataFrame:
    """List the cells that the tables of a plan folder state, in whole pence."""
    parts = [
        tables[LEDGER_VALUES.name].with_columns(pl.col("counterparty").fill_null("")),
        tables[LEDGER_SAVINGS.name].with_columns(
            pl.col("scheme").alias("line"), counterparty=pl.lit("")
        ),
        tables[CONTROL_TOTALS.name].with_columns(
            pl.date("year", 4, 1).alias("month"),
            line=pl.lit(""),
            basis=pl.lit(""),
            recurrent=pl.lit(value=True),
            counterparty=pl.lit(""),
        ),
    ]
    names = (LEDGER_VALUES.name, LEDGER_SAVINGS.name, CONTROL_TOTALS.name)
    return pl.concat(
        part.with_columns(
            pl.lit(name).alias("table"),
            to_pence_column("value_pounds").alias("pence"),
        ).select(*CELL, "pence", "source", pl.col("status").cast(pl.String))
        for name, part in zip(names, parts, strict=True)
    )
