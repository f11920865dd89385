"""The workbook of the ledger: take it away, send it back, see what it would change."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from placeplan.errors import Fault, InputError
from placeplan.tables import LoadedFile
from placeplan_web.accounts.permission import require_permission
from placeplan_web.design.table_file import EXCEL_TYPE
from placeplan_web.design.words import write_count
from placeplan_web.evidence.operations import RefusedError
from placeplan_web.money.forms.workbook_form import WorkbookForm
from placeplan_web.money.models import LedgerBook
from placeplan_web.money.operations.workbook import (
    ROOM,
    WORKBOOK,
    apply_workbook,
    drop_workbook,
    keep_workbook,
    read_shown,
)
from placeplan_web.money.presenters.change import link_change
from placeplan_web.money.presenters.workbook import (
    CELL_HEAD,
    WAITING_HEAD,
    count_others,
    list_rows,
    list_waiting,
    list_year_choices,
    say_finding,
)
from placeplan_web.money.queries.book import find_book
from placeplan_web.money.queries.name import get_names
from placeplan_web.money.queries.sent_workbook import plan_workbook
from placeplan_web.money.queries.workbook import make_workbook
from placeplan_web.money.views.request import (
    PageRequest,
    find_standing,
    get_book,
    get_shown,
    get_user,
    tell_refusal,
)
from placeplan_web.registers.models import ImportState, RegisterImport

ROWS_A_PAGE = 50
WHY_NOT = (
    "People of an organisation whose ledger it is, people of the system and staff send "
    "a workbook back. Everybody may download it."
)


@never_cache
@require_safe
def workbook(request: PageRequest) -> HttpResponse:
    book, address = find_book(), request.address
    standing = find_standing(request, request.GET.get("organisation", ""))
    may_send = (
        book is not None
        and address.as_at is None
        and request.user.has_perm("money.send_workbook", book)
    )
    waiting = _list_waiting(request, book) if book and may_send else []
    asked = standing.question if standing else None
    query = {**asked.write(), "organisation": asked.body} if asked else {}
    query.pop("method", None)
    context = {
        "title": "Workbook",
        "asked": asked,
        "choices": list_year_choices(standing) if standing else [],
        "href": address.link("money:workbook-file", query=query),
        "may_send": may_send,
        "form": WorkbookForm(),
        "faults": [],
        "waiting_head": WAITING_HEAD,
        "waiting": list_waiting(waiting, address),
        "breadcrumbs": _list_crumbs(request),
    }
    return render(request, "money/workbook.jinja", context)


@require_safe
def file(request: PageRequest) -> HttpResponse:
    book, body = get_book(), request.GET.get("organisation", "")
    asked = get_shown(request, body).question
    try:
        content = make_workbook(book, asked, request.address.as_at)
    except InputError as error:
        tell_refusal(request, error)
        return redirect(request.address.link("money:workbook"))
    response = HttpResponse(content, content_type=EXCEL_TYPE)
    parts = ["ledger", body or book.slug, str(asked.year)]
    name = f"{'-'.join(parts)}.xlsx"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def send(request: PageRequest) -> HttpResponse:
    book = get_book()
    require_permission(request, "money.send_workbook", book, why_not=WHY_NOT)
    sent = request.method == "POST"
    form = WorkbookForm(request.POST, request.FILES) if sent else WorkbookForm()
    faults: list[Fault] = []
    if sent and form.is_valid():
        row, faults = _keep(request, book, form)
        if row is not None:
            return redirect(_link(request, row))
    context = {
        "title": "Send a workbook back",
        "form": form,
        "faults": faults,
        "breadcrumbs": [*_list_crumbs(request), _link_home(request)],
    }
    status = 422 if sent else 200
    return render(request, "money/send.jinja", context, status=status)


def _keep(
    request: PageRequest, book: LedgerBook, form: WorkbookForm
) -> tuple[RegisterImport | None, list[Fault]]:
    upload = form.cleaned_data["file"]
    sent = LoadedFile(upload.name, upload.read())
    try:
        row = keep_workbook(
            by=get_user(request),
            book=book,
            file=sent,
            plan=plan_workbook(book, sent),
            at=timezone.now(),
            reason=form.cleaned_data["reason"],
        )
    except InputError as error:
        return None, list(error.faults)
    except RefusedError as error:
        form.add_error("file", str(error))
        return None, []
    return row, []


@never_cache
@require_safe
def show(request: PageRequest, public_id: UUID) -> HttpResponse:
    book, user = get_book(), get_user(request)
    row = _get_row(request, book, public_id)
    shown = [read_shown(each) for each in row.shown]
    part = Paginator(shown, ROWS_A_PAGE).get_page(request.GET.get("page"))
    others = count_others(shown, user, book)
    first = min((cell.month for cell, _, _ in shown), default=row.added_at.date())
    context = {
        "title": f"Workbook {row.file_name}",
        "finding": say_finding(row),
        "row": row,
        "head": CELL_HEAD,
        "rows": list_rows(part, user, book, get_names(book, first)),
        "part": part,
        "others": write_count(others, "cell") if others else "",
        "breadcrumbs": [*_list_crumbs(request), _link_home(request)],
    }
    return render(request, "money/sent.jinja", context)


@require_POST
def confirm(request: PageRequest, public_id: UUID) -> HttpResponse:
    book = get_book()
    row = _get_row(request, book, public_id)
    try:
        made = apply_workbook(
            by=get_user(request), book=book, row=row, at=timezone.now()
        )
    except (InputError, RefusedError, ValidationError) as error:
        tell_refusal(request, error)
        return redirect(_link(request, row))
    words = write_count(made.cells, "cell")
    messages.success(request, f"The workbook was applied: {words} changed.")
    return redirect(link_change(made, request.address.at(None)))


@require_POST
def drop(request: PageRequest, public_id: UUID) -> HttpResponse:
    row = _get_row(request, get_book(), public_id)
    try:
        drop_workbook(by=get_user(request), row=row, at=timezone.now())
    except RefusedError as error:
        tell_refusal(request, error)
    else:
        messages.success(request, "The workbook was dropped. Nothing was written.")
    return redirect(request.address.at(None).link("money:workbook"))


def _list_waiting(request: PageRequest, book: LedgerBook) -> list[RegisterImport]:
    rows = RegisterImport.objects.filter(
        room=ROOM, scope=book.slug, owner=get_user(request), state=ImportState.CHECKED
    )
    return list(rows.defer("content", "shown"))


def _get_row(request: PageRequest, book: LedgerBook, public_id: UUID) -> RegisterImport:
    """Get a workbook that the reader has sent; nobody else sees it."""
    require_permission(request, "money.send_workbook", book, why_not=WHY_NOT)
    rows = RegisterImport.objects.filter(
        room=ROOM, scope=book.slug, register=WORKBOOK, owner=get_user(request)
    )
    row: RegisterImport = get_object_or_404(rows, public_id=public_id)
    return row


def _link(request: PageRequest, row: RegisterImport) -> str:
    address = request.address.at(None)
    return address.link("money:workbook-sent", public_id=row.public_id)


def _link_home(request: PageRequest) -> tuple[str, Any]:
    return ("Workbook", request.address.link("money:workbook"))


def _list_crumbs(request: PageRequest) -> list[tuple[str, Any]]:
    return [("Money", request.address.link("evidence:money"))]
