"""Pages of sources: what a plan cites, and one source with all that rests on it."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from placeplan_web.evidence.models import Run
from placeplan_web.evidence.presenters.source import (
    HEAD,
    SourcePage,
    list_known,
    list_rows,
    narrow_sources,
)
from placeplan_web.evidence.queries import find_current_run
from placeplan_web.evidence.shelf import get_plan
from placeplan_web.evidence.views.request import PageRequest
from placeplan_web.evidence.views.room import find_named_run

MOST_LETTERS = 100


@require_safe
def sources(request: PageRequest) -> HttpResponse:
    run, address = _find_run(request), request.address
    context: dict[str, object] = {"title": "Sources", "run": run}
    if run is None:
        return render(request, "evidence/no_run.jinja", context)
    text = request.GET.get("q", "").strip()[:MOST_LETTERS]
    known = list_known(run, address.as_at)
    found = narrow_sources(known, text)
    context |= {
        "known": known,
        "text": text,
        "head": HEAD,
        "rows": list_rows(found, run, address),
    }
    return render(request, "evidence/sources.jinja", context)


@require_safe
def source(request: PageRequest, source: str) -> HttpResponse:
    run, address = _find_run(request), request.address
    if run is None:
        context = {"title": "Source", "run": None}
        return render(request, "evidence/no_run.jinja", context)
    plan = get_plan(run.dataset)
    found = next((each for each in plan.sources if each.id == source), None)
    if found is None:
        raise Http404
    shown: dict[str, object] = {
        "title": found.title,
        "page": SourcePage(found, run, address),
        "run": run,
        "breadcrumbs": [("Sources", address.link("evidence:sources"))],
    }
    return render(request, "evidence/source.jinja", shown)


def _find_run(request: PageRequest) -> Run | None:
    """The run whose sources are shown; a past day asks for those known by then.

    A paper is known from its date on, however late a run cited it: so where no run was
    known on the day, the sources of today's are taken, and the later ones left out.
    """
    named = find_named_run(request)
    return named or find_current_run(as_at=request.address.as_at) or find_current_run()
