"""A table as an answer: CSV, of which no cell can be taken for a formula."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import polars as pl
from django.http import HttpResponse

from placeplan.tables.frame_file import write_frame_csv

CSV_TYPE: Final = "text/csv; charset=utf-8"


def write_table(table: pl.DataFrame, name: str) -> HttpResponse:
    """Answer with a table as a file of that name."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        write_frame_csv(table, path)
        response = HttpResponse(path.read_bytes(), content_type=CSV_TYPE)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
