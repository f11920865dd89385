"""Change a record; when somebody else was quicker, choose between the two."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from placeplan_web.registers.addresses import Register
from placeplan_web.registers.clash import ClashError
from placeplan_web.registers.column import write_box
from placeplan_web.registers.editing import change_typed, find_version
from placeplan_web.registers.explain import explain_error
from placeplan_web.registers.forms.record_form import RecordForm
from placeplan_web.registers.presenters.clash_page import CHOOSE, ClashPage
from placeplan_web.registers.room import RegisterRoom
from placeplan_web.registers.three_way import Side, compare_three
from placeplan_web.registers.values import Codes, find_codes
from placeplan_web.registers.views.record import (
    CONFLICT,
    UNPROCESSABLE,
    get_writing,
    list_crumbs,
)
from placeplan_web.registers.views.request import get_record_to, get_register

THEIRS = "theirs"
WITHDRAWN = (
    "{reference} is withdrawn: it can be restored on this page, and then changed."
)


@dataclass(frozen=True, slots=True)
class Edit:
    """A record being changed in a register."""

    request: HttpRequest
    register: Register
    record: Any
    codes: Codes

    @property
    def sent(self) -> Mapping[str, str]:
        return self.request.POST

    def read_version(self, name: str) -> int:
        text = self.sent.get(name, "")
        small = text.isascii() and text.isdigit() and len(text) < 10
        return int(text) if small else self.record.version

    def make_form(self, sent: Mapping[str, str] | None) -> RecordForm:
        kind = self.register.kind
        values = kind.read_typed(self.record)
        version = self.record.version
        return RecordForm(
            sent, kind=kind, codes=self.codes, values=values, version=version
        )


@require_http_methods(["GET", "HEAD", "POST"])
def edit(
    request: HttpRequest, room: RegisterRoom, scope: str, register: str, reference: str
) -> HttpResponse:
    found = get_register(request, room, scope, register)
    record = get_record_to(request, found, reference, found.kind.permissions.change)
    if record.is_withdrawn:
        messages.error(request, WITHDRAWN.format(reference=reference))
        return redirect(found.link_record(record))
    at_work = Edit(request, found, record, find_codes(found.kind, found.scope))
    if request.method != "POST":
        return _show_form(at_work, at_work.make_form(None), 200)
    unchosen = [
        name for name in request.POST.getlist("disputed") if not _chosen(request, name)
    ]
    form = at_work.make_form(_choose(at_work))
    if not form.is_valid():
        return _show_form(at_work, form, UNPROCESSABLE)
    if unchosen:
        return _show_clash(at_work, form, "seen_version", unchosen)
    return _save(at_work, form)


def _save(at_work: Edit, form: RecordForm) -> HttpResponse:
    kind = at_work.register.kind
    version = at_work.read_version("version")
    if version != at_work.record.version:
        return _show_clash(at_work, form, "version")
    try:
        record = change_typed(
            writing=get_writing(at_work.request, form.cleaned_data["reason"]),
            kind=kind,
            record=at_work.record,
            values=form.values,
            codes=at_work.codes,
            version=version,
        )
    except ClashError as clash:  # somebody was quicker by a moment
        newest = kind.list_records(at_work.register.scope).get(pk=clash.current.pk)
        again = Edit(at_work.request, at_work.register, newest, at_work.codes)
        return _show_clash(again, form, "version")
    except ValidationError as error:
        form.add_problems(explain_error(kind, error))
        return _show_form(at_work, form, UNPROCESSABLE)
    if record.version == version:
        messages.success(at_work.request, "Nothing was changed: all is as it was.")
    else:
        messages.success(at_work.request, f"{record.reference} was changed.")
    return redirect(at_work.register.link_record(record))


def _show_form(at_work: Edit, form: RecordForm, status: int) -> HttpResponse:
    context = {
        "title": f"Change {at_work.record.reference}",
        "form": form,
        "record": at_work.record,
        "register": at_work.register,
        "button": f"Save the {at_work.register.kind.noun}",
        "breadcrumbs": list_crumbs(at_work.register, at_work.record),
    }
    return render(at_work.request, "registers/form.jinja", context, status=status)


def _show_clash(
    at_work: Edit, form: RecordForm, seen: str, unchosen: list[str] | None = None
) -> HttpResponse:
    kind, record = at_work.register.kind, at_work.record
    version = at_work.read_version(seen)
    was = find_version(kind, record, version)
    theirs = kind.read_typed(record)
    compared = compare_three(
        kind.read_typed(was) if was else theirs, theirs, form.values
    )
    authors = at_work.register.room.name_authors(
        {record.changed_by}, at_work.request.user
    )
    disputed = [each.column for each in compared if each.side is Side.BOTH]
    page = ClashPage(
        register=at_work.register,
        record=record,
        compared=compared,
        typed=form.values,
        seen_version=version,
        changed_by=authors[record.changed_by],
        reason=form.cleaned_data["reason"],
        chosen={name: _chosen(at_work.request, name) for name in disputed},
        unchosen=unchosen or (),
    )
    context = {
        "title": f"{record.reference} was changed while you were at it",
        "page": page,
        "register": at_work.register,
        "breadcrumbs": list_crumbs(at_work.register, record),
    }
    status = UNPROCESSABLE if unchosen else CONFLICT
    return render(at_work.request, "registers/clash.jinja", context, status=status)


def _chosen(request: HttpRequest, name: str) -> str:
    return request.POST.get(f"{CHOOSE}{name}", "")


def _choose(at_work: Edit) -> Mapping[str, str]:
    """Put theirs into the form where the editor chose it, as it stood when shown."""
    sent = {name: at_work.sent[name] for name in at_work.sent}
    kind = at_work.register.kind
    wanted = [
        column
        for column in kind.typed_columns
        if _chosen(at_work.request, column.name) == THEIRS
    ]
    if not wanted:
        return sent
    shown = find_version(kind, at_work.record, at_work.read_version("version"))
    for column in wanted:
        if shown is not None:
            sent[column.name] = write_box(column, column.get_value(shown))
    return sent
