"""The list of a register, and the same list as files."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from placeplan_web.registers.addresses import Register
from placeplan_web.registers.export import CSV_TYPE, EXCEL_TYPE, write_csv, write_excel
from placeplan_web.registers.kept_body import render_kept
from placeplan_web.registers.known import as_record
from placeplan_web.registers.listing import ListQuestion, list_shown
from placeplan_web.registers.presenters.list_page import ListPage
from placeplan_web.registers.room import RegisterRoom
from placeplan_web.registers.views.request import get_register, may

RECORDS_A_PAGE = 25


@require_safe
def show_list(
    request: HttpRequest, room: RegisterRoom, scope: str, register: str
) -> HttpResponse:
    found = get_register(request, room, scope, register)
    body = render_kept(
        request, "registers/list_body.jinja", lambda: _describe(request, found)
    )
    crumbs = found.list_crumbs()
    context = {"title": found.title, "body": body, "breadcrumbs": crumbs}
    return render(request, "registers/page.jinja", context)


def _describe(request: HttpRequest, found: Register) -> dict[str, Any]:
    kind = found.kind
    question = ListQuestion.read(kind, request.GET)
    shown = list_shown(kind, found.scope, question, found.past)
    part = Paginator(shown, RECORDS_A_PAGE).get_page(request.GET.get("page"))
    if found.past:
        part.object_list = [as_record(version) for version in part]
    page = ListPage(
        found,
        question,
        part,
        may_add=may(request, kind.permissions.add, found.scope, kind),
        may_import=may(request, kind.permissions.import_, found.scope, kind),
        may_change=may(request, kind.permissions.change, found.scope, kind),
    )
    return {"title": found.title, "page": page, "register": found}


@require_safe
def show_csv(
    request: HttpRequest, room: RegisterRoom, scope: str, register: str
) -> HttpResponse:
    """Give the list as it stands, every page of it, ready to be imported."""
    found = get_register(request, room, scope, register)
    question = ListQuestion.read(found.kind, request.GET)
    records = list_shown(found.kind, found.scope, question, found.past)
    content = write_csv(found.kind, records).encode()
    return _answer(content, CSV_TYPE, f"{room.get_slug(found.scope)}-{register}.csv")


@require_safe
def show_excel(
    request: HttpRequest, room: RegisterRoom, scope: str, register: str
) -> HttpResponse:
    """Give the list as it stands as a workbook, ready to be imported."""
    found = get_register(request, room, scope, register)
    question = ListQuestion.read(found.kind, request.GET)
    records = list_shown(found.kind, found.scope, question, found.past)
    title = f"{found.title}: {room.name_scope(found.scope)}"
    content = write_excel(found.kind, records, title=title)
    return _answer(content, EXCEL_TYPE, f"{room.get_slug(found.scope)}-{register}.xlsx")


def _answer(content: bytes, kind: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=kind)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
