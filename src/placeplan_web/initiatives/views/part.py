"""Change the rows of one part of an initiative, on a page of its own."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from placeplan.tables import TableContract
from placeplan_web.initiatives.forms.part_form import MORE_ROWS, PartForm
from placeplan_web.initiatives.models import Initiative
from placeplan_web.initiatives.operations.part import change_rows
from placeplan_web.initiatives.presenters.part import make_table
from placeplan_web.initiatives.presenters.suggestion import list_suggestions
from placeplan_web.initiatives.queries.table import find_part, name_part
from placeplan_web.initiatives.registers.initiative import PERMISSIONS
from placeplan_web.initiatives.registers.room import INITIATIVE_ROOM
from placeplan_web.registers.addresses import Register
from placeplan_web.registers.clash import ClashError
from placeplan_web.registers.views.record import get_author, list_crumbs
from placeplan_web.registers.views.request import get_record_to, get_register

UNPROCESSABLE, CONFLICT = 422, 409
WITHDRAWN = "{reference} is withdrawn: restore it on this page, and then change it."


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, slug: str, reference: str, part: str) -> HttpResponse:
    contract = find_part(part)
    if contract is None:
        raise Http404
    found = get_register(request, INITIATIVE_ROOM, slug, "initiatives")
    found = Register(found.room, found.scope, found.kind, found.address.at(None))
    record = get_record_to(request, found, reference, PERMISSIONS.change)
    if record.is_withdrawn:
        messages.error(request, WITHDRAWN.format(reference=reference))
        return redirect(found.link_record(record))
    form = _make_form(contract, record)
    if request.method != "POST":
        form.show(record.rows.get(contract.name, ()))
        return _show(request, found, record, form, 200)
    form.read(request.POST)
    if "more" in request.POST:
        form.add_rows(MORE_ROWS)
        return _show(request, found, record, form, 200)
    return _save(request, found, record, form)


def _make_form(contract: TableContract, record: Initiative) -> PartForm:
    trace = {"source": record.source, "status": str(record.status)}
    return PartForm(contract, record.slug, trace)


def _save(
    request: HttpRequest, found: Register, record: Initiative, form: PartForm
) -> HttpResponse:
    rows = form.check()
    if rows is None:
        return _show(request, found, record, form, UNPROCESSABLE)
    try:
        saved = change_rows(
            by=get_author(request),
            record=record,
            contract=form.contract,
            rows=rows,
            expected_version=_read_version(request, record),
            at=timezone.now(),
            reason=request.POST.get("reason", "").strip(),
        )
    except ClashError as clash:
        newest: Any = clash.current
        return _show(request, found, newest, form, CONFLICT)
    except ValidationError as error:
        form.faults += error.messages
        return _show(request, found, record, form, UNPROCESSABLE)
    word = name_part(form.contract)
    if saved.version == record.version:
        messages.success(request, "Nothing was changed: all is as it was.")
    else:
        messages.success(request, f"The {word} of {saved.reference} were changed.")
    return redirect(found.link_record(saved))


def _read_version(request: HttpRequest, record: Initiative) -> int:
    text = request.POST.get("version", "")
    small = text.isascii() and text.isdigit() and len(text) < 10
    return int(text) if small else record.version


def _show(
    request: HttpRequest,
    found: Register,
    record: Initiative,
    form: PartForm,
    status: int,
) -> HttpResponse:
    contract, word = form.contract, name_part(form.contract)
    version = record.version
    if status != CONFLICT and request.method == "POST":
        version = _read_version(request, record)
    head, rows = make_table(contract, record.rows.get(contract.name, ()))
    context = {
        "title": f"Change the {word} of {record.reference}",
        "about": contract.about,
        "record": record,
        "version": version,
        "form": form,
        "word": word,
        "reason": request.POST.get("reason", ""),
        "suggestions": list_suggestions(found.scope, contract),
        "is_clash": status == CONFLICT,
        "head": head,
        "rows": rows,
        "breadcrumbs": list_crumbs(found, record),
    }
    return render(request, "initiatives/part.jinja", context, status=status)
