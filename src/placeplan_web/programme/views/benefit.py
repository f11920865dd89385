"""The picture of a benefit, and its numbers as files."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_safe

from placeplan.plan.figure import Figure
from placeplan_web.design.picture_frame import SVG_TYPE
from placeplan_web.design.table_file import write_table
from placeplan_web.evidence.gallery import draw_figure
from placeplan_web.programme.models import Benefit
from placeplan_web.programme.presenters.benefit import make_figure
from placeplan_web.programme.queries.benefit_position import read_path
from placeplan_web.programme.views.request import get_frame


@require_safe
def svg(request: HttpRequest, slug: str, reference: str) -> HttpResponse:
    figure = _get_figure(request, slug, reference)
    is_phone = request.GET.get("for") == "phone"
    drawn = draw_figure(figure, "phone" if is_phone else "desk")
    return HttpResponse(drawn, content_type=SVG_TYPE)


@require_safe
def file(request: HttpRequest, slug: str, reference: str, kind: str) -> HttpResponse:
    figure = _get_figure(request, slug, reference)
    return write_table(figure.table, f"{reference}.{kind}", figure.finding)


def _get_figure(request: HttpRequest, slug: str, reference: str) -> Figure:
    frame = get_frame(request, slug)
    records = Benefit.objects.select_related("owner_post", "programme")
    record = get_object_or_404(records, programme=frame.programme, reference=reference)
    figure = make_figure(record, read_path(record), timezone.localdate())
    if figure is None:
        raise Http404
    return figure
