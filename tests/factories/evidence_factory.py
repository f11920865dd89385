"""Rows that cite sources, and sources to cite."""

from datetime import date

import polars as pl

from placeplan.evidence import Source
from placeplan.tables import STATUS


def make_rows(*citations: tuple[str, str], **columns: object) -> pl.DataFrame:
    """Make rows that cite `(source, status)` each, with further columns."""
    sources, statuses = zip(*citations, strict=True)
    return pl.DataFrame(
        {**columns, "source": sources, "status": statuses},
        schema_overrides={"status": STATUS},
    )


def make_source(name: str) -> Source:
    """Make a source of that id."""
    return Source(
        id=name,
        title="A paper",
        publisher="Somebody",
        dated=date(2016, 3, 9),
        licence="cited fact",
        status="published",
        grade="A",
    )
