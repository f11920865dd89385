"""Risks on their matrix, and the history of one risk."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from placeplan_web.design.table_file import write_table
from placeplan_web.programme.models import Risk
from placeplan_web.programme.presenters.heat_map import DEFAULT_KIND, HeatMapPage
from placeplan_web.programme.presenters.risk_history import RiskHistoryPage
from placeplan_web.programme.queries.mitigation import read_mitigations
from placeplan_web.programme.queries.score_history import read_history
from placeplan_web.programme.registers.room import PROGRAMME_ROOM
from placeplan_web.programme.views.request import get_frame, get_standing, show


@require_safe
def heat_map(request: HttpRequest, slug: str) -> HttpResponse:
    page = _make_map(request, slug)
    title = f"Risks of {page.frame.programme.name} on their matrix"
    return show(request, "heat_map", title, page, "programme:heat-map")


@require_safe
def heat_map_file(request: HttpRequest, slug: str, file: str) -> HttpResponse:
    page = _make_map(request, slug)
    return write_table(page.make_table(), f"{slug}-risks.{file}", page.finding)


@require_safe
def history(request: HttpRequest, slug: str, reference: str) -> HttpResponse:
    page = _make_history(request, slug, reference)
    title = f"{page.risk.reference} {page.risk.title}"
    frame = page.frame
    crumbs = [
        *frame.list_crumbs(),
        ("Risks", frame.link_register("risks")),
        (reference, frame.link_record("risks", reference)),
    ]
    return show(request, "risk_history", title, page, breadcrumbs=crumbs)


@require_safe
def history_file(
    request: HttpRequest, slug: str, reference: str, file: str
) -> HttpResponse:
    page = _make_history(request, slug, reference)
    name = f"{slug}-{reference.lower()}-scores.{file}"
    return write_table(page.make_table(), name, page.finding)


def _make_map(request: HttpRequest, slug: str) -> HeatMapPage:
    frame = get_frame(request, slug)
    kind = request.GET.get("kind", DEFAULT_KIND)
    return HeatMapPage(frame, get_standing(frame), kind)


def _make_history(request: HttpRequest, slug: str, reference: str) -> RiskHistoryPage:
    frame = get_frame(request, slug)
    found = Risk.objects.filter(programme=frame.programme, reference=reference).first()
    if found is None:
        raise Http404
    scores = read_history(found)
    authors = {each.scored_by for each in scores.scores}
    return RiskHistoryPage(
        frame,
        get_standing(frame, with_risks=False),
        found,
        scores,
        read_mitigations(found),
        PROGRAMME_ROOM.name_authors(authors, request.user),
    )
