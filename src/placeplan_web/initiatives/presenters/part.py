"""The parts of an initiative on its page: a table each, and the way to change it."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from django.urls import reverse
from django.utils.http import urlencode

from placeplan.periods import FinancialYear
from placeplan.tables import Column, TableContract
from placeplan_web.evidence.queries import find_current_run
from placeplan_web.evidence.shelf import get_names
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

_EFFECT_PAGES: Final = (
    ("ledger", "What leaves and what arrives"),
    ("claims", "What was double-counted"),
    ("bridge", "From doing nothing to the plan"),
)
_CODES: Final = frozenset({"source", "status"})


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
    others = dict(draft.initiatives.values_list("slug", "name"))
    names = {**get_names(draft.dataset), **others}
    parts = [
        _make_section(draft, record, part, names, may_change=may_change)
        for part in PARTS
    ]
    return [*parts, *_list_effects(draft, record)]


def _list_effects(draft: Draft, record: Initiative) -> list[Section]:
    """Lead to what it changes, where the run that everybody reads is of this plan."""
    run = find_current_run()
    if run is None or run.dataset.plan != draft.dataset.plan:
        return []
    query = urlencode({"initiative": record.slug})
    links = [
        {
            "text": title,
            "href": f"{reverse('evidence:change', kwargs={'page': page})}?{query}",
            "note": "",
        }
        for page, title in _EFFECT_PAGES
    ]
    return [Section(title="What it does in the newest released run", links=links)]


def _make_section(
    draft: Draft,
    record: Initiative,
    contract: TableContract,
    names: Mapping[str, str],
    *,
    may_change: bool,
) -> Section:
    head, rows = make_table(contract, record.rows.get(contract.name, ()), names)
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
    contract: TableContract,
    rows: Sequence[Row],
    names: Mapping[str, str] | None = None,
) -> tuple[list[dict[str, Any]], list[list[str]]]:
    """Give the headings and cells of a part, without columns that are empty.

    With `names` they are in words: ids by name, years as financial years. Without
    they are as files have them, for whoever changes them.
    """
    shown = [
        column
        for column in list_columns(contract)
        if any(row.get(column.name) for row in rows)
    ]
    cells = [
        [
            text if names is None else _say_cell(column, text, names)
            for column in shown
            for text in [row.get(column.name, "")]
        ]
        for row in rows
    ]
    head = [
        {
            "text": name_column(column),
            "numeric": column.kind in NUMBERS and column.kind != "year",
        }
        for column in shown
    ]
    return head, cells


def _say_cell(column: Column, text: str, names: Mapping[str, str]) -> str:
    if not text or column.name in _CODES:
        return text
    if column.kind == "year":
        return str(FinancialYear(int(text)))
    if column.kind in NUMBERS:
        whole, point, rest = text.partition(".")
        return f"{int(whole):,}{point}{rest}" if whole.isdigit() else text
    if column.choices:
        return text.replace("_", " ")
    return names.get(text, text)
