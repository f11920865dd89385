"""Checks on papers, dates and registers: what leads nowhere or is left open."""

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, Final

from placeplan.governance.finding import Check, Finding, Tables, list_rows
from placeplan.governance.inputs import (
    AGENDA_ITEM_DATES,
    AGENDA_ITEMS,
    MEETINGS,
    PAPER_REFERENCES,
    PAPER_SECTIONS,
    PAPERS,
)
from placeplan.programme.inputs import BENEFITS
from placeplan.programme.interval import print_day
from placeplan.programme.schedule_inputs import DATES, DELIVERABLES

_DRAFT: Final = "draft"


def find_dead_references(tables: Tables) -> Iterator[Finding]:
    """Find references to sections that a paper does not have."""
    sections: dict[str, set[str]] = {}
    for row in list_rows(tables, PAPER_SECTIONS):
        sections.setdefault(row["paper"], set()).add(row["section"])
    for row in list_rows(tables, PAPER_REFERENCES):
        if row["section"] not in sections.get(row["paper"], set()):
            words = (
                f"{row['words']}: {row['at']} points to section {row['section']}, "
                "which it does not have."
            )
            yield Finding("dead_reference", PAPERS.name, row["paper"], words)


def find_approved_drafts(tables: Tables) -> Iterator[Finding]:
    """Find papers that are said to be approved and called drafts."""
    for paper in list_rows(tables, PAPERS):
        state = paper["state"] or ""
        if paper["approved_by"] is not None and state.startswith(_DRAFT):
            words = f"It is approved by {paper['approved_by']}, and {state}."
            yield Finding("approved_draft", PAPERS.name, paper["id"], words)


def find_ambiguous_dates(tables: Tables) -> Iterator[Finding]:
    """Find dates whose words name no days."""
    for row in list_rows(tables, DATES):
        if row["starts_on"] is None:
            words = f"'{row['printed']}' names no days, so it can never be late."
            yield Finding("ambiguous_date", DATES.name, row["id"], words)


def find_different_days(tables: Tables) -> Iterator[Finding]:
    """Find dates of one event that have no day in common with an earlier one of it."""
    told: dict[str, list[Mapping[str, Any]]] = {}
    for row in list_rows(tables, DATES):
        if row["event"] is None or row["starts_on"] is None:
            continue
        event = " ".join(row["event"].split())
        earlier = told.setdefault(event.casefold(), [])
        other = next((each for each in earlier if not _share_days(each, row)), None)
        if other is not None:
            words = (
                f"{event}: it says {row['printed']}, where {other['id']} says "
                f"{other['printed']}."
            )
            yield Finding("different_days", DATES.name, row["id"], words)
        earlier.append(row)


def _share_days(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    first, last = one["starts_on"], one["ends_on"] or one["starts_on"]
    ends_on = other["ends_on"] or other["starts_on"]
    return bool(first <= ends_on and other["starts_on"] <= last)


def find_early_items(tables: Tables) -> Iterator[Finding]:
    """Find items that are taken before what they wait for has passed."""
    meets: dict[str, date] = {
        r["id"]: r["meets_on"] for r in list_rows(tables, MEETINGS)
    }
    dates = {row["id"]: row for row in list_rows(tables, DATES)}
    items = {
        (row["meeting"], row["number"]): row["name"]
        for row in list_rows(tables, AGENDA_ITEMS)
    }
    for row in list_rows(tables, AGENDA_ITEM_DATES):
        item = (row["meeting"], row["number"])
        meeting_on, until = meets.get(row["meeting"]), dates.get(row["date"])
        if item not in items:
            words = f"Item {row['number']} waits for {row['date']} and is not listed."
            yield Finding("item_too_early", MEETINGS.name, row["meeting"], words)
        elif (
            meeting_on and until and until["ends_on"] and meeting_on <= until["ends_on"]
        ):
            words = (
                f"Item {row['number']} ({items[item]}) is taken on "
                f"{print_day(meeting_on)}, before this has passed: {until['name']}, "
                f"{print_day(until['ends_on'])}."
            )
            yield Finding("item_too_early", MEETINGS.name, row["meeting"], words)


def find_repeated_deliverables(tables: Tables) -> Iterator[Finding]:
    """Find deliverables that two projects are to make."""
    first: dict[str, str] = {}
    for row in list_rows(tables, DELIVERABLES):
        name = " ".join(row["name"].split()).casefold()
        maker = first.setdefault(name, row["project"])
        if maker != row["project"]:
            words = f"It repeats a deliverable of {maker}: {row['name']}."
            yield Finding("repeated_deliverable", "projects", row["project"], words)


def find_benefits_without_numbers(tables: Tables) -> Iterator[Finding]:
    """Find benefits that have no number, and so cannot be claimed."""
    for row in list_rows(tables, BENEFITS):
        if row["target"] is None:
            words = f"{row['name']} has no number to reach."
            yield Finding("benefit_without_number", BENEFITS.name, row["id"], words)


PAPER_CHECKS: Final[Mapping[str, Check]] = MappingProxyType(
    {
        "dead references": find_dead_references,
        "approved drafts": find_approved_drafts,
        "ambiguous dates": find_ambiguous_dates,
        "different days of one event": find_different_days,
        "items taken too early": find_early_items,
        "repeated deliverables": find_repeated_deliverables,
        "benefits without numbers": find_benefits_without_numbers,
    }
)
"""Checks on papers, dates and registers, by what they look for."""
