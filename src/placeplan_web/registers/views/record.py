"""The page of a record; add, change, withdraw and restore it."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from placeplan_web.registers.addresses import Register
from placeplan_web.registers.clash import ClashError
from placeplan_web.registers.editing import Writing, add_typed, list_all_versions
from placeplan_web.registers.explain import explain_error
from placeplan_web.registers.forms.record_form import ReasonForm, RecordForm
from placeplan_web.registers.kept_body import render_kept
from placeplan_web.registers.kind import Section
from placeplan_web.registers.known import list_versions_known
from placeplan_web.registers.operations import restore_record, withdraw_record
from placeplan_web.registers.presenters.record_page import RecordPage
from placeplan_web.registers.room import RegisterRoom
from placeplan_web.registers.values import find_codes
from placeplan_web.registers.views.request import (
    get_record_shown,
    get_record_to,
    get_register,
    get_register_to_add,
    may,
)

UNPROCESSABLE, CONFLICT = 422, 409
CHANGED_MEANWHILE = (
    "{reference} was changed by somebody else while you looked at it, so nothing was "
    "done. Look at it again."
)


@require_safe
def show_record(
    request: HttpRequest, room: RegisterRoom, scope: str, register: str, reference: str
) -> HttpResponse:
    found = get_register(request, room, scope, register)
    record = get_record_shown(request, found, reference)
    body = render_kept(
        request,
        "registers/record_body.jinja",
        lambda: _describe(request, found, record),
    )
    context = {
        "title": found.kind.name_record(record),
        "body": body,
        "breadcrumbs": list_crumbs(found),
    }
    return render(request, "registers/page.jinja", context)


def _describe(request: HttpRequest, found: Register, record: Any) -> dict[str, Any]:
    kind = found.kind
    versions = [
        each
        for each in list_all_versions(kind, record)
        if kind.shows_version(found.scope, each)
    ]
    sections: Sequence[Section] = ()
    if found.past is None:
        sections = kind.list_sections(found.scope, record, request.user)
    else:
        versions = list_versions_known(versions, found.past)
    authors = {version.changed_by for version in versions}
    page = RecordPage(
        found,
        record,
        versions,
        found.room.name_authors(authors, request.user),
        sections,
        may_change=may(request, kind.permissions.change, record, kind),
        may_withdraw=may(request, kind.permissions.withdraw, record, kind),
    )
    return {"title": page.title, "page": page, "register": found}


@require_http_methods(["GET", "HEAD", "POST"])
def add(
    request: HttpRequest, room: RegisterRoom, scope: str, register: str
) -> HttpResponse:
    found = get_register_to_add(request, room, scope, register)
    kind, codes = found.kind, find_codes(found.kind, found.scope)
    first = kind.read_typed(kind.make_record(found.scope))
    form = RecordForm(request.POST or None, kind=kind, codes=codes, values=first)
    if request.method == "POST" and form.is_valid():
        try:
            record = add_typed(
                writing=get_writing(request),
                kind=kind,
                scope=found.scope,
                values=form.values,
                codes=codes,
            )
        except ValidationError as error:
            form.add_problems(explain_error(kind, error))
        else:
            messages.success(request, f"{record.reference} was added.")
            return redirect(found.link_record(record))
    context = {
        "title": f"Add {kind.one}",
        "form": form,
        "register": found,
        "button": f"Add the {kind.noun}",
        "breadcrumbs": list_crumbs(found),
    }
    status = UNPROCESSABLE if request.method == "POST" else 200
    return render(request, "registers/form.jinja", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(
    request: HttpRequest, room: RegisterRoom, scope: str, register: str, reference: str
) -> HttpResponse:
    found = get_register(request, room, scope, register)
    permission = found.kind.permissions.withdraw
    record = get_record_to(request, found, reference, permission)
    form = ReasonForm(request.POST or None, initial={"version": record.version})
    if request.method == "POST" and form.is_valid():
        try:
            withdraw_record(
                by=get_author(request),
                record=record,
                reason=form.cleaned_data["reason"],
                at=timezone.now(),
                expected_version=form.cleaned_data["version"],
            )
        except ClashError:
            messages.error(request, CHANGED_MEANWHILE.format(reference=reference))
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
        else:
            done = f"{reference} was withdrawn. It can be restored on this page."
            messages.success(request, done)
        return redirect(found.link_record(record))
    context = {
        "title": f"Withdraw {reference}",
        "form": form,
        "record": record,
        "register": found,
        "breadcrumbs": list_crumbs(found, record),
    }
    status = UNPROCESSABLE if request.method == "POST" else 200
    return render(request, "registers/withdraw.jinja", context, status=status)


@require_POST
def restore(
    request: HttpRequest, room: RegisterRoom, scope: str, register: str, reference: str
) -> HttpResponse:
    found = get_register(request, room, scope, register)
    permission = found.kind.permissions.withdraw
    record = get_record_to(request, found, reference, permission)
    try:
        restore_record(by=get_author(request), record=record, at=timezone.now())
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, f"{reference} is in use again.")
    return redirect(found.link_record(record))


def list_crumbs(register: Register, record: Any = None) -> list[tuple[str, str]]:
    """Give the way to a page below the list."""
    crumbs = [*register.list_crumbs(), (register.title, register.link("register"))]
    if record is not None:
        crumbs.append((record.reference, register.link_record(record)))
    return crumbs


def get_author(request: HttpRequest) -> Any:
    """Give who is signed in: the access table let nobody else in."""
    return getattr(request.user, "public_id")  # noqa: B009 - a guest has none


def get_writing(request: HttpRequest, reason: str = "") -> Writing:
    return Writing(get_author(request), timezone.now(), reason)
