"""How a group is set up, and one of its seats."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from placeplan_web.accounts.permission import require_permission
from placeplan_web.governance.forms.holding import KEEP
from placeplan_web.governance.models import Group
from placeplan_web.governance.presenters.frame import Frame
from placeplan_web.governance.presenters.set_up import SeatPage, SetUpPage
from placeplan_web.governance.presenters.way import list_ways
from placeplan_web.governance.queries.group_view import find_group
from placeplan_web.governance.queries.set_up_view import find_seat, read_set_up
from placeplan_web.governance.views.group import WHY_NOT
from placeplan_web.governance.views.request import get_frame, show


def get_group(request: HttpRequest, slug: str) -> Group:
    """Give a group that the reader may read."""
    found = find_group(slug)
    if found is None:
        raise Http404
    require_permission(request, "governance.read_group", found, why_not=WHY_NOT)
    return found


def may_restore(request: HttpRequest, group: Group) -> bool:
    """Tell whether a reader keeps the seats today, and so knows of withdrawn ones."""
    is_past = get_frame(request).address.as_at is not None
    return not is_past and request.user.has_perm(KEEP, group)


@require_safe
def set_up(request: HttpRequest, slug: str) -> HttpResponse:
    """Show seats, terms and meetings ahead, and what the reader may do with them."""
    group = get_group(request, slug)
    frame = get_frame(request)
    ways = list_ways(frame, request.user, "group", group, group)
    restores = may_restore(request, group)
    page = SetUpPage(frame, read_set_up(group, frame.day), ways, restores)
    crumbs = _list_crumbs(frame, group)
    return show(
        *(request, "set_up", f"{group.name}: how it is set up", page, "Groups"),
        breadcrumbs=crumbs,
    )


@require_safe
def seat(request: HttpRequest, slug: str, reference: str) -> HttpResponse:
    """Show a seat, who had it, and what the reader may do with it."""
    group = get_group(request, slug)
    found = find_seat(group, reference)
    if found is None or (found.is_withdrawn and not may_restore(request, group)):
        raise Http404
    frame = get_frame(request)
    ways = list_ways(frame, request.user, "seat", found, group)
    holdings = found.holdings.select_related("post")
    page = SeatPage(frame, found, list(holdings), ways)
    crumbs = [
        *_list_crumbs(frame, group),
        ("How it is set up", frame.link("governance:set-up", slug=slug)),
    ]
    return show(*(request, "seat", found.title, page, "Groups"), breadcrumbs=crumbs)


def _list_crumbs(frame: Frame, group: Group) -> list[tuple[str, str]]:
    return frame.list_crumbs(
        ("Groups", frame.link("governance:groups")),
        (group.name, frame.link_group(group)),
    )
