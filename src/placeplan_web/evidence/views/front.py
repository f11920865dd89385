"""The front page: the system on one page, for a reader with thirty seconds."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from placeplan_web.evidence.presenters.front import FrontPage
from placeplan_web.evidence.presenters.picture import present_picture, present_sources
from placeplan_web.evidence.presenters.run import list_rows
from placeplan_web.evidence.queries import list_own_runs
from placeplan_web.evidence.rooms import ROOMS, list_figures
from placeplan_web.evidence.views.room import find_run


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    run = find_run(request)
    user, address = request.user, request.address
    own = list(list_own_runs(user)[:5]) if user.is_authenticated else []
    context: dict[str, object] = {
        "title": "The system on one page",
        "run": run,
        "mine": list_rows(own, user, address),
    }
    if run is None:
        return render(request, "evidence/no_run.jinja", context)
    room = ROOMS["money"]
    bridge = list_figures(run, room, None).get("bridge")
    measures = ("gap_pounds", "solution_pounds", "population", "beds_needed")
    words, sources = present_sources(measures, run=run, address=address)
    context |= {
        "page": FrontPage(run, address),
        "bridge": bridge
        and present_picture(bridge, run=run, room=room, address=address),
        "made_of": words,
        "sources": sources,
    }
    return render(request, "evidence/front.jinja", context)
