"""The history of a record, which names its author itself."""

from typing import Any

from simple_history.models import HistoricalRecords


class SignedRecords(HistoricalRecords):  # type: ignore[misc] # it has no types
    """History without a foreign key to an account.

    Each version has `changed_by`, as the audit has it. The key that the package adds
    would tie every history to the accounts, which made a new database slow.
    """

    def _get_history_user_fields(self) -> dict[str, Any]:
        return {"history_user": property(lambda _version: None, _leave_out)}


def _leave_out(_version: Any, _user: Any) -> None:
    """Keep no second author."""
