"""Make a new plan folder of a draft; show what one that was made differs in."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from placeplan.errors import InputError
from placeplan_web.evidence.operations import RefusedError
from placeplan_web.initiatives.forms.open_form import VersionForm
from placeplan_web.initiatives.models import PlanVersion
from placeplan_web.initiatives.operations.version import make_version
from placeplan_web.initiatives.presenters.difference import (
    HEAD,
    list_tables,
    say_counts,
)
from placeplan_web.initiatives.queries.difference import compare_tables
from placeplan_web.initiatives.queries.draft import read_tables
from placeplan_web.initiatives.views.draft import FAULTS_SHOWN, show_draft
from placeplan_web.initiatives.views.request import (
    get_draft,
    get_draft_to_change,
    get_user,
    list_crumbs,
)
from placeplan_web.registers.views.request import get_address


@require_POST
def make(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_draft_to_change(request, slug)
    form = VersionForm(request.POST)
    if not form.is_valid():
        return show_draft(request, found, form)
    try:
        version = make_version(
            by=get_user(request),
            draft=found,
            title=form.cleaned_data["title"],
            digest=form.cleaned_data["digest"],
            reason=form.cleaned_data["reason"],
            at=timezone.now(),
        )
    except InputError as error:
        faults = error.faults[:FAULTS_SHOWN]
        return show_draft(
            request, found, form, faults=faults, fault_count=len(error.faults)
        )
    except RefusedError as error:
        messages.error(request, str(error))
        home = get_address(request).at(None)
        return redirect(home.link("initiatives:draft", slug=slug))
    messages.success(request, "The plan is sound. It is stored as a new plan folder.")
    page = get_address(request).at(None)
    return redirect(
        page.link("initiatives:version", slug=slug, public_id=version.public_id)
    )


@require_safe
def show(request: HttpRequest, slug: str, public_id: UUID) -> HttpResponse:
    found = get_draft(request, slug)
    versions = PlanVersion.objects.select_related("dataset", "came_from")
    version = get_object_or_404(versions, draft=found, public_id=public_id)
    differences = compare_tables(
        read_tables(version.came_from), read_tables(version.dataset)
    )
    address, user = get_address(request), request.user
    kept = version.dataset.withdrawn_at is None and address.as_at is None
    context = {
        "title": version.dataset.title,
        "draft": found,
        "version": version,
        "came_from": _name_origin(request, version),
        "finding": say_counts(differences),
        "head": HEAD,
        "tables": list_tables(differences),
        "may_run": kept and user.has_perm("evidence.run_dataset", version.dataset),
        "may_read_plan": user.has_perm("evidence.read_dataset", version.dataset),
        "breadcrumbs": list_crumbs(request, found),
    }
    return render(request, "initiatives/version.jinja", context)


def _name_origin(request: HttpRequest, version: PlanVersion) -> dict[str, str]:
    """Name the plan folder that it came from, with a link for whoever may read it."""
    origin, address = version.came_from, get_address(request)
    if not request.user.has_perm("evidence.read_dataset", origin):
        return {"text": origin.title}
    href = address.link("evidence:plan", public_id=origin.public_id)
    return {"text": origin.title, "href": href}
