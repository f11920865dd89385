"""The columns that say where a record was taken from, and how far it can be trusted."""

from dataclasses import replace
from typing import Final

from placeplan_web.registers.column import Column, Holds
from placeplan_web.registers.kind import Problem
from placeplan_web.registers.models import RecordStatus

TRACE_COLUMNS: Final = (
    Column(
        name="status",
        label="Status",
        holds=Holds.CHOICE,
        choices=tuple(RecordStatus.choices),
        needed=True,
        hint="How far it can be trusted; what is entered here is recorded.",
    ),
    Column(
        name="source",
        label="Source",
        most=80,
        hint="Id of the source, for what was taken from a paper.",
    ),
    Column(name="paragraph", label="Paragraph of the source", most=300),
)
UNASKED_TRACE_COLUMNS: Final = tuple(
    replace(column, is_asked=False) for column in TRACE_COLUMNS
)
"""For what people say of themselves: it is recorded here, and no form asks."""


def find_missing_source(status: str | None, source: str | None) -> list[Problem]:
    """Ask for the source of what was not recorded here."""
    if status in (None, RecordStatus.RECORDED) or source:
        return []
    words = f"Name the source: what is {status} was taken from somewhere."
    return [Problem("source", words)]
