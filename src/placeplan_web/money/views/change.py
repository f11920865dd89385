"""The history of the ledger: each change with its cells, and taking one back."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from placeplan_web.accounts.permission import require_permission
from placeplan_web.design.table_file import write_table
from placeplan_web.design.words import write_count, write_moment
from placeplan_web.evidence.operations import RefusedError
from placeplan_web.money.forms.workbook_form import MOST_REASON
from placeplan_web.money.models import LedgerChange
from placeplan_web.money.operations.undo import undo_change
from placeplan_web.money.presenters.change import (
    CELL_HEAD,
    CHANGE_HEAD,
    link_change,
    list_cell_rows,
    list_change_rows,
    make_cell_table,
    say_what,
)
from placeplan_web.money.queries.book import find_book, list_changes
from placeplan_web.money.queries.name import LedgerNames, get_names
from placeplan_web.money.views.request import PageRequest, get_user, tell_refusal
from placeplan_web.registers.authors import name_authors

ROWS_A_PAGE = 25
WHY_NOT = (
    "This change is not yours to take back: it wrote cells of others. People of the "
    "system, or staff, may do it."
)


@require_safe
def changes(request: PageRequest) -> HttpResponse:
    address, book = request.address, find_book()
    found = list_changes(book, address.as_at) if book else LedgerChange.objects.none()
    part = Paginator(found, ROWS_A_PAGE).get_page(request.GET.get("page"))
    authors = name_authors({change.by for change in part}, request.user)
    context = {
        "title": "Changes of the ledger",
        "finding": _say_newest(part.object_list[0]) if part.object_list else "",
        "head": CHANGE_HEAD,
        "rows": list_change_rows(part, authors, address),
        "part": part,
        "breadcrumbs": _list_crumbs(request),
    }
    return render(request, "money/changes.jinja", context)


def _say_newest(change: LedgerChange) -> str:
    cells = write_count(change.cells, "cell")
    return (
        f"Change {change.number}, the newest, wrote {cells} on "
        f"{write_moment(change.at)}."
    )


@never_cache
@require_safe
def change(request: PageRequest, public_id: UUID) -> HttpResponse:
    found = _get_change(public_id)
    entries = Paginator(found.entries.all(), ROWS_A_PAGE)
    part = entries.get_page(request.GET.get("page"))
    context = {
        "title": f"Change {found.number} of the ledger",
        "change": found,
        "what": say_what(found),
        "who": name_authors({found.by}, request.user)[found.by],
        "head": CELL_HEAD,
        "rows": list_cell_rows(part, _get_names(found)),
        "part": part,
        "may_undo": _may_undo(request, found),
        "breadcrumbs": [
            *_list_crumbs(request),
            ("Changes", request.address.link("money:changes")),
        ],
    }
    return render(request, "money/change.jinja", context)


def _may_undo(request: PageRequest, found: LedgerChange) -> bool:
    is_past = request.address.as_at is not None
    if is_past or hasattr(found, "undone_by"):
        return False
    allowed: bool = request.user.has_perm("money.undo_change", found)
    return allowed


@require_safe
def cells_file(request: PageRequest, public_id: UUID, kind: str) -> HttpResponse:
    found = _get_change(public_id)
    table = make_cell_table(found.entries.all(), _get_names(found))
    heading = f"{say_what(found)}, {write_moment(found.at)}"
    return write_table(table, f"ledger-change-{found.number}.{kind}", heading)


@require_POST
def undo(request: PageRequest, public_id: UUID) -> HttpResponse:
    found = _get_change(public_id)
    require_permission(request, "money.undo_change", found, why_not=WHY_NOT)
    address = request.address.at(None)
    reason = request.POST.get("reason", "")[:MOST_REASON]
    try:
        made = undo_change(
            by=get_user(request), change=found, at=timezone.now(), reason=reason
        )
    except (RefusedError, ValidationError) as error:
        tell_refusal(request, error)
        return redirect(link_change(found, address))
    cells = write_count(made.cells, "cell")
    messages.success(request, f"Change {found.number} was taken back: {cells}.")
    return redirect(link_change(made, address))


def _get_change(public_id: UUID) -> LedgerChange:
    rows = LedgerChange.objects.select_related("book", "undoes", "undone_by")
    found: LedgerChange = get_object_or_404(rows, public_id=public_id)
    return found


def _get_names(found: LedgerChange) -> LedgerNames:
    """Organisations as they were called when the change's first cell was of use."""
    first = found.entries.order_by("month").values_list("month", flat=True).first()
    return get_names(found.book, first or found.at.date())


def _list_crumbs(request: PageRequest) -> list[tuple[str, Any]]:
    link = request.address.link
    return [("Money", link("evidence:money")), ("Position", link("money:position"))]
