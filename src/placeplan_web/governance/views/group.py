"""The room on one page, the list of its groups, and one group."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from placeplan_web.accounts.permission import require_permission
from placeplan_web.design.table_file import write_table
from placeplan_web.governance.presenters.group import GroupPage
from placeplan_web.governance.presenters.group_list import GroupListPage
from placeplan_web.governance.presenters.index import IndexPage
from placeplan_web.governance.queries.group_list import (
    find_next_meetings,
    list_groups,
)
from placeplan_web.governance.queries.group_view import find_group, read_group
from placeplan_web.governance.queries.waiting import list_waits
from placeplan_web.governance.rules import narrow_readable
from placeplan_web.governance.views.request import get_frame, show

MOST_LETTERS = 200
WHY_NOT = "This group meets in private. If you have a seat or an office in it, sign in."


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    frame = get_frame(request)
    readable = narrow_readable(request.user, timezone.localdate())
    groups = list_groups(frame.day, readable)
    known = {each.group.pk for each in groups}
    ahead = find_next_meetings(frame.day).values()
    meetings = [each for each in ahead if each.group_id in known]
    page = IndexPage(frame, groups, meetings, list_waits(frame.day, readable))
    return show(request, "index", "Governance", page, "governance:index")


@require_safe
def groups(request: HttpRequest) -> HttpResponse:
    page = _make_list(request)
    return show(request, "groups", "Groups", page, "governance:groups")


@require_safe
def groups_file(request: HttpRequest, kind: str) -> HttpResponse:
    page = _make_list(request)
    return write_table(page.make_table(), f"groups.{kind}", page.finding)


def _make_list(request: HttpRequest) -> GroupListPage:
    frame = get_frame(request)
    readable = narrow_readable(request.user, timezone.localdate())
    era, words = (request.GET.get(name, "").strip() for name in ("era", "q"))
    found = list_groups(frame.day, readable)
    return GroupListPage(frame, found, era[:MOST_LETTERS], words[:MOST_LETTERS])


@require_safe
def group(request: HttpRequest, slug: str) -> HttpResponse:
    found = find_group(slug)
    if found is None:
        raise Http404
    require_permission(request, "governance.read_group", found, why_not=WHY_NOT)
    frame = get_frame(request)
    asked = " ".join(request.GET.get("matter", "").split())[:MOST_LETTERS]
    page = GroupPage(frame, read_group(found, frame.day, asked), asked)
    crumbs = frame.list_crumbs(("Groups", frame.link("governance:groups")))
    return show(*(request, "group", page.view.name, page, "Groups"), breadcrumbs=crumbs)
