"""Differences between two plans, as tables of a page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from placeplan.tables import Column
from placeplan_web.design.words import write_count
from placeplan_web.initiatives.queries.difference import Difference, count_rows
from placeplan_web.initiatives.queries.table import Row, name_column

HEAD = ("What", "Which", "Was", "Is")


@dataclass(frozen=True, slots=True)
class DifferenceTable:
    """One table of a plan: its title, and a row for each cell or row that differs."""

    title: str
    rows: Sequence[Sequence[Any]]


def list_tables(differences: Sequence[Difference]) -> list[DifferenceTable]:
    """Give a table for each table of the plan that differs."""
    return [
        DifferenceTable(
            each.contract.name.replace("_", " ").capitalize(), list(_list_rows(each))
        )
        for each in differences
    ]


def say_counts(differences: Sequence[Difference]) -> str:
    """Say in a sentence how many rows differ."""
    counts = count_rows(differences)
    if not any(counts.values()):
        return "Nothing differs."
    given = [f"{write_count(n, 'row')} {verb}" for verb, n in counts.items() if n]
    return f"{', '.join(given)}."


def _list_rows(difference: Difference) -> Iterator[list[str]]:
    for before, after in difference.changed:
        cells = [
            column
            for column in difference.contract.columns
            if before[column.name] != after[column.name]
        ]
        for column in cells:
            which = f"{_name(difference, after)}: {name_column(column).lower()}"
            yield [
                "changed",
                which,
                before[column.name] or "empty",
                after[column.name] or "empty",
            ]
    for row in difference.added:
        yield ["added", _name(difference, row), "not there", _describe(difference, row)]
    for row in difference.withdrawn:
        yield ["withdrawn", _name(difference, row), _describe(difference, row), "gone"]


def _name(difference: Difference, row: Row) -> str:
    return ", ".join(row[name] for name in difference.contract.key if row[name])


def _describe(difference: Difference, row: Row) -> str:
    further = (
        column
        for column in difference.contract.columns
        if column.name not in difference.contract.key and row[column.name]
    )
    return ", ".join(_write(column, row) for column in further)


def _write(column: Column, row: Row) -> str:
    return f"{name_column(column).lower()} {row[column.name]}"
