"""Pages of plan folders: upload one, look at one, run it, withdraw it."""

import tempfile
from pathlib import Path
from uuid import UUID

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from placeplan.errors import InputError, PlaceplanError
from placeplan_web.accounts.permission import require_permission
from placeplan_web.evidence import operations
from placeplan_web.evidence.forms import UploadForm, WithdrawForm
from placeplan_web.evidence.models import Dataset
from placeplan_web.evidence.operations import RefusedError
from placeplan_web.evidence.presenters.dataset import list_facts
from placeplan_web.evidence.presenters.run import list_rows
from placeplan_web.evidence.queries import list_runs

NOT_YOURS = (
    "This plan folder is private to its owner and their organisation. If you are one "
    "of them, sign in."
)


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    form = UploadForm(request.POST or None, request.FILES or None)
    context = {"title": "Add a plan folder", "form": form, "faults": (), "refusal": ""}
    if request.method == "POST" and form.is_valid():
        try:
            dataset = _store(request, form.cleaned_data["archive"])
        except InputError as error:
            context["faults"] = error.faults
        except (PlaceplanError, RefusedError) as error:
            context["refusal"] = str(error)
        else:
            messages.success(request, "The plan folder is sound and was stored.")
            link = request.address.link("evidence:plan", public_id=dataset.public_id)
            return redirect(link)
    wrong = request.method == "POST"
    return render(request, "evidence/add.jinja", context, status=422 if wrong else 200)


@require_safe
def plan(request: HttpRequest, public_id: UUID) -> HttpResponse:
    dataset = _get_dataset(request, public_id, "evidence.read_dataset")
    user = request.user
    near = list_runs(user).filter(dataset=dataset)
    may_run = dataset.withdrawn_at is None and user.has_perm(
        "evidence.run_dataset", dataset
    )
    context = {
        "title": dataset.title,
        "dataset": dataset,
        "facts_rows": list_facts(dataset),
        "rows": list_rows(list(near[:25]), user, request.address),
        "may_run": may_run,
        "may_withdraw": dataset.withdrawn_at is None
        and user.has_perm("evidence.withdraw_dataset", dataset),
        "form": WithdrawForm(),
    }
    return render(request, "evidence/plan.jinja", context)


@require_POST
def start(request: HttpRequest, public_id: UUID) -> HttpResponse:
    dataset = _get_dataset(request, public_id, "evidence.run_dataset")
    try:
        run = operations.start_run(by=request.user, dataset=dataset, at=timezone.now())
    except RefusedError as error:
        messages.error(request, str(error))
        return redirect(request.address.link("evidence:runs"))
    return redirect(request.address.link("evidence:run", public_id=run.public_id))


@require_POST
def withdraw(request: HttpRequest, public_id: UUID) -> HttpResponse:
    dataset = _get_dataset(request, public_id, "evidence.withdraw_dataset")
    form = WithdrawForm(request.POST)
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        try:
            operations.withdraw_dataset(
                by=request.user, dataset=dataset, reason=reason, at=timezone.now()
            )
        except RefusedError as error:
            messages.error(request, str(error))
        else:
            messages.success(request, "The plan folder was withdrawn; its runs stay.")
    else:
        messages.error(request, form.errors["reason"][0])
    return redirect(request.address.link("evidence:plan", public_id=public_id))


def _store(request: HttpRequest, archive: UploadedFile) -> Dataset:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "plan.zip"
        with path.open("wb") as copy:
            for chunk in archive.chunks():
                copy.write(chunk)
        return operations.add_dataset(by=request.user, archive=path, at=timezone.now())


def _get_dataset(request: HttpRequest, public_id: UUID, permission: str) -> Dataset:
    found = get_object_or_404(Dataset, public_id=public_id)
    require_permission(request, permission, found, why_not=NOT_YOURS)
    return found
