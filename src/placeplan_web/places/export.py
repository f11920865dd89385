"""The registry as CSV, with its sources and the statements that they ask for."""

import csv
import io
from collections.abc import Iterable, Mapping

from placeplan.places import Entry
from placeplan.plan.licence import list_statements
from placeplan.tables.formula import neutralise_formula
from placeplan_web.places.models import Source

COLUMNS = (
    "id",
    "name",
    "kind",
    "set",
    "standing",
    "ods_code",
    "gss_code",
    "starts_on",
    "ends_on",
    "members",
    "predecessors",
    "source",
    "evidence",
    "licence",
    "statement",
)


def write_register(entries: Iterable[Entry], sources: Mapping[str, Source]) -> str:
    """Write entries as CSV; lists stand in one cell, parted by spaces.

    The texts are safe to open in a spreadsheet: none can be taken for a formula.
    """
    file = io.StringIO()
    writer = csv.DictWriter(file, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    for entry in entries:
        row = _describe(entry, sources.get(entry.body.source))
        writer.writerow({name: neutralise_formula(row[name]) for name in COLUMNS})
    return file.getvalue()


def _describe(entry: Entry, source: Source | None) -> dict[str, str]:
    row = entry.as_row()
    lists = {name: " ".join(row.pop(name)) for name in ("members", "predecessors")}
    texts = {name: value or "" for name, value in row.items()}
    return {
        **texts,
        **lists,
        "standing": row["status"],
        "ods_code": getattr(entry.body, "ods_code", None) or "",
        "gss_code": getattr(entry.body, "gss_code", None) or "",
        "source": source.title if source else entry.body.source,
        "evidence": entry.body.evidence,
        "licence": source.licence if source else "",
        "statement": _find_statement(source),
    }


def _find_statement(source: Source | None) -> str:
    if source is None:
        return ""
    fields = {
        "licence": source.licence,
        "publisher": source.publisher,
        "title": source.title,
        "dated": source.dated.isoformat(),
    }
    return " ".join(list_statements([fields]))
