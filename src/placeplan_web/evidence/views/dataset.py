"""Pages of plan folders: list them, upload one, look at one, run it, withdraw it."""

import tempfile
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from uuid import UUID

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from placeplan.errors import Fault, InputError, PlaceplanError
from placeplan_web.accounts.permission import require_permission
from placeplan_web.audit.queries import list_entries
from placeplan_web.evidence import operations
from placeplan_web.evidence.forms import UploadForm, WithdrawForm
from placeplan_web.evidence.models import Dataset
from placeplan_web.evidence.operations import RefusedError
from placeplan_web.evidence.presenters.dataset import list_choices, list_facts
from placeplan_web.evidence.presenters.history import list_history
from placeplan_web.evidence.presenters.run import HEAD, list_rows
from placeplan_web.evidence.queries import list_datasets, list_runs
from placeplan_web.evidence.views.request import PageRequest, SignedInRequest

PLANS_A_PAGE = 25
RUNS_SHOWN = 25
COPY = "plan.zip"
NOT_YOURS = (
    "This plan folder is private to its owner and their organisation. If you are one "
    "of them, sign in."
)


@require_safe
def plans(request: PageRequest) -> HttpResponse:
    user, address = request.user, request.address
    page = Paginator(list_datasets(user), PLANS_A_PAGE).get_page(
        request.GET.get("page")
    )
    context = {
        "title": "Plan folders",
        "page": page,
        "choices": list_choices(page, user, address),
        "breadcrumbs": [("Runs", address.link("evidence:runs"))],
    }
    return render(request, "evidence/plans.jinja", context)


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: SignedInRequest) -> HttpResponse:
    sent = request.method == "POST"
    form = UploadForm(request.POST, request.FILES) if sent else UploadForm()
    context = {
        "title": "Add a plan folder",
        "form": form,
        "faults": (),
        "refusal": "",
        "breadcrumbs": [("Runs", request.address.link("evidence:runs"))],
    }
    if not sent:
        return render(request, "evidence/add.jinja", context)
    if form.is_valid():
        try:
            dataset = _store(request, form.cleaned_data["archive"])
        except InputError as error:
            context["faults"] = error.faults
        except (PlaceplanError, RefusedError) as error:
            context["refusal"] = str(error)
        else:
            messages.success(request, "The plan folder is sound and was stored.")
            return redirect(_find_page(request, dataset.public_id))
    return render(request, "evidence/add.jinja", context, status=422)


@require_safe
def plan(request: PageRequest, public_id: UUID) -> HttpResponse:
    dataset = _get_dataset(request, public_id, "evidence.read_dataset")
    user, address = request.user, request.address
    near = list_runs(user, as_at=address.as_at).filter(dataset=dataset)
    shown = list(near[:RUNS_SHOWN])
    may_change = dataset.withdrawn_at is None and address.as_at is None
    entries = list_entries("dataset", dataset.public_id)
    context = {
        "title": dataset.title,
        "dataset": dataset,
        "facts_rows": list_facts(
            dataset, is_released=any(run.released_at for run in shown)
        ),
        "head": HEAD,
        "rows": list_rows(shown, user, address),
        "may_run": may_change and user.has_perm("evidence.run_dataset", dataset),
        "may_withdraw": may_change
        and user.has_perm("evidence.withdraw_dataset", dataset),
        "form": WithdrawForm(),
        "history": list_history(entries, dataset, user),
        "breadcrumbs": [
            ("Runs", address.link("evidence:runs")),
            ("Plan folders", address.link("evidence:plans")),
        ],
    }
    return render(request, "evidence/plan.jinja", context)


@require_POST
def start(request: SignedInRequest, public_id: UUID) -> HttpResponse:
    dataset = _get_dataset(request, public_id, "evidence.run_dataset")
    today = request.address.at(None)  # what is done now shows today alone
    try:
        run = operations.start_run(by=request.user, dataset=dataset, at=timezone.now())
    except RefusedError as error:
        messages.error(request, str(error))
        return redirect(today.link("evidence:runs"))
    return redirect(today.link("evidence:run", public_id=run.public_id))


@require_POST
def withdraw(request: SignedInRequest, public_id: UUID) -> HttpResponse:
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
        messages.error(request, " ".join(str(error) for error in form.errors["reason"]))
    return redirect(_find_page(request, public_id))


def _store(request: SignedInRequest, archive: "UploadedFile[bytes]") -> Dataset:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / COPY
        with path.open("wb") as copy:
            for chunk in archive.chunks():
                copy.write(chunk)
        try:
            return operations.add_dataset(
                by=request.user, archive=path, at=timezone.now()
            )
        except InputError as error:
            raise InputError(
                _name_as_sent(error.faults, archive.name or COPY)
            ) from error


def _name_as_sent(faults: Iterable[Fault], name: str) -> list[Fault]:
    """Name the archive as whoever sent it knows it, not as our copy is named."""
    return [
        replace(fault, file=name) if fault.file == COPY else fault for fault in faults
    ]


def _find_page(request: PageRequest, public_id: UUID) -> str:
    """The page of a plan folder as it stands today, since it was changed just now."""
    return request.address.at(None).link("evidence:plan", public_id=public_id)


def _get_dataset(request: PageRequest, public_id: UUID, permission: str) -> Dataset:
    found = get_object_or_404(
        Dataset.objects.select_related("owner"), public_id=public_id
    )
    require_permission(request, permission, found, why_not=NOT_YOURS)
    return found
