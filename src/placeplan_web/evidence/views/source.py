"""Pages of sources: what a plan cites, and one source with all that rests on it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from placeplan_web.evidence.presenters.source import SourcePage, list_rows
from placeplan_web.evidence.shelf import get_plan
from placeplan_web.evidence.views.room import find_run


@require_safe
def sources(request: HttpRequest) -> HttpResponse:
    run = find_run(request)
    context: dict[str, object] = {"title": "Sources", "run": run}
    if run is None:
        return render(request, "evidence/no_run.jinja", context)
    context["rows"] = list_rows(run, request.address)
    return render(request, "evidence/sources.jinja", context)


@require_safe
def source(request: HttpRequest, source: str) -> HttpResponse:
    run = find_run(request)
    if run is None:
        context = {"title": "Source", "run": None}
        return render(request, "evidence/no_run.jinja", context)
    plan = get_plan(run.dataset)
    found = next((each for each in plan.sources if each.id == source), None)
    if found is None:
        raise Http404
    page = SourcePage(found, run, request.address)
    context = {"title": found.title, "page": page, "run": run}
    return render(request, "evidence/source.jinja", context)
