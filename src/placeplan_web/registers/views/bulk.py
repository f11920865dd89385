"""Change many records at once: choose, say what, look at it, do it."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from placeplan_web.accounts.permission import require_permission
from placeplan_web.design.words import write_count
from placeplan_web.registers.addresses import Register
from placeplan_web.registers.bulk import (
    BulkRefusedError,
    change_many,
    find_chosen,
    list_bulk_changes,
    read_chosen,
)
from placeplan_web.registers.forms.bulk_form import BulkForm
from placeplan_web.registers.presenters.history import write_change
from placeplan_web.registers.room import RegisterRoom
from placeplan_web.registers.values import find_codes
from placeplan_web.registers.views.record import (
    CONFLICT,
    UNPROCESSABLE,
    get_writing,
    list_crumbs,
)
from placeplan_web.registers.views.request import get_register


@require_POST
def change_chosen(
    request: HttpRequest, room: RegisterRoom, scope: str, register: str
) -> HttpResponse:
    found = get_register(request, room, scope, register)
    found = Register(room, found.scope, found.kind, found.address.at(None))
    kind = found.kind
    allowed = kind.permissions
    require_permission(request, allowed.change, found.scope, why_not=allowed.why_not)
    chosen = read_chosen(request.POST.getlist("chosen"))
    records = find_chosen(kind, found.scope, chosen)
    if not records:
        messages.error(request, f"Tick the {kind.nouns} that you want to change first.")
        return redirect(found.link("register"))
    codes = find_codes(kind, found.scope)
    step = request.POST.get("step", "choose")
    form = BulkForm(None if step == "choose" else request.POST, kind=kind, codes=codes)
    if step == "choose" or not form.is_valid():
        status = 200 if step == "choose" else UNPROCESSABLE
        return _show(request, found, records, form, status=status)
    if step != "apply":
        return _show(request, found, records, form, is_last=True)
    try:
        done = change_many(
            writing=get_writing(request, form.cleaned_data["reason"]),
            kind=kind,
            records=records,
            wanted=form.wanted,
            codes=codes,
        )
    except BulkRefusedError as refusal:
        return _show(
            request, found, records, form, status=CONFLICT, refusal=str(refusal)
        )
    words = f"{write_count(done, kind.noun, kind.nouns)} changed."
    messages.success(request, words)
    return redirect(found.link("register"))


def _show(
    request: HttpRequest,
    register: Register,
    records: list[Any],
    form: BulkForm,
    *,
    is_last: bool = False,
    status: int = 200,
    refusal: str = "",
) -> HttpResponse:
    kind = register.kind
    wanted = form.wanted if is_last or refusal else {}
    rows = [
        {
            "record": record,
            "title": kind.name_record(record),
            "href": register.link_record(record),
            "chosen": f"{record.public_id}:{seen.version}",
            "changes": [
                write_change(kind, name, was, now)
                for name, (was, now) in list_bulk_changes(kind, record, wanted).items()
            ],
        }
        for record, seen in records
    ]
    context = {
        "title": f"Change {write_count(len(rows), kind.noun, kind.nouns)}",
        "register": register,
        "rows": rows,
        "form": form,
        "refusal": refusal,
        "is_last": is_last,
        "changed": sum(bool(row["changes"]) for row in rows),
        "breadcrumbs": list_crumbs(register),
    }
    return render(request, "registers/bulk.jinja", context, status=status)
