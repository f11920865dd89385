"""The pounds at stake of a programme: page, picture and files."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from placeplan_web.design.picture_frame import SVG_TYPE
from placeplan_web.design.table_file import write_table
from placeplan_web.evidence.gallery import draw_figure
from placeplan_web.programme.models import DeliveryProposal, ProposalState
from placeplan_web.programme.presenters.frame import Frame
from placeplan_web.programme.presenters.stake import StakePage
from placeplan_web.programme.queries.risk_stake import find_risk_stakes_of
from placeplan_web.programme.queries.stake import find_stakes_of, list_records
from placeplan_web.programme.queries.standing import read_standing
from placeplan_web.programme.views.request import get_frame, show


@require_safe
def at_stake(request: HttpRequest, slug: str) -> HttpResponse:
    page = _read_page(get_frame(request, slug))
    return show(request, "at_stake", "At stake", page, "programme:at-stake")


@require_safe
def svg(request: HttpRequest, slug: str) -> HttpResponse:
    page = _read_page(get_frame(request, slug))
    if page.figure is None:
        raise Http404
    is_phone = request.GET.get("for") == "phone"
    drawn = draw_figure(page.figure, "phone" if is_phone else "desk")
    return HttpResponse(drawn, content_type=SVG_TYPE)


@require_safe
def file(request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    page = _read_page(get_frame(request, slug))
    if page.figure is None:
        raise Http404
    return write_table(page.figure.table, f"at-stake.{kind}", page.figure.finding)


def _read_page(frame: Frame) -> StakePage:
    day = frame.address.as_at
    standing = read_standing(
        frame.programme, day, timezone.localdate(), with_risks=False
    )
    stakes = find_stakes_of(standing)
    run = stakes.run if stakes else None
    waiting = DeliveryProposal.objects.filter(
        link__programme=frame.programme, state=ProposalState.OPEN
    )
    return StakePage(
        frame,
        standing,
        stakes,
        find_risk_stakes_of(frame.programme, run) if run else None,
        tuple(list_records(frame.programme, run)) if run else (),
        frozenset(waiting.values_list("link", flat=True)),
    )
