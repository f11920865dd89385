"""Pages of runs: list, one run with its progress, and what may be done with it."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from placeplan_web.accounts.permission import require_permission
from placeplan_web.audit.queries import list_entries
from placeplan_web.evidence import operations
from placeplan_web.evidence.models import Run
from placeplan_web.evidence.operations import RefusedError
from placeplan_web.evidence.presenters.dataset import list_choices
from placeplan_web.evidence.presenters.history import list_history
from placeplan_web.evidence.presenters.run import (
    FILES,
    HEAD,
    RunPage,
    list_filters,
    list_rows,
)
from placeplan_web.evidence.queries import (
    find_run_under_way,
    is_known,
    list_datasets,
    list_runs,
    narrow_runs,
)
from placeplan_web.evidence.store import results_path
from placeplan_web.evidence.views.request import PageRequest, SignedInRequest

RUNS_A_PAGE = 25
CHOICES_SHOWN = 5
MOST_LETTERS = 100
SANDBOX = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
    "frame-ancestors 'none'; sandbox"
)
"""For one file with its own looks and no script: shut in, beside our pages."""
NOT_YOURS = (
    "This run is private to its owner and their organisation. If you are one of them, "
    "sign in; otherwise ask the owner to release it."
)
NOT_TO_STEER = "Only the owner of a run may do this."


@require_safe
def runs(request: PageRequest) -> HttpResponse:
    user, address = request.user, request.address
    text = request.GET.get("q", "").strip()[:MOST_LETTERS]
    state = request.GET.get("state", "")
    seen = list_runs(user, as_at=address.as_at)
    found = narrow_runs(seen, text=text, state=state)
    page = Paginator(found, RUNS_A_PAGE).get_page(request.GET.get("page"))
    near = list_datasets(user)[: CHOICES_SHOWN + 1]
    choices = [] if address.as_at else list(near)
    context = {
        "title": "Runs",
        "page": page,
        "head": HEAD,
        "rows": list_rows(page, user, address),
        "filters": list_filters(text, state),
        "is_narrowed": bool(text or state),
        "this_list": address.link("evidence:runs", query={"q": text, "state": state}),
        "choices": list_choices(choices, user, address)[:CHOICES_SHOWN],
        "has_more_choices": len(choices) > CHOICES_SHOWN,
        "under_way": find_run_under_way(user) if user.is_authenticated else None,
    }
    return render(request, "evidence/runs.jinja", context)


@never_cache
@require_safe
def run(request: PageRequest, public_id: UUID) -> HttpResponse:
    record = _get_run(request, public_id)
    page = RunPage(record, request.user, request.address)
    context = {"title": page.title, "page": page, "breadcrumbs": _crumbs(request)}
    if not is_known(record, request.address.as_at):
        return render(request, "evidence/no_run.jinja", context)
    entries = list_entries("run", record.public_id)
    context["history"] = list_history(entries, record, request.user)
    return render(request, "evidence/run.jinja", context)


@never_cache
@require_safe
def progress(request: PageRequest, public_id: UUID) -> JsonResponse:
    """Tell the page how far the run is; it asks every second while it is open."""
    record = _get_run(request, public_id)
    page = RunPage(record, request.user, request.address)
    return JsonResponse({"under_way": record.is_under_way, **page.progress})


@require_safe
def file(request: PageRequest, public_id: UUID, file: str) -> FileResponse:
    record = _get_run(request, public_id)
    if file not in FILES or not record.is_finished:
        raise Http404
    path = results_path(record) / file
    if not path.is_file():  # a version before this one did not write it
        raise Http404
    shown = file == "report.html"
    response = FileResponse(path.open("rb"), as_attachment=not shown, filename=file)
    if shown:
        response.headers["Content-Security-Policy"] = SANDBOX
    if not record.released_at:
        response.headers["Cache-Control"] = "no-store"
    return response


@require_POST
def cancel(request: SignedInRequest, public_id: UUID) -> HttpResponse:
    done = "The run was cancelled. If it is at work, it stops at its next step."
    return _steer(request, public_id, operations.cancel_run, done)


@require_POST
def retry(request: SignedInRequest, public_id: UUID) -> HttpResponse:
    done = "The run waits for a worker again."
    return _steer(request, public_id, operations.retry_run, done)


@require_POST
def release(request: SignedInRequest, public_id: UUID) -> HttpResponse:
    done = "The run is open to everyone now."
    return _steer(
        request, public_id, operations.release_run, done, "evidence.release_run"
    )


def _crumbs(request: PageRequest) -> list[tuple[str, str]]:
    return [("Runs", request.address.link("evidence:runs"))]


def _get_run(request: PageRequest, public_id: UUID) -> Run:
    found = get_object_or_404(
        Run.objects.select_related("dataset", "owner"), public_id=public_id
    )
    require_permission(request, "evidence.read_run", found, why_not=NOT_YOURS)
    return found


def _steer(
    request: SignedInRequest,
    public_id: UUID,
    operation: operations.Steering,
    done: str,
    permission: str = "evidence.steer_run",
) -> HttpResponse:
    found = get_object_or_404(
        Run.objects.select_related("dataset"), public_id=public_id
    )
    require_permission(request, permission, found, why_not=NOT_TO_STEER)
    try:
        operation(by=request.user, run=found, at=timezone.now())
    except RefusedError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, done)
    today = request.address.at(None)  # what was done just now shows today alone
    return redirect(today.link("evidence:run", public_id=public_id))
