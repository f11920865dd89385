"""Pictures and tables of the ledger as answers, drawn once while nothing changes."""

from collections.abc import Callable, Mapping
from hashlib import sha256

from django.core.cache import caches
from django.http import Http404, HttpRequest, HttpResponse

from placeplan.plan.figure import Figure
from placeplan_web.design.picture_frame import SVG_TYPE
from placeplan_web.design.table_file import write_table
from placeplan_web.evidence.gallery import Screen, draw_figure
from placeplan_web.money.queries.book import find_book, find_newest
from placeplan_web.money.queries.exhibit import Exhibit

SECONDS_KEPT = 600


def answer_svg(
    request: HttpRequest, figure: str, draw: Callable[[], Mapping[str, Figure]]
) -> HttpResponse:
    """Answer with a picture, as it was drawn before if the ledger is the same."""
    book = find_book()
    newest = find_newest(book).change if book else ""
    named = f"{newest} {request.get_full_path()}".encode()
    key = f"ledger-drawing-{sha256(named).hexdigest()}"
    drawing = caches["memory"].get(key)
    if drawing is None:
        figures = draw()
        if figure not in figures:
            raise Http404
        screen: Screen = "phone" if request.GET.get("for") == "phone" else "desk"
        drawing = draw_figure(figures[figure], screen)
        caches["memory"].set(key, drawing, SECONDS_KEPT)
    return HttpResponse(drawing, content_type=SVG_TYPE)


def answer_file(
    figure: str,
    kind: str,
    name: str,
    figures: Mapping[str, Figure],
    exhibits: Mapping[str, Exhibit],
) -> HttpResponse:
    """Answer with the table of a picture, or a table of the page, as a file."""
    file = f"{name}-{figure}.{kind}"
    if figure in figures:
        shown = figures[figure]
        notes = [shown.finding, f"Status: {shown.status}."]
        return write_table(shown.table, file, shown.title, notes)
    if figure not in exhibits:
        raise Http404
    return write_table(exhibits[figure].table, file, exhibits[figure].title)
