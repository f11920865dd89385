"""The page of a change of services: its gates, by the law of each day that counts."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from django.utils import timezone

from placeplan.programme import gate as rule
from placeplan_web.design.words import write_day
from placeplan_web.programme.models import GateCheck, ServiceChange
from placeplan_web.programme.models import GateState as Kept
from placeplan_web.programme.presenters.way import Ways
from placeplan_web.programme.queries.gate_state import (
    list_checks,
    list_passed,
    read_change,
)
from placeplan_web.registers.kind import Section

HEAD: Final = ("Step", "Standing", "Evidence, or why", "By the law of", "Source")
TEST_HEAD: Final = ("Test", "What must be shown", "Needed")
MOST_DAYS: Final = 3


def list_service_change_sections(
    _scope: Any, record: ServiceChange, user: Any
) -> list[Section]:
    """Give the parts of the page of a change of services."""
    ways, checks = Ways(record, "service-changes", user), list_checks(record)
    today, change = timezone.localdate(), read_change(record)
    earlier = [day for day in _list_days(checks) if not _is_same_law(day, today)]
    notice = rule.find_notice(change, today)
    said = (
        "The Secretary of State must be notified" if notice[0] else "No notice is due"
    )
    return [
        Section("Notice to the Secretary of State", words=f"{said}: {notice[1]}"),
        _show_gates(change, checks, today, ways, "The steps, by the law of today"),
        *(
            _show_gates(
                *(change, checks, day, ways),
                f"The steps, by the law of {write_day(day)}",
            )
            for day in earlier[:MOST_DAYS]
        ),
        _show_tests(change, today),
    ]


def _list_days(checks: Mapping[str, GateCheck]) -> list[date]:
    return sorted({each.law_as_at for each in checks.values()})


def _is_same_law(day: date, other: date) -> bool:
    return rule.list_gates(day) == rule.list_gates(other)


def _show_gates(
    change: rule.ServiceChange,
    checks: Mapping[str, GateCheck],
    day: date,
    ways: Ways,
    title: str,
) -> Section:
    known = {each.step for each in rule.list_gates(day)}
    passed = {s: on for s, on in list_passed(checks).items() if s in known}
    found = rule.check_gates(change, passed, day)
    return Section(
        title,
        head=HEAD,
        rows=[_write_gate(each, checks.get(each.gate.step), ways) for each in found],
        actions=ways.list("gate"),
    )


def _write_gate(check: rule.GateCheck, kept: GateCheck | None, ways: Ways) -> list[Any]:
    gate = check.gate
    standing, words = str(check.state).replace("_", " "), check.reason
    if kept and kept.state == Kept.NOT_NEEDED:
        standing, words = "not needed", kept.not_needed_reason
    if kept and kept.state == Kept.MET:
        words = kept.evidence
    can = ways.can("gate")
    return [
        {
            "text": f"{gate.number}. {gate.name}",
            "href": ways.link("gate", gate=gate.step) if can else "",
        },
        {"text": "", "status": standing},
        words,
        write_day(kept.law_as_at) if kept else "",
        gate.source,
    ]


def _show_tests(change: rule.ServiceChange, today: date) -> Section:
    tests = rule.list_change_tests(today)
    rows = []
    for each in tests:
        needed, why = rule.is_needed(each, change, today)
        rows.append([each.name, each.evidence, why if needed else f"No: {why}"])
    return Section("Tests of the proposal", head=TEST_HEAD, rows=rows)
