"""Reads of performance, as it was known on a day by the dates of the papers."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

import polars as pl

from placeplan.performance import TABLES
from placeplan_web.performance.models import PerformanceLoad, PerformanceTable
from placeplan_web.places.queries import list_sources

LOADS_KEPT = 2
DAYS_KEPT = 32
Tables = Mapping[str, pl.DataFrame]


def find_load() -> PerformanceLoad | None:
    """Find the newest load; None before the first."""
    return PerformanceLoad.objects.first()


def get_tables(as_at: date | None = None) -> Tables:
    """Get the tables as they are known now, or by the papers of a day and before."""
    load = find_load()
    if load is None:
        return {contract.name: contract.make_empty() for contract in TABLES}
    if as_at is None:
        return _read(load.pk, load.fingerprint)
    known = (slug for slug, source in list_sources().items() if source.dated <= as_at)
    return _view(load.pk, load.fingerprint, frozenset(known))


@lru_cache(maxsize=LOADS_KEPT)
def _read(load: int, fingerprint: str) -> Tables:
    """Read the tables of a load, once in each program."""
    kept = PerformanceTable.objects.filter(load=load).values_list("name", "rows")
    rows = dict(kept)
    return {
        contract.name: _make_frame(contract.schema, rows.get(contract.name, []))
        for contract in TABLES
    }


@lru_cache(maxsize=DAYS_KEPT)
def _view(load: int, fingerprint: str, known: frozenset[str]) -> Tables:
    return {
        name: frame.filter(pl.col("source").is_in(list(known)))
        for name, frame in _read(load, fingerprint).items()
    }


def _make_frame(
    schema: Mapping[str, pl.DataType], rows: list[list[object]]
) -> pl.DataFrame:
    days = [name for name, kind in schema.items() if kind == pl.Date]
    plain = {name: pl.String() if name in days else schema[name] for name in schema}
    frame = pl.DataFrame(rows, schema=plain, orient="row")
    return frame.with_columns(pl.col(name).str.to_date() for name in days)
