"""The front page: the system on one page, for a reader with thirty seconds."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from placeplan_web.accounts.models import User
from placeplan_web.evidence.gallery import list_figures
from placeplan_web.evidence.models import Run
from placeplan_web.evidence.presenters.front import FrontPage
from placeplan_web.evidence.presenters.picture import Frame, RoomLinks
from placeplan_web.evidence.presenters.run import HEAD, list_rows
from placeplan_web.evidence.provenance import find_origin
from placeplan_web.evidence.queries import list_own_runs
from placeplan_web.evidence.rooms import ROOMS
from placeplan_web.evidence.views.request import PageRequest
from placeplan_web.evidence.views.room import find_run

RUNS_SHOWN = 5


@require_safe
def home(request: PageRequest) -> HttpResponse:
    run, user, address = find_run(request), request.user, request.address
    own = list_own_runs(user)[:RUNS_SHOWN] if isinstance(user, User) else ()
    context: dict[str, object] = {
        "title": "The system on one page",
        "run": run,
        "head": HEAD,
        "mine": list_rows(own, user, address),
    }
    if run is None:
        return render(request, "evidence/no_run.jinja", context)
    context |= {"page": FrontPage(run, address), "bridge": _show_bridge(request, run)}
    return render(request, "evidence/front.jinja", context)


def _show_bridge(request: PageRequest, run: Run) -> dict[str, object]:
    room = ROOMS["money"]
    bridge = list_figures(run, room, None)["bridge"]
    measures = next(each.measures for each in room.pictures if each.id == "bridge")
    origin = find_origin(run, measures=measures)
    address = request.address.about(None)
    links = RoomLinks(run, room, address)
    return Frame(run, address, links).present_picture(bridge, origin)
