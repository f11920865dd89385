"""What anybody might once take away, and may not now: withdrawn, or made private.

Whoever keeps a copy is told by its id alone that it is gone. What never was public is
not told of: each record, and all that it belongs to, was public at some moment.
"""

from typing import Any

from django.db.models import F, Q, QuerySet
from django.db.models.functions import Greatest

from placeplan_web.governance.models import (
    AgendaItem,
    Classification,
    Group,
    Meeting,
    Paper,
    PaperVersion,
    Seat,
)
from placeplan_web.governance.queries import open_record
from placeplan_web.governance.queries.privacy import narrow_open_meetings

ABOVE_PAPER = ("item", "item__meeting", "item__meeting__group")
"""What a paper belongs to: when one of these changes, the paper may be gone."""


def list_gone_groups() -> Any:
    return _leave_out(_list_once_groups(), open_record.list_open_groups())


def list_gone_seats() -> Any:
    once = Seat.objects.filter(_was(Seat), group__in=_list_once_groups())
    return _leave_out(once, open_record.list_open_seats(), "group")


def list_gone_meetings() -> Any:
    return _leave_out(_list_once_meetings(), open_record.list_open_meetings(), "group")


def list_gone_items() -> Any:
    """Give items that were on an agenda of everybody: of private ones, a title was."""
    once = AgendaItem.objects.filter(
        _was(AgendaItem), meeting__in=_list_once_meetings()
    )
    above = ("meeting", "meeting__group")
    return _leave_out(once, open_record.list_open_items(), *above)


def list_gone_papers() -> Any:
    still = open_record.list_open_papers()
    return _leave_out(_list_once_papers(), still, *ABOVE_PAPER)


def list_gone_files() -> Any:
    once = PaperVersion.objects.filter(is_exempt=False, paper__in=_list_once_papers())
    above = ("paper", *(f"paper__{each}" for each in ABOVE_PAPER))
    return _leave_out(
        once, open_record.list_open_files(), *above, changed="published_at"
    )


def _list_once_groups() -> QuerySet[Group]:
    return Group.objects.filter(_was(Group, is_public=True))


def _list_once_meetings() -> QuerySet[Meeting]:
    return Meeting.objects.filter(
        _was(Meeting, narrow_open_meetings()), group__in=_list_once_groups()
    )


def _list_once_papers() -> QuerySet[Paper]:
    was_public = Q(classification=Classification.PUBLIC)
    items = AgendaItem.objects.filter(
        _was(AgendaItem, was_public), meeting__in=_list_once_meetings()
    )
    served = PaperVersion.objects.filter(is_exempt=False).values("paper")
    return Paper.objects.filter(
        _was(Paper, is_exempt=False), item__in=items, pk__in=served
    )


def _was(model: Any, *held: Q, **fields: Any) -> Q:
    """Hold for records of which some version stood so, and was not withdrawn."""
    versions = model.history.filter(*held, withdrawn_at=None, **fields)
    return Q(pk__in=versions.values("id"))


def _leave_out(once: Any, still: Any, *above: str, changed: str = "changed_at") -> Any:
    """Give what is not there still, with the last moment at which that may be since."""
    moments = [F(changed), *(F(f"{each}__changed_at") for each in above)]
    gone_at = Greatest(*moments) if above else moments[0]
    return (
        once.exclude(pk__in=still.values("pk")).annotate(gone_at=gone_at).order_by("pk")
    )
