"""Who is served which version of a paper; somebody with an interest gets no exempt one.

Exempt papers go to those with a seat of the group and to its committee officers. Of
these, nobody gets one who has declared an interest that keeps papers away, or whose
interest in the register touches the item and would have them withdraw.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from placeplan_web.governance.models import (
    AgendaItem,
    OfficeKind,
    Paper,
    PaperVersion,
    Seat,
    SeatHolding,
)
from placeplan_web.governance.queries.conflict import (
    find_matches,
    forecast_effect,
    list_interests,
)
from placeplan_web.governance.queries.effect import combine
from placeplan_web.governance.queries.period import stands_on
from placeplan_web.governance.queries.standing import list_holders, list_seats
from placeplan_web.places.models import Post
from placeplan_web.programme.rules import list_posts


def is_kept_private(paper: Paper, version: PaperVersion | None = None) -> bool:
    """Tell whether a paper is exempt: by itself, by its item or by its version."""
    return (
        paper.is_exempt
        or paper.item.is_private
        or not paper.item.meeting.group.is_public
        or bool(version and version.is_exempt)
    )


def is_conflicted(item: AgendaItem, posts: Iterable[int]) -> bool:
    """Tell whether an interest of some posts keeps the exempt papers from them."""
    own = list(posts)
    declared = [
        each
        for each in item.declarations.filter(withdrawn_at=None)
        if each.post_id in own
    ]
    if not combine(declared).papers:
        return True
    settled = {each.interest_id for each in declared if each.gets_papers}
    registered = list_interests(own, item.meeting.held_on)
    return any(
        find_matches(item, interest) and not forecast_effect(interest, item).papers
        for interests in registered.values()
        for interest in interests
        if interest.pk not in settled
    )


def may_read_paper(
    user: Any, paper: Paper, day: date, version: PaperVersion | None = None
) -> bool:
    """Tell whether somebody is served a paper on a day.

    A public one is everybody's from its publication. Exempt ones follow the seats and
    offices of the day on which somebody asks.
    """
    if not is_kept_private(paper, version):
        return True
    posts = list_posts(user, day)
    group = paper.item.meeting.group
    seats = [seat.pk for seat in list_seats(group, day)]
    sits = Post.objects.filter(pk__in=posts, seats__in=_held(seats, day)).exists()
    works = group.offices.filter(
        stands_on(day), kind=OfficeKind.CLERK, post__in=posts
    ).exists()
    return (sits or works) and not is_conflicted(paper.item, posts)


def list_served(paper: Paper, day: date) -> list[Seat]:
    """Give the seats to which a paper goes on a day."""
    group = paper.item.meeting.group
    seats = list_seats(group, day, paper.item.meeting.part)
    if not is_kept_private(paper):
        return seats
    holders = list_holders(seats, day)
    return [
        seat
        for seat in seats
        if seat.pk in holders and not is_conflicted(paper.item, [holders[seat.pk].pk])
    ]


def _held(seats: list[int], day: date) -> Any:
    return SeatHolding.objects.filter(stands_on(day), seat__in=seats)
