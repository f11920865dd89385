"""What every record of a register is built on."""

from placeplan_web.registers.models.appended_row import AppendedRow, OnlyAdded
from placeplan_web.registers.models.record import (
    REFERENCE_DIGITS,
    RecordStatus,
    RegisterManager,
    RegisterQuerySet,
    RegisterRecord,
    UntracedWriteError,
)
from placeplan_web.registers.models.register_import import (
    ImportState,
    RegisterImport,
)
from placeplan_web.registers.models.sourced_row import SourcedRow

__all__ = [
    "REFERENCE_DIGITS",
    "AppendedRow",
    "ImportState",
    "OnlyAdded",
    "RecordStatus",
    "RegisterImport",
    "RegisterManager",
    "RegisterQuerySet",
    "RegisterRecord",
    "SourcedRow",
    "UntracedWriteError",
]
