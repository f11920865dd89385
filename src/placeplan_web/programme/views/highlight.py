"""The highlight report of a programme, on a page and as a file."""

from datetime import date
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from placeplan_web.design.address import read_day
from placeplan_web.design.table_file import write_table
from placeplan_web.programme.presenters.highlight import (
    MARKDOWN,
    HighlightPage,
    find_period,
)
from placeplan_web.programme.queries.report import read_report
from placeplan_web.programme.queries.stake import find_stakes_of
from placeplan_web.programme.queries.standing import read_standing
from placeplan_web.programme.views.request import get_frame, show

USUAL_DAYS: Final = 28
"""Days that a report covers where the address does not say: four weeks."""


@require_safe
def highlight(request: HttpRequest, slug: str) -> HttpResponse:
    page = _make_page(request, slug)
    title = f"Highlight report of {page.frame.programme.name}"
    return show(request, "highlight", title, page, "programme:highlight")


@require_safe
def highlight_file(request: HttpRequest, slug: str, file: str) -> HttpResponse:
    page = _make_page(request, slug)
    name = f"{slug}-highlight-{page.records.as_at}.{file}"
    if file != MARKDOWN:
        return write_table(page.make_table(), name, page.period)
    kind = "text/markdown; charset=utf-8"
    response = HttpResponse(page.make_markdown(), content_type=kind)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _make_page(request: HttpRequest, slug: str) -> HighlightPage:
    frame = get_frame(request, slug)
    today = timezone.localdate()
    first, last = find_period(
        _read(request, "from"),
        _read(request, "to"),
        frame.address.day(today),
        USUAL_DAYS,
    )
    as_at = last if last < today or frame.address.as_at else None
    standing = read_standing(frame.programme, as_at, today)
    records = read_report(standing, first, find_stakes_of(standing))
    return HighlightPage(frame, standing, records)


def _read(request: HttpRequest, name: str) -> date | None:
    text = request.GET.get(name, "").strip()
    return read_day(text) if text else None
