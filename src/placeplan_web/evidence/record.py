"""A record: a table of a room that is no picture, with the words that it needs."""

from dataclasses import dataclass

import polars as pl


@dataclass(frozen=True, slots=True)
class Record:
    """A table with headers for readers.

    `tables` names the input tables that it rests on; `full` holds all of it for those
    who save it, where the page shows a sum.
    """

    id: str
    title: str
    words: str
    table: pl.DataFrame
    status: str = ""
    tables: tuple[str, ...] = ()
    full: pl.DataFrame | None = None
