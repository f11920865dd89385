"""Two people changed a record: the two versions side by side, column by column."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from placeplan_web.registers.addresses import Register
from placeplan_web.registers.column import Column, write_box
from placeplan_web.registers.presenters.history import NOTHING
from placeplan_web.registers.three_way import Comparison, Side

CHOOSE = "choose_"


@dataclass(frozen=True, slots=True)
class ClashRow:
    """A column in the three versions; `both` needs a choice."""

    name: str
    label: str
    was: str
    theirs: str
    mine: str
    both: bool
    outcome: str
    chosen: str


@dataclass(frozen=True)
class ClashPage:
    """What the template of a clash shows."""

    register: Register
    record: Any
    compared: Sequence[Comparison]
    typed: Mapping[str, Any]
    seen_version: int
    changed_by: str
    reason: str
    chosen: Mapping[str, str]
    unchosen: Sequence[str] = ()

    @property
    def rows(self) -> list[ClashRow]:
        return [self._make_row(each) for each in self.compared]

    @property
    def problems(self) -> list[tuple[str, str]]:
        """Columns that nobody has chosen for yet, after the form was sent."""
        return [
            (name, f"Choose whose {self._column(name).label.lower()} to keep.")
            for name in self.unchosen
        ]

    @property
    def hidden(self) -> list[tuple[str, str]]:
        """Every column as it would be saved, so that nothing typed is lost."""
        merged = {each.column: each.merged for each in self.compared}
        values = {**self.typed, **merged}
        return [(name, write_box(self._column(name), v)) for name, v in values.items()]

    def _column(self, name: str) -> Column:
        return self.register.kind.get_column(name)

    def _make_row(self, each: Comparison) -> ClashRow:
        column = self._column(each.column)
        outcome = {
            Side.MINE: "Yours is kept: they did not touch it.",
            Side.THEIRS: "Theirs is kept: you did not touch it.",
            Side.BOTH: "",
        }
        return ClashRow(
            name=each.column,
            label=column.label,
            was=column.write_words(each.was) or NOTHING,
            theirs=column.write_words(each.theirs) or NOTHING,
            mine=column.write_words(each.mine) or NOTHING,
            both=each.side is Side.BOTH,
            outcome=outcome[each.side],
            chosen=self.chosen.get(each.column, ""),
        )
