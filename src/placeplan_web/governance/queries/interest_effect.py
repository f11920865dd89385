"""Items ahead that an interest touches, and the quorum that is left on each."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from placeplan.governance.quorum import QuorumCheck
from placeplan_web.governance.models import (
    AgendaItem,
    Group,
    Interest,
    MeetingState,
    SeatHolding,
)
from placeplan_web.governance.queries.conflict import find_matches, forecast_effect
from placeplan_web.governance.queries.dispensation import find_dispensations
from placeplan_web.governance.queries.quorum import project_quorum


@dataclass(frozen=True, slots=True)
class TouchedItem:
    """An item that shares something with an interest."""

    item: AgendaItem
    matches: tuple[str, ...]
    quorum: QuorumCheck


def list_touched(
    interest: Interest, first: date, last: date, readable: Q
) -> list[TouchedItem]:
    """Give the items of groups on which the post sits, between two days.

    An interest that stands no more on the day of a meeting touches nothing there.
    """
    held = SeatHolding.objects.filter(post=interest.post_id).select_related("seat")
    seats = list(held)
    items = AgendaItem.objects.filter(
        meeting__group__in=Group.objects.filter(readable),
        meeting__group_id__in={each.seat.group_id for each in seats},
        meeting__held_on__range=(first, last),
        meeting__withdrawn_at=None,
        withdrawn_at=None,
    ).exclude(meeting__state=MeetingState.CANCELLED)
    related = items.select_related("meeting__group", "meeting__part")
    found = []
    for item in related.prefetch_related("body_links__body").order_by(
        "meeting__held_on", "position"
    ):
        day = item.meeting.held_on
        own = {
            each.seat_id
            for each in seats
            if each.seat.group_id == item.meeting.group_id and _holds(each, day)
        }
        matches = find_matches(item, interest)
        if own and matches and _stands(interest, day):
            given = find_dispensations([interest.post_id], day).get(interest.pk)
            effect = forecast_effect(interest, item, given)
            gone = own if effect.withdraws else set()
            check = project_quorum(item, conflicted=gone)
            found.append(TouchedItem(item, matches, check))
    return found


def _holds(holding: SeatHolding, day: date) -> bool:
    last = holding.ends_on
    return holding.starts_on <= day and (last is None or last >= day)


def _stands(interest: Interest, day: date) -> bool:
    begun = interest.starts_on is None or interest.starts_on <= day
    return begun and (interest.ends_on is None or interest.ends_on >= day)
