"""Rows of the tables of a plan as the fields of an initiative."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from placeplan_web.initiatives.queries.table import OWNER, PARTS, Row, Tables

READERS: Final[Mapping[str, Any]] = {
    "planning_level": lambda text: int(text) if text else None,
    "delivery_share": float,
}
"""Columns of the table of initiatives that are not text."""


def make_fields(row: Row, tables: Tables) -> dict[str, Any]:
    """Give the fields of an initiative that say what its rows in the tables say."""
    fields = {
        column: READERS[column](text) if column in READERS else text
        for column, text in row.items()
        if column != "id"
    }
    return {"slug": row["id"], **fields, "rows": gather_rows(row["id"], tables)}


def gather_rows(slug: str, tables: Tables) -> dict[str, Sequence[Row]]:
    """Give the rows of an initiative by table, without its own id."""
    return {
        part.name: [
            {column: text for column, text in row.items() if column != OWNER}
            for row in tables.get(part.name, ())
            if row[OWNER] == slug
        ]
        for part in PARTS
    }
