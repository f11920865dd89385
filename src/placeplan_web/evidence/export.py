"""Files of one picture or table: CSV and Excel, with what their sources ask to say."""

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import polars as pl

from placeplan.tables.frame_file import write_frame_csv
from placeplan.tables.workbook import Sheet, write_workbook
from placeplan_web.evidence.provenance import Origin

CSV_TYPE: Final = "text/csv; charset=utf-8"
EXCEL_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class Exhibit:
    """What is saved: the numbers of a picture or table, and where they come from."""

    title: str
    finding: str
    table: pl.DataFrame
    status: str
    run_address: str
    origin: Origin

    def write_csv(self) -> bytes:
        """The table, with its status and the statements of its sources on every row."""
        more = {"Status": self.status, "Statements": " ".join(self.origin.statements)}
        table = self.table.with_columns(
            pl.lit(words).alias(name)
            for name, words in more.items()
            if words and name not in self.table.columns
        )
        with TemporaryDirectory() as folder:
            path = Path(folder) / "table.csv"
            write_frame_csv(table, path)
            return path.read_bytes()

    def write_excel(self) -> bytes:
        """The table under its finding, status, run and statements, as a workbook."""
        notes = [
            f"Status: {self.status}." if self.status else "",
            f"Run: {self.run_address}",
            *self.origin.statements,
        ]
        sheet = Sheet(
            self.title[:31],
            self.finding,
            [note for note in notes if note],
            self.table,
            decimals=1,
        )
        with TemporaryDirectory() as folder:
            path = Path(folder) / "table.xlsx"
            write_workbook([sheet], path, title=self.title)
            return path.read_bytes()
