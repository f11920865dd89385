"""Import a file: see what it would do, confirm it, and watch it being done."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
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
from placeplan_web.registers.addresses import Register
from placeplan_web.registers.forms.import_form import ImportForm
from placeplan_web.registers.import_plan import ImportPlan, plan_import
from placeplan_web.registers.import_record import Place
from placeplan_web.registers.imports import confirm_import, drop_import, start_import
from placeplan_web.registers.models import RegisterImport
from placeplan_web.registers.presenters.import_page import ImportPage
from placeplan_web.registers.room import RegisterRoom
from placeplan_web.registers.views.record import UNPROCESSABLE, list_crumbs
from placeplan_web.registers.views.request import get_register

ROWS_A_PAGE = 50
FAULTS_SHOWN = 500
NOT_WAITING = "This import is under way or over already."


@require_http_methods(["GET", "HEAD", "POST"])
def send(
    request: HttpRequest, room: RegisterRoom, scope: str, register: str
) -> HttpResponse:
    found = _get_register(request, room, scope, register)
    sent = request.method == "POST"
    form = ImportForm(request.POST, request.FILES) if sent else ImportForm()
    faults: tuple[Fault, ...] = ()
    if sent and form.is_valid():
        upload = form.cleaned_data["file"]
        file = LoadedFile(str(upload.name), upload.read())
        plan, faults = _plan(found, file)
        if plan is not None:
            row = start_import(
                by=request.user,
                place=Place(room, found.scope, found.kind),
                file=file,
                plan=plan,
                at=timezone.now(),
            )
            return redirect(_link(found, row))
    context = {
        "title": f"Import {found.kind.nouns}",
        "register": found,
        "form": form,
        "faults": faults[:FAULTS_SHOWN],
        "more_faults": max(0, len(faults) - FAULTS_SHOWN),
        "breadcrumbs": list_crumbs(found),
    }
    status = UNPROCESSABLE if sent else 200
    return render(request, "registers/send.jinja", context, status=status)


def _plan(
    register: Register, file: LoadedFile
) -> tuple[ImportPlan | None, tuple[Fault, ...]]:
    try:
        plan = plan_import(register.kind, register.scope, file)
    except InputError as error:
        return None, tuple(error.faults)
    return (None, tuple(plan.faults)) if plan.faults else (plan, ())


@never_cache
@require_safe
def show_import(
    request: HttpRequest, room: RegisterRoom, scope: str, register: str, public_id: UUID
) -> HttpResponse:
    found = _get_register(request, room, scope, register)
    row = _get_import(found, public_id)
    pages = Paginator(row.shown, ROWS_A_PAGE)
    page = ImportPage(found, row, pages.get_page(request.GET.get("page")))
    context = {
        "title": page.title,
        "page": page,
        "register": found,
        "here": _link(found, row),
        "breadcrumbs": list_crumbs(found),
    }
    return render(request, "registers/import.jinja", context)


@never_cache
@require_safe
def show_progress(
    request: HttpRequest, room: RegisterRoom, scope: str, register: str, public_id: UUID
) -> JsonResponse:
    """Tell the page how far the import is; it asks every second while it is open."""
    found = _get_register(request, room, scope, register)
    row = _get_import(found, public_id)
    page = ImportPage(found, row, Paginator([], 1).get_page(1))
    return JsonResponse({"under_way": row.is_under_way, **page.progress})


@require_POST
def confirm(
    request: HttpRequest, room: RegisterRoom, scope: str, register: str, public_id: UUID
) -> HttpResponse:
    found = _get_register(request, room, scope, register)
    row = _get_import(found, public_id)
    if not confirm_import(by=request.user, row=row, at=timezone.now()):
        messages.error(request, NOT_WAITING)
    return redirect(_link(found, row))


@require_POST
def drop(
    request: HttpRequest, room: RegisterRoom, scope: str, register: str, public_id: UUID
) -> HttpResponse:
    found = _get_register(request, room, scope, register)
    row = _get_import(found, public_id)
    if not drop_import(by=request.user, row=row, at=timezone.now()):
        messages.error(request, NOT_WAITING)
        return redirect(_link(found, row))
    messages.success(request, "The import was dropped. Nothing was written.")
    return redirect(found.link("register"))


def _get_register(
    request: HttpRequest, room: RegisterRoom, scope: str, register: str
) -> Register:
    """Find the register, if the reader may import into it."""
    found = get_register(request, room, scope, register)
    allowed = found.kind.permissions
    require_permission(request, allowed.import_, found.scope, why_not=allowed.why_not)
    return Register(room, found.scope, found.kind, found.address.at(None))


def _get_import(register: Register, public_id: UUID) -> RegisterImport:
    row = RegisterImport.objects.filter(
        public_id=public_id,
        room=register.room.name,
        scope=register.room.get_slug(register.scope),
        register=register.kind.slug,
    ).first()
    if row is None:
        raise Http404
    return row


def _link(register: Register, row: RegisterImport) -> str:
    return register.link("register-import-page", public_id=row.public_id)
