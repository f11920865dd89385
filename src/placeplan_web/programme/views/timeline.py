"""The timeline of a programme, and its file."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from placeplan_web.design.table_file import write_table
from placeplan_web.programme.presenters.timeline import LEGEND, TimelinePage
from placeplan_web.programme.queries.network import read_network
from placeplan_web.programme.views.request import get_frame, get_standing, show


@require_safe
def timeline(request: HttpRequest, slug: str) -> HttpResponse:
    page = _make_page(request, slug)
    title = f"Timeline of {page.frame.programme.name}"
    return show(request, "timeline", title, page, "programme:timeline", legend=LEGEND)


@require_safe
def timeline_file(request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    page = _make_page(request, slug)
    return write_table(page.make_table(), f"{slug}-timeline.{kind}", page.finding)


def _make_page(request: HttpRequest, slug: str) -> TimelinePage:
    frame = get_frame(request, slug)
    standing = get_standing(frame, with_risks=False)
    query = request.GET
    return TimelinePage(
        frame,
        standing,
        read_network(standing),
        query.get("project", ""),
        query.get("page", "1"),
    )
