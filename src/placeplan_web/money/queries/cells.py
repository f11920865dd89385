"""Values of a ledger, cell by cell, as they stand or as they were known on a day."""

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Final

import polars as pl
from django.utils import timezone

from placeplan_web.money.models import CELL, ChangeKind, LedgerBook, LedgerEntry
from placeplan_web.money.queries.book import Newest, find_newest
from placeplan_web.places.queries import list_sources

LEDGERS_KEPT: Final = 2  # the newest, and the one before while requests on it end
DAYS_KEPT: Final = 16
CELLS: Final = pl.Schema(
    {
        **{name: pl.String() for name in CELL},
        "month": pl.Date(),
        "recurrent": pl.Boolean(),
        "pence": pl.Int64(),
        "previous": pl.Int64(),
        "source": pl.String(),
        "status": pl.String(),
        "number": pl.Int64(),
        "kind": pl.String(),
    }
)
"""Columns of `get_cells`: the cell, its value and the one before, and its change."""


def get_cells(book: LedgerBook, as_at: date | None = None) -> pl.DataFrame:
    """Get every cell that has a value, in the order in which cells came to be.

    On a past day it is what a change had written by then, or what a source says that
    was known by then: a plan folder tells of papers that are older than its loading.
    """
    newest = find_newest(book)
    if as_at is None:
        return _read(newest)
    return _view(newest, as_at, list_known_sources(as_at))


def list_known_sources(as_at: date | None) -> frozenset[str]:
    """List the sources that were known on a past day, by id; none where no day is."""
    if as_at is None:
        return frozenset()
    sources = list_sources().items()
    return frozenset(slug for slug, each in sources if each.dated <= as_at)


def list_newest(book: LedgerBook, *, before: int | None = None) -> pl.DataFrame:
    """List every cell as it stands, or stood before a change; empty ones too."""
    entries = _read_entries(find_newest(book))
    if before is not None:
        entries = entries.filter(pl.col("number") < before)
    return take_newest(entries)


def get_loaded(book: LedgerBook) -> pl.DataFrame:
    """Get every cell as plan folders alone would have it, empty ones too."""
    entries = _read_entries(find_newest(book))
    return take_newest(entries.filter(pl.col("kind") == ChangeKind.LOAD.value))


@lru_cache(maxsize=LEDGERS_KEPT)
def _read(newest: Newest) -> pl.DataFrame:
    return _drop_empty(take_newest(_read_entries(newest)))


@lru_cache(maxsize=DAYS_KEPT)
def _view(newest: Newest, day: date, known: frozenset[str]) -> pl.DataFrame:
    entries = _read_entries(newest)
    by_then = pl.col("at") < _end(day)
    of_a_paper = (pl.col("kind") == ChangeKind.LOAD.value) & pl.col("source").is_in(
        list(known)
    )
    return _drop_empty(take_newest(entries.filter(by_then | of_a_paper)))


@lru_cache(maxsize=LEDGERS_KEPT)
def _read_entries(newest: Newest) -> pl.DataFrame:
    """Read all entries of a ledger, once in each program."""
    columns = {**CELLS, "at": pl.Datetime("us", "UTC")}
    found = LedgerEntry.objects.filter(
        change__book=newest.book, change__number__lte=newest.number
    )
    rows = found.order_by("change__number", "pk").values_list(
        *[name for name in CELLS if name not in {"number", "kind"}],
        "change__number",
        "change__kind",
        "change__at",
    )
    return pl.DataFrame(list(rows), schema=columns, orient="row")


def take_newest(entries: pl.DataFrame) -> pl.DataFrame:
    """Take the newest entry of each cell from entries in the order of writing."""
    newest = entries.unique(CELL, keep="last", maintain_order=True)
    return newest.select(CELLS.names())


def _drop_empty(cells: pl.DataFrame) -> pl.DataFrame:
    return cells.filter(pl.col("pence").is_not_null())


def _end(day: date) -> datetime:
    following = datetime.combine(day + timedelta(days=1), time())
    return timezone.make_aware(following).astimezone(UTC)
