"""What changed lately in a programme, whatever the register."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from django.db.models import Q

from placeplan_web.evidence.queries import end_of_day
from placeplan_web.programme.models import (
    Assumption,
    Benefit,
    Issue,
    Milestone,
    Programme,
    Risk,
)
from placeplan_web.registers.models import RecordStatus

REGISTERS: Final[Mapping[str, Any]] = {
    "milestones": Milestone,
    "risks": Risk,
    "issues": Issue,
    "assumptions": Assumption,
    "benefits": Benefit,
}
"""Slugs of the registers that are looked through, and what they hold."""


@dataclass(frozen=True, slots=True)
class RecentChange:
    """One version that somebody wrote."""

    register: str
    reference: str
    title: str
    at: datetime
    by: str
    did: str
    why: str


def list_recent(
    programme: Programme, as_at: date | None, most: int = 8
) -> list[RecentChange]:
    """Give the newest changes, the newest first; the loading of papers is none."""
    found = []
    for register, model in REGISTERS.items():
        versions = model.history.filter(programme=programme).filter(
            Q(version__gt=1) | Q(status=RecordStatus.RECORDED)
        )
        if as_at is not None:
            versions = versions.filter(history_date__lt=end_of_day(as_at))
        newest = versions.order_by("-history_date", "-history_id")[:most]
        found += [_describe(register, version) for version in newest]
    return sorted(found, key=lambda each: each.at, reverse=True)[:most]


def _describe(register: str, version: Any) -> RecentChange:
    did = "added" if version.version == 1 else "changed"
    return RecentChange(
        register,
        version.reference,
        version.title,
        version.history_date,
        version.changed_by,
        "withdrawn" if version.withdrawn_at else did,
        version.history_change_reason or "",
    )
