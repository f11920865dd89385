"""What every record of a register is built on."""

from placeplan_web.registers.models.record import (
    REFERENCE_DIGITS,
    RecordStatus,
    RegisterQuerySet,
    RegisterRecord,
    UntracedWriteError,
)

__all__ = [
    "REFERENCE_DIGITS",
    "RecordStatus",
    "RegisterQuerySet",
    "RegisterRecord",
    "UntracedWriteError",
]
