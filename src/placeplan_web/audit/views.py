"""Pages on which staff read who did what, and have the chain proven."""

from datetime import date

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from placeplan_web.audit.kind import find_kind
from placeplan_web.audit.presenters.entry import list_lines
from placeplan_web.audit.queries import (
    EntryQuestion,
    find_head,
    list_kinds,
    list_verbs,
    search_entries,
    verify,
)

ENTRIES_A_PAGE = 50
MOST_SIGNS = 120
BOXES = (
    ("by", "Who, by user name"),
    ("identifier", "Id of the record"),
    ("first", "From, such as 2019-07-12"),
    ("last", "Until, such as 2019-07-31"),
)


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    asked = {
        name: request.GET.get(name, "").strip()[:MOST_SIGNS]
        for name in ("kind", "identifier", "verb", "by", "first", "last")
    }
    first, last = (_read_day(asked[name]) for name in ("first", "last"))
    question = EntryQuestion(
        asked["kind"], asked["identifier"], asked["verb"], asked["by"], first, last
    )
    unread = [
        asked[n]
        for n, day in (("first", first), ("last", last))
        if asked[n] and not day
    ]
    page = Paginator(search_entries(question), ENTRIES_A_PAGE)
    listed = page.get_page(request.GET.get("page"))
    context = {
        "title": "Audit: who did what",
        "head": find_head(),
        "unread": unread,
        "fields": _list_fields(asked),
        "listed": listed,
        "lines": list_lines(listed),
        "is_filtered": any(asked.values()),
    }
    return render(request, "audit/index.jinja", context)


@require_POST
def check(request: HttpRequest) -> HttpResponse:
    """Walk the whole chain and say what was found."""
    context = {
        "title": "Is the audit whole?",
        "verdict": verify(),
        "breadcrumbs": [("Audit", reverse("audit:index"))],
    }
    return render(request, "audit/verdict.jinja", context)


@require_safe
def export_head(request: HttpRequest) -> HttpResponse:
    """Give the newest entry's number and digest, to be kept somewhere else."""
    head = find_head()
    text = f"{head.sequence}:{head.digest}\n"
    response = HttpResponse(text, content_type="text/plain; charset=utf-8")
    name = f'attachment; filename="audit-head-{head.sequence}.txt"'
    response.headers["Content-Disposition"] = name
    return response


def _read_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _list_fields(asked: dict[str, str]) -> list[dict[str, object]]:
    kinds = [(kind, find_kind(kind).noun.removeprefix("the ")) for kind in list_kinds()]
    verbs = [(verb, verb.replace("-", " ")) for verb in list_verbs()]
    return [
        {
            "name": "kind",
            "label": "Kind of record",
            "value": asked["kind"],
            "options": [("", "Every kind"), *kinds],
        },
        {
            "name": "verb",
            "label": "What was done",
            "value": asked["verb"],
            "options": [("", "Anything"), *verbs],
        },
        *_list_boxes(asked),
    ]


def _list_boxes(asked: dict[str, str]) -> list[dict[str, object]]:
    return [
        {"name": name, "label": label, "value": asked[name]} for name, label in BOXES
    ]
