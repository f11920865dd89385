"""Records as a table for people: CSV or a workbook, in the shape that import reads."""

import csv
import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import polars as pl

from placeplan.tables.workbook import Sheet, write_workbook
from placeplan_web.registers.cell import write_cell
from placeplan_web.registers.kind import RegisterKind

REFERENCE: Final = "reference"
VERSION: Final = "version"
WITHDRAW: Final = "withdraw_because"
CSV_TYPE: Final = "text/csv; charset=utf-8"
EXCEL_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
NOTE: Final = (
    "Change what you like and import the file again. Leave a reference empty for a new "
    "row. The version says which state of a record you saw: leave it as it is. To "
    "withdraw a record, say why in withdraw_because."
)


def list_headers(kind: RegisterKind) -> list[str]:
    """Give the headers of a file of a register."""
    return [
        REFERENCE,
        *(column.name for column in kind.file_columns),
        VERSION,
        WITHDRAW,
    ]


def write_rows(kind: RegisterKind, records: Iterable[Any]) -> Iterator[list[str]]:
    """Write each record as texts, in the order of the headers."""
    for record in records:
        yield [
            record.reference,
            *(
                write_cell(column.write_text(column.get_value(record)))
                for column in kind.file_columns
            ),
            str(record.version),
            write_cell(record.withdrawn_reason),
        ]


def write_csv(kind: RegisterKind, records: Iterable[Any]) -> str:
    """Write records as CSV; no cell can be taken for a formula."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(list_headers(kind))
    writer.writerows(write_rows(kind, records))
    return file.getvalue()


def write_excel(kind: RegisterKind, records: Iterable[Any], *, title: str) -> bytes:
    """Write records as a workbook of one sheet."""
    headers = list_headers(kind)
    rows = list(write_rows(kind, records))
    schema = dict.fromkeys(headers, pl.String)
    frame = pl.DataFrame(rows, schema=schema, orient="row")
    empty_as_nothing = frame.select(pl.all().replace("", None))
    sheet = Sheet(kind.nouns.capitalize(), title, (NOTE,), empty_as_nothing)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "register.xlsx"
        write_workbook([sheet], path, title=title)
        return path.read_bytes()
