"""What anybody may take away: public groups, their meetings, items, papers and seats.

The same as `paper_access` and `privacy` tell of one record, for many at once.
"""

from typing import Any

from django.db.models import Exists, OuterRef, Prefetch

from placeplan_web.governance.models import (
    AgendaItem,
    Decision,
    DecisionKind,
    Group,
    Meeting,
    Paper,
    PaperVersion,
    Seat,
)
from placeplan_web.governance.queries.privacy import (
    narrow_open_items,
    narrow_open_meetings,
)


def list_open_groups() -> Any:
    groups = Group.objects.filter(is_public=True, withdrawn_at=None)
    return groups.order_by("pk")


def list_open_seats() -> Any:
    """Give seats of public groups, which name roles and no person."""
    seats = Seat.objects.filter(
        group__is_public=True, group__withdrawn_at=None, withdrawn_at=None
    )
    return seats.select_related("group").order_by("pk")


def list_open_meetings() -> Any:
    """Give meetings in public of public groups."""
    meetings = Meeting.objects.filter(
        narrow_open_meetings(),
        group__is_public=True,
        group__withdrawn_at=None,
        withdrawn_at=None,
    )
    return meetings.select_related("group", "part").order_by("pk")


def list_open_items() -> Any:
    """Give items of meetings in public: of private ones a title and a reason show."""
    items = AgendaItem.objects.filter(
        meeting__in=list_open_meetings(), withdrawn_at=None
    )
    made = Decision.objects.filter(kind=DecisionKind.DECISION).order_by("pk")
    return (
        items.select_related("meeting__group", "meeting__part")
        .prefetch_related(
            Prefetch("papers", list_open_papers(), to_attr="open_papers"),
            Prefetch("decisions", made, to_attr="made"),
        )
        .order_by("meeting", "position", "pk")
    )


def list_told_meetings() -> Any:
    """Give the same meetings, each with its items."""
    items = Prefetch("items", list_open_items(), to_attr="open_items")
    return list_open_meetings().prefetch_related(items)


def list_open_papers() -> Any:
    """Give papers with a version that everybody is served."""
    public = PaperVersion.objects.filter(is_exempt=False).order_by("number")
    papers = Paper.objects.filter(
        Exists(public.filter(paper=OuterRef("pk"))),
        narrow_open_items("item__"),
        is_exempt=False,
        withdrawn_at=None,
        item__withdrawn_at=None,
        item__meeting__in=list_open_meetings(),
    )
    return (
        papers.select_related("item__meeting__group")
        .prefetch_related(Prefetch("versions", public, to_attr="open_versions"))
        .order_by("pk")
    )


def list_open_files() -> Any:
    """Give every version of a paper that everybody is served."""
    versions = PaperVersion.objects.filter(
        is_exempt=False, paper__in=list_open_papers()
    )
    return versions.select_related("paper").order_by("pk")
