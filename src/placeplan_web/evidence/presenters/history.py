"""How the audit of a run or plan folder reads: who did what, in words."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from placeplan_web.audit.models import AuditEntry
from placeplan_web.evidence.attempts import WORKER
from placeplan_web.evidence.models import Dataset, Run
from placeplan_web.evidence.operations import SYSTEM
from placeplan_web.evidence.queries import Reader

VERBS: Final[Mapping[str, str]] = {
    "add": "the plan folder was checked and stored",
    "withdraw": "the plan folder was withdrawn",
    "start": "the run was asked for",
    "begin": "an attempt began",
    "take-over": "the worker had fallen silent, so the run was queued again",
    "finished": "the run finished",
    "failed": "the run stopped by a fault",
    "cancelled": "the run stopped, as asked",
    "cancel": "the run was cancelled",
    "retry": "the run was asked for again",
    "release": "the run was opened to everyone",
}
PARTS: Final[Mapping[str, str]] = {WORKER: "the worker", SYSTEM: "the system"}


def list_history(
    entries: Iterable[AuditEntry], record: Run | Dataset, reader: Reader
) -> list[dict[str, Any]]:
    """List what the macro ``history`` asks for; no reader learns who somebody is."""
    return [
        {
            "at": entry.at,
            "what": VERBS[entry.verb],
            "by": _say_who(entry.by, record, reader),
            "why": _say_why(entry, record),
        }
        for entry in entries
    ]


def _say_who(by: str, record: Run | Dataset, reader: Reader) -> str:
    if by in PARTS:
        return PARTS[by]
    if by == str(getattr(reader, "public_id", "")):
        return "you"
    if record.owner is not None and by == str(record.owner.public_id):
        return "its owner"
    return "staff"


def _say_why(entry: AuditEntry, record: Run | Dataset) -> str:
    """Find the reason, which stands on the record: the audit holds no typed words."""
    if entry.verb == "withdraw" and isinstance(record, Dataset):
        return record.withdrawn_reason
    return ""
