"""Checks on a plan folder's governance that look at more than one cell."""

from collections.abc import Iterator
from datetime import date, time
from typing import Any

from placeplan.errors import Fault
from placeplan.governance.finding import Tables, list_rows
from placeplan.governance.group import read_years
from placeplan.governance.inputs import DELEGATIONS, GROUPS, INCONSISTENCIES, MEETINGS
from placeplan.tables import TableContract


def check_rows(tables: Tables) -> list[Fault]:
    """Find rows whose cells are each what they should be, and together cannot be."""
    return [
        *_check_years(tables),
        *_check_delegations(tables),
        *_check_times(tables),
        *_check_listed(tables),
    ]


def _check_years(tables: Tables) -> Iterator[Fault]:
    for row, cells in _number(tables, GROUPS):
        first, last = read_years(cells["era"])
        if first and last and last < first:
            words, remedy = "the first year before the last", "Correct the years."
            where = f"row {row}, column era"
            yield Fault(GROUPS.path, where, words, cells["era"], remedy)


def _check_delegations(tables: Tables) -> Iterator[Fault]:
    for row, cells in _number(tables, DELEGATIONS):
        first: date | None = cells["starts_on"]
        last: date | None = cells["ends_on"]
        if first and last and last < first:
            where, words = f"row {row}, column ends_on", f"{first} or later"
            remedy = "Correct one of the two days."
            yield Fault(DELEGATIONS.path, where, words, str(last), remedy)


def _check_times(tables: Tables) -> Iterator[Fault]:
    for row, cells in _number(tables, MEETINGS):
        if cells["meets_at"] is not None and not _is_time(cells["meets_at"]):
            where, words = f"row {row}, column meets_at", "a time such as 14:30"
            remedy = "Write hours and minutes, or leave it empty."
            yield Fault(MEETINGS.path, where, words, cells["meets_at"], remedy)


def _is_time(words: str) -> bool:
    try:
        return time.fromisoformat(words).strftime("%H:%M") == words
    except ValueError:
        return False


def _check_listed(tables: Tables) -> Iterator[Fault]:
    expected = "a check with its record, or why there is none"
    for _, cells in _number(tables, INCONSISTENCIES):
        is_open = cells["check"] is None or cells["record"] is None
        if is_open == (cells["why_not"] is None):
            remedy = "Give one of the two."
            yield Fault(INCONSISTENCIES.path, cells["id"], expected, "", remedy)


def _number(
    tables: Tables, contract: TableContract
) -> Iterator[tuple[int, dict[str, Any]]]:
    """Give each row the number that an editor shows, below the header."""
    return enumerate(list_rows(tables, contract), 2)
