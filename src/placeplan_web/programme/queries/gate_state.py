"""Changes of services as the library's rules take them, and the gates they passed."""

from collections.abc import Mapping
from datetime import date

from placeplan.programme import gate as rule
from placeplan_web.programme.models import GateCheck, GateState, ServiceChange


def read_change(record: ServiceChange) -> rule.ServiceChange:
    return rule.ServiceChange(
        substantial=record.is_substantial,
        beds_fall=record.beds_fall,
        consultation_began_on=record.consultation_began_on,
        urgent=record.is_urgent,
    )


def list_checks(record: ServiceChange) -> Mapping[str, GateCheck]:
    """Give what was said of each step, one query."""
    held = record.gates.filter(withdrawn_at__isnull=True).order_by("pk")
    return {each.gate: each for each in held}


def list_passed(checks: Mapping[str, GateCheck]) -> Mapping[str, date]:
    """Give the day on which each step was met."""
    return {
        step: each.decided_on
        for step, each in checks.items()
        if each.state == GateState.MET and each.decided_on
    }
