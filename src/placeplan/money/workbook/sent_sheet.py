"""A sheet that came back, as texts at their places, with what is wrong about it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from placeplan.errors import Fault
from placeplan.money.workbook.cell import Place
from placeplan.money.workbook.comparison import BACK, say_place
from placeplan.tables.live_workbook import LiveSheet

MOST_TOLD: Final = 100
"""So many faults of one sheet are gathered."""


@dataclass(frozen=True, slots=True)
class SentSheet:
    """One sheet; `faults` gathers what is wrong with it.

    Parameters
    ----------
    file : str
        Name of the workbook, for faults.
    sheet : LiveSheet
        Its cells.
    faults : list of Fault
        What was told so far.
    """

    file: str
    sheet: LiveSheet
    faults: list[Fault] = field(default_factory=list)

    @property
    def end(self) -> int:
        """Row after the last that holds anything."""
        return max((row for row, _ in self.sheet.cells), default=-1) + 1

    def get_text(self, row: int, column: int) -> str:
        """Give the text of a cell, without space around it."""
        cell = self.sheet.cells.get((row, column))
        return cell.text.strip() if cell else ""

    def get_texts(self, row: int, many: int) -> list[str]:
        """Give the texts of the first cells of a row."""
        return [self.get_text(row, column) for column in range(many)]

    def list_rows(self, header: int) -> list[int]:
        """List the rows below a header whose first cell holds something."""
        return [row for row in range(header + 1, self.end) if self.get_text(row, 0)]

    def tell(self, row: int, column: int, expected: str, remedy: str = BACK) -> None:
        """Tell that a cell holds something else than was expected.

        Of a sheet that is all wrong, the first faults say enough.
        """
        if len(self.faults) >= MOST_TOLD:
            return
        where = say_place(Place(self.sheet.title, row, column))
        found = self.get_text(row, column)[:60] or "nothing"
        self.faults.append(Fault(self.file, where, expected, found, remedy))

    def get_choice(self, row: int, column: int, choices: Sequence[str]) -> str:
        """Give the text of a cell that may hold one of a few; tell of any other."""
        text = self.get_text(row, column)
        if text not in choices:
            self.tell(row, column, " or ".join(choices))
        return text
