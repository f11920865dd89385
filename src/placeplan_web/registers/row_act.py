"""What a row of a file does besides changing values: a risk is scored, with a reason.

Columns that are worked out are never typed on a page. Where an act of its own changes
them, a file may hold what they should be, and the act is carried out for the row.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

from placeplan_web.registers.column import Column

Differences = Mapping[str, tuple[Any, Any]]


@dataclass(frozen=True, slots=True)
class RowAct:
    """The act of one row: each column that it moves, from what to what, and why.

    `shown` are columns that move with them and are worked out from them.
    """

    moves: Differences = field(default_factory=dict)
    shown: Differences = field(default_factory=dict)
    reason: str = ""

    def __bool__(self) -> bool:
        return bool(self.moves)


class CarryOut(Protocol):
    """Does the acts of many records, in the caller's transaction."""

    def __call__(
        self, *, by: UUID | str, acts: Sequence[tuple[Any, RowAct]], at: datetime
    ) -> object: ...


@dataclass(frozen=True, slots=True)
class RowActs:
    """The acts that files of a register may hold.

    Parameters
    ----------
    columns : tuple of str
        Columns worked out by the system that a file may move.
    reason : Column
        Why; it stands in files alone, and is empty in every export.
    find_problems : callable
        Given the values of the row as they would be and the moves: each column at
        fault, and what to do.
    carry_out : callable
        Does the acts.
    """

    columns: tuple[str, ...]
    reason: Column
    find_problems: Callable[[Mapping[str, Any], Differences], Sequence[tuple[str, str]]]
    carry_out: CarryOut

    def read(
        self,
        columns: Sequence[Column],
        before: Mapping[str, Any],
        wanted: Mapping[str, Any],
    ) -> RowAct:
        """Compare what a row holds with what is; an empty cell moves nothing."""
        moves = {
            name: (before.get(name), wanted[name])
            for name in self.columns
            if wanted.get(name) is not None and wanted[name] != before.get(name)
        }
        after = {**before, **{name: now for name, (_, now) in moves.items()}}
        shown = {
            column.name: (before.get(column.name), column.work_out(after))
            for column in columns
            if column.work_out is not None and moves
        }
        differing = {name: pair for name, pair in shown.items() if pair[0] != pair[1]}
        reason = wanted.get(self.reason.name) or ""
        return RowAct(moves, differing, reason if moves else "")

    def check(self, act: RowAct, after: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """Give each column at fault and what to do."""
        if not act:
            return
        if not act.reason:
            yield self.reason.name, "Say why: every change of it has its reason."
        moved = {name: now for name, (_, now) in act.moves.items()}
        yield from self.find_problems({**after, **moved}, act.moves)
