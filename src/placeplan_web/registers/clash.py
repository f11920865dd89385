"""Two people wrote to one record: what each of them wrote, with nothing lost."""

from collections.abc import Mapping
from typing import Any

from placeplan_web.registers.models import RegisterRecord


class ClashError(Exception):
    """The record is no longer the version that somebody edited.

    Parameters
    ----------
    current : RegisterRecord
        The record as it stands now, with `changed_by` and `changed_at` of the other.
    seen : historical record or None
        The version that this editor saw.
    wanted : mapping
        Field to the value that this editor asked for.
    """

    def __init__(
        self, current: RegisterRecord, seen: Any, wanted: Mapping[str, Any]
    ) -> None:
        self.current = current
        self.seen = seen
        self.wanted = dict(wanted)
        super().__init__(
            f"{current.reference} has changed since you opened it: it is now version "
            f"{current.version}. Nothing that you wrote is lost."
        )

    def compare(self) -> dict[str, tuple[Any, Any, Any]]:
        """Give each field asked for: what was seen, what stands now, what is wanted."""
        return {
            field: (
                getattr(self.seen, field, None),
                getattr(self.current, field),
                wanted,
            )
            for field, wanted in self.wanted.items()
        }

    def list_disputed(self) -> list[str]:
        """Give the fields which the other editor changed to something else."""
        return [
            field
            for field, (seen, now, wanted) in self.compare().items()
            if now not in (seen, wanted)
        ]
