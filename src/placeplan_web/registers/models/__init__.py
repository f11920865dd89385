"""What every record of a register is built on."""

from placeplan_web.registers.models.appended_row import AppendedRow
from placeplan_web.registers.models.record import (
    REFERENCE_DIGITS,
    RecordStatus,
    RegisterManager,
    RegisterQuerySet,
    RegisterRecord,
    UntracedWriteError,
)

__all__ = [
    "REFERENCE_DIGITS",
    "AppendedRow",
    "RecordStatus",
    "RegisterManager",
    "RegisterQuerySet",
    "RegisterRecord",
    "UntracedWriteError",
]
