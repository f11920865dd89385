"""The parts of an initiative on its page: a table each, and the way to change it."""

from collections.abc import Sequence
from typing import Any

from django.urls import reverse

from placeplan.tables import TableContract
from placeplan_web.initiatives.models import Draft, Initiative
from placeplan_web.initiatives.queries.table import (
    NUMBERS,
    PARTS,
    Row,
    list_columns,
    name_column,
    name_part,
)
from placeplan_web.registers.kind import Section


def write_part(contract: TableContract, rows: Sequence[Row]) -> str | None:
    """Write the rows of a part on a line each; nothing where there are none."""
    return "\n".join(_write_row(contract, row) for row in rows) or None


def _write_row(contract: TableContract, row: Row) -> str:
    given = [
        f"{name_column(column).lower()} {row[column.name]}"
        for column in list_columns(contract)
        if row.get(column.name)
    ]
    return ", ".join(given)


def list_sections(draft: Draft, record: Initiative, user: Any) -> list[Section]:
    """Give a section for each part, with a link for whoever may change it."""
    may_change = not record.is_withdrawn and user.has_perm(
        "initiatives.change_draft", draft
    )
    return [_make_section(draft, record, part, may_change=may_change) for part in PARTS]


def _make_section(
    draft: Draft, record: Initiative, contract: TableContract, *, may_change: bool
) -> Section:
    head, rows = make_table(contract, record.rows.get(contract.name, ()))
    word = name_part(contract)
    parts = {"slug": draft.slug, "reference": record.reference, "part": word}
    href = reverse("initiatives:part", kwargs=parts)
    return Section(
        title=word.capitalize(),
        head=head,
        rows=rows,
        empty=f"Nothing yet. {contract.about}",
        actions=((f"Change its {word}", href),) if may_change else (),
    )


def make_table(
    contract: TableContract, rows: Sequence[Row]
) -> tuple[list[dict[str, Any]], list[list[str]]]:
    """Give the headings and cells of a part, without columns that are empty."""
    shown = [
        column
        for column in list_columns(contract)
        if any(row.get(column.name) for row in rows)
    ]
    cells = [[row.get(column.name, "") for column in shown] for row in rows]
    head = [
        {"text": name_column(column), "numeric": column.kind in NUMBERS}
        for column in shown
    ]
    return head, cells
