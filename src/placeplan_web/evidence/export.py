"""Files of one picture or table: CSV and Excel, with what their sources ask to say."""

from dataclasses import dataclass

import polars as pl

from placeplan_web.design.table_file import make_csv, make_excel
from placeplan_web.evidence.provenance import Origin


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
        return make_csv(table)

    def write_excel(self) -> bytes:
        """The table under its finding, status, run and statements, as a workbook."""
        notes = [
            f"Status: {self.status}." if self.status else "",
            f"Run: {self.run_address}",
            *self.origin.statements,
        ]
        kept = [note for note in notes if note]
        return make_excel(self.table, self.title, self.finding, kept)
