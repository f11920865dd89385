"""Pages of runs: list, one run with its progress, and what may be done with it."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from placeplan_web.accounts.permission import require_permission
from placeplan_web.evidence import operations
from placeplan_web.evidence.models import Run
from placeplan_web.evidence.operations import RefusedError
from placeplan_web.evidence.presenters.dataset import list_choices
from placeplan_web.evidence.presenters.run import FILES, RunPage, list_rows
from placeplan_web.evidence.queries import (
    find_run_under_way,
    list_datasets,
    list_runs,
)
from placeplan_web.evidence.store import results_path

RUNS_A_PAGE = 25
NOT_YOURS = (
    "This run is private to its owner and their organisation. If you are one of them, "
    "sign in; otherwise ask the owner to release it."
)
NOT_TO_STEER = "Only the owner of a run may do this."


@require_safe
def runs(request: HttpRequest) -> HttpResponse:
    seen = list_runs(request.user, as_at=request.address.as_at)
    page = Paginator(seen, RUNS_A_PAGE).get_page(request.GET.get("page"))
    user = request.user
    context = {
        "title": "Runs",
        "page": page,
        "rows": list_rows(list(page), user, request.address),
        "choices": list_choices(list(list_datasets(user)), user, request.address),
        "under_way": find_run_under_way(user) if user.is_authenticated else None,
    }
    return render(request, "evidence/runs.jinja", context)


@never_cache
@require_safe
def run(request: HttpRequest, public_id: UUID) -> HttpResponse:
    record = _get_run(request, public_id)
    page = RunPage(record, request.user, request.address)
    return render(request, "evidence/run.jinja", {"title": page.title, "page": page})


@never_cache
@require_safe
def progress(request: HttpRequest, public_id: UUID) -> JsonResponse:
    """Tell the page how far the run is; it asks every second while it is open."""
    record = _get_run(request, public_id)
    page = RunPage(record, request.user, request.address)
    return JsonResponse({"under_way": record.is_under_way, **page.progress})


@require_safe
def file(request: HttpRequest, public_id: UUID, file: str) -> FileResponse:
    record = _get_run(request, public_id)
    if file not in FILES or not record.is_finished:
        raise Http404
    path = results_path(record) / file
    shown = file == "report.html"
    response = FileResponse(path.open("rb"), as_attachment=not shown, filename=file)
    if shown:  # one file with its own looks and no script: shut in, beside our pages
        response.headers["Content-Security-Policy"] = (
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox"
        )
    return response


@require_POST
def cancel(request: HttpRequest, public_id: UUID) -> HttpResponse:
    return _steer(request, public_id, operations.cancel_run, "The run will stop.")


@require_POST
def retry(request: HttpRequest, public_id: UUID) -> HttpResponse:
    return _steer(request, public_id, operations.retry_run, "The run waits again.")


@require_POST
def release(request: HttpRequest, public_id: UUID) -> HttpResponse:
    words = "The run is open to everyone now."
    return _steer(request, public_id, operations.release_run, words)


def _get_run(request: HttpRequest, public_id: UUID) -> Run:
    found = get_object_or_404(
        Run.objects.select_related("dataset", "owner"), public_id=public_id
    )
    require_permission(request, "evidence.read_run", found, why_not=NOT_YOURS)
    return found


def _steer(
    request: HttpRequest,
    public_id: UUID,
    operation: "operations.Steering",
    done: str,
) -> HttpResponse:
    found = get_object_or_404(Run, public_id=public_id)
    require_permission(request, "evidence.steer_run", found, why_not=NOT_TO_STEER)
    try:
        operation(by=request.user, run=found, at=timezone.now())
    except RefusedError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, done)
    return redirect(request.address.link("evidence:run", public_id=public_id))
