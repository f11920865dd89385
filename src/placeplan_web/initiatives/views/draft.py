"""Pages of drafts: all of them, open one, one with what differs and what is wrong."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from placeplan_web.design.words import write_count
from placeplan_web.evidence.queries import list_datasets
from placeplan_web.initiatives.forms.open_form import OpenForm, VersionForm
from placeplan_web.initiatives.models import Draft
from placeplan_web.initiatives.operations.draft import open_draft
from placeplan_web.initiatives.presenters.difference import (
    HEAD,
    list_tables,
    say_counts,
)
from placeplan_web.initiatives.queries.difference import compare_tables
from placeplan_web.initiatives.queries.draft import (
    find_dataset,
    find_past,
    list_drafts,
    list_known,
    read_tables,
    write_tables,
)
from placeplan_web.initiatives.queries.folder import digest_tables, find_faults
from placeplan_web.initiatives.registers.initiative import PERMISSIONS
from placeplan_web.initiatives.views.request import get_draft, get_user
from placeplan_web.registers.known import PastDay
from placeplan_web.registers.presenters.past import say_past
from placeplan_web.registers.views.request import get_address

FAULTS_SHOWN = 100


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    address, user = get_address(request), request.user
    rows = [
        [
            {
                "text": each.name,
                "href": address.link("initiatives:draft", slug=each.slug),
            },
            write_count(getattr(each, "in_use"), "initiative"),  # noqa: B009 - the query counts
            _say_whose(each, user),
            timezone.localdate(each.opened_at).isoformat(),
        ]
        for each in list_drafts(user)
    ]
    context = {
        "title": "Initiatives",
        "rows": rows,
        "form": OpenForm(datasets=list_datasets(user)),
        "may_open": user.is_authenticated and address.as_at is None,
    }
    return render(request, "initiatives/index.jinja", context)


def _say_whose(each: Draft, reader: Any) -> str:
    if each.owner_id is None:
        return "the example, open to everyone and kept by staff"
    return "yours" if each.owner_id == reader.pk else "a colleague's"


@require_POST
def open_one(request: HttpRequest) -> HttpResponse:
    address, user = get_address(request).at(None), get_user(request)
    form = OpenForm(request.POST, datasets=list_datasets(user))
    if not form.is_valid():
        messages.error(request, "Choose one of the plan folders.")
        return redirect(address.link("initiatives:index"))
    dataset = form.cleaned_data["dataset"]
    draft = open_draft(by=user, dataset=dataset, at=timezone.now())
    messages.success(request, "The draft is open: change what you like.")
    return redirect(address.link("initiatives:draft", slug=draft.slug))


@require_safe
def draft(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_draft(request, slug)
    return show_draft(request, found, None)


def show_draft(
    request: HttpRequest, found: Draft, form: VersionForm | None, **more: Any
) -> HttpResponse:
    """Show a draft: what differs from its plan folder, and what would be refused."""
    address, user = get_address(request), request.user
    past = find_past(address.as_at)
    dataset = find_dataset(found, past)
    tables = write_tables(list_known(found, past))
    differences = compare_tables(read_tables(dataset), tables)
    faults = find_faults(dataset, tables)
    may_change = address.as_at is None and user.has_perm(PERMISSIONS.change, found)
    digest = digest_tables(dataset, tables)
    first = {"digest": digest, "title": _name_next(found)}
    context = {
        "title": found.name,
        "draft": found,
        "dataset": dataset,
        "past": say_past(past) if past else "",
        "finding": say_counts(differences),
        "head": HEAD,
        "tables": list_tables(differences),
        "faults": faults[:FAULTS_SHOWN],
        "fault_count": len(faults),
        "may_change": may_change,
        "may_read_plan": user.has_perm("evidence.read_dataset", dataset),
        "form": form or VersionForm(initial=first),
        "version_rows": _list_versions(request, found, past),
        "breadcrumbs": [("Initiatives", address.link("initiatives:index"))],
        **more,
    }
    status = 422 if form is not None else 200
    return render(request, "initiatives/draft.jinja", context, status=status)


def _name_next(found: Draft) -> str:
    return f"{found.name}, version {found.versions.count() + 2}"  # after the first


def _list_versions(
    request: HttpRequest, found: Draft, past: PastDay | None
) -> list[list[Any]]:
    address = get_address(request)
    made = found.versions.select_related("dataset")
    known = made.filter(at__lt=past.moment) if past else made
    return [
        [
            {
                "text": each.dataset.title,
                "href": address.link(
                    "initiatives:version", slug=found.slug, public_id=each.public_id
                ),
            },
            f"{timezone.localtime(each.at):%Y-%m-%d %H:%M}",
            each.reason,
        ]
        for each in known
    ]
