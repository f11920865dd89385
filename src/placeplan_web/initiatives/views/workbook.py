"""The workbook of a draft: take it away, send it back, see what it would do."""

from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
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
from placeplan.tables.workbook import write_workbook
from placeplan_web.design.table_file import EXCEL_TYPE
from placeplan_web.design.words import write_count
from placeplan_web.evidence.operations import RefusedError
from placeplan_web.initiatives.forms.workbook_form import WorkbookForm
from placeplan_web.initiatives.models import Draft
from placeplan_web.initiatives.operations.workbook import (
    ROOM,
    WORKBOOK,
    apply_workbook,
    drop_workbook,
    keep_workbook,
)
from placeplan_web.initiatives.queries.draft import (
    find_past,
    list_known,
    write_tables,
)
from placeplan_web.initiatives.queries.workbook import make_sheets
from placeplan_web.initiatives.queries.workbook_plan import plan_workbook
from placeplan_web.initiatives.views.draft import FAULTS_SHOWN
from placeplan_web.initiatives.views.request import (
    get_draft,
    get_draft_to_change,
    get_user,
    list_crumbs,
)
from placeplan_web.registers.models import RegisterImport
from placeplan_web.registers.views.request import get_address


@require_safe
def export(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_draft(request, slug)
    past = find_past(get_address(request).as_at)
    sheets = make_sheets(write_tables(list_known(found, past)))
    with TemporaryDirectory() as folder:
        path = Path(folder) / "workbook.xlsx"
        write_workbook(sheets, path, title=f"Initiatives of {found.name}")
        response = HttpResponse(path.read_bytes(), content_type=EXCEL_TYPE)
    name = f"initiatives-{found.slug}.xlsx"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def send(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_draft_to_change(request, slug)
    sent = request.method == "POST"
    form = WorkbookForm(request.POST, request.FILES) if sent else WorkbookForm()
    faults: list[Fault] = []
    if sent and form.is_valid():
        upload = form.cleaned_data["file"]
        row, faults = _keep(request, found, LoadedFile(upload.name, upload.read()))
        if row is not None:
            return redirect(_link(request, found, row))
    context = {
        "title": "Send a workbook of initiatives",
        "draft": found,
        "form": form,
        "faults": faults[:FAULTS_SHOWN],
        "breadcrumbs": list_crumbs(request, found),
    }
    status = 422 if sent else 200
    return render(request, "initiatives/send.jinja", context, status=status)


def _keep(
    request: HttpRequest, found: Draft, file: LoadedFile
) -> tuple[RegisterImport | None, list[Fault]]:
    try:
        plan = plan_workbook(found, file)
    except InputError as error:
        return None, list(error.faults)
    if plan.faults:
        return None, plan.faults
    now = timezone.now()
    row = keep_workbook(by=get_user(request), draft=found, file=file, plan=plan, at=now)
    return row, []


@never_cache
@require_safe
def show(request: HttpRequest, slug: str, public_id: UUID) -> HttpResponse:
    found = get_draft_to_change(request, slug)
    row = _get_row(found, public_id)
    counts = row.counts
    context = {
        "title": f"Workbook {row.file_name}",
        "draft": found,
        "row": row,
        "count_words": [
            f"{write_count(counts[name], 'initiative')} {words}"
            for name, words in _COUNTS
            if counts.get(name)
        ],
        "has_differences": bool(row.shown),
        "breadcrumbs": list_crumbs(request, found),
    }
    return render(request, "initiatives/workbook.jinja", context)


_COUNTS = (
    ("new", "new"),
    ("changed", "changed"),
    ("unchanged", "the same as here"),
    ("left_out", "not in the workbook, and left alone"),
)


@require_POST
def confirm(request: HttpRequest, slug: str, public_id: UUID) -> HttpResponse:
    found = get_draft_to_change(request, slug)
    row = _get_row(found, public_id)
    try:
        many = apply_workbook(
            by=get_user(request), draft=found, row=row, at=timezone.now()
        )
    except RefusedError as error:
        messages.error(request, str(error))
        return redirect(_link(request, found, row))
    words = write_count(many, "initiative")
    messages.success(request, f"The workbook was applied to {words}.")
    return redirect(list_crumbs(request, found)[-1][1])


@require_POST
def drop(request: HttpRequest, slug: str, public_id: UUID) -> HttpResponse:
    found = get_draft_to_change(request, slug)
    try:
        drop_workbook(
            by=get_user(request), row=_get_row(found, public_id), at=timezone.now()
        )
    except RefusedError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, "The workbook was dropped. Nothing was written.")
    return redirect(list_crumbs(request, found)[-1][1])


def _get_row(found: Draft, public_id: UUID) -> RegisterImport:
    rows = RegisterImport.objects.filter(room=ROOM, scope=found.slug, register=WORKBOOK)
    row: RegisterImport = get_object_or_404(rows, public_id=public_id)
    return row


def _link(request: HttpRequest, found: Draft, row: RegisterImport) -> str:
    address = get_address(request).at(None)
    return address.link(
        "initiatives:workbook-sent", slug=found.slug, public_id=row.public_id
    )
