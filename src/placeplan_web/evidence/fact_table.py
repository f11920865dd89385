"""Tables of the facts register as records, and records as tables again."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

import polars as pl
from django.db.models import Model

from placeplan.evidence.inputs import TABLES
from placeplan_web.evidence import models

CONTRACTS: Final = {contract.name: contract for contract in TABLES}
FACTS, OUTSIDE, CITATIONS = "facts", "facts_outside", "fact_citations"
MODELS: Final[Mapping[str, type[Model]]] = {
    FACTS: models.FactVersion,
    OUTSIDE: models.FactVersion,
    "conflicts": models.FactConflict,
    "checks": models.FactCheck,
    CITATIONS: models.FactCitation,
}
RENAMED: Final[Mapping[str, str]] = {
    FACTS: "fact",
    OUTSIDE: "fact",
    "conflicts": "slug",
    "checks": "slug",
    CITATIONS: "identifier",
}
"""The field in which the column ``id`` of each table stands."""
FIXED: Final[Mapping[str, Mapping[str, bool]]] = {
    FACTS: {"is_outside": False},
    OUTSIDE: {"is_outside": True},
}
"""What tells two tables apart that share one model."""


def list_fields(name: str) -> dict[str, str]:
    """Give the field of each column of a table."""
    return {
        column: RENAMED[name] if column == "id" else column
        for column in CONTRACTS[name].schema
    }


def make_records(name: str, rows: Iterable[Mapping[str, Any]]) -> list[Model]:
    """Make the records of a table; they are not saved yet."""
    fields, fixed = list_fields(name), FIXED.get(name, {})
    return [
        MODELS[name](**{fields[column]: row[column] for column in fields}, **fixed)
        for row in rows
    ]


def read_tables() -> dict[str, pl.DataFrame]:
    """Read every table back from the records, corrections among them."""
    tables = {}
    for name, contract in CONTRACTS.items():
        kept = MODELS[name]._default_manager.filter(**FIXED.get(name, {}))
        rows = list(kept.order_by("pk").values_list(*list_fields(name).values()))
        tables[name] = pl.DataFrame(rows, schema=contract.schema, orient="row")
    return tables
