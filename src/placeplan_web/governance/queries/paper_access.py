"""Who is served which version of a paper; somebody with an interest gets no exempt one.

Every page, file, list and feed that gives a paper asks here, by ``may_be_served`` where
a whole meeting is read, and else by the permission ``governance.read_paper``.

Exempt papers go to those with a seat of the group and to its committee officers. Of
these, nobody gets one who has declared an interest that keeps papers away, or whose
interest in the register touches the item and would have them withdraw.

A dispensation that holds on the day of the meeting counts from its grant, before
anybody declares: it lets them take part as granted, and who takes part reads before.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from typing import Any, Final

from placeplan_web.governance.models import (
    Action,
    AgendaItem,
    Dispensation,
    Interest,
    Meeting,
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
from placeplan_web.governance.queries.dispensation import find_dispensations
from placeplan_web.governance.queries.effect import combine
from placeplan_web.governance.queries.period import has_day, stands_on
from placeplan_web.governance.queries.privacy import is_private
from placeplan_web.governance.queries.standing import list_holders, list_seats
from placeplan_web.places.models import Post
from placeplan_web.programme.rules import list_posts


def is_kept_private(paper: Paper, version: PaperVersion | None = None) -> bool:
    """Tell whether a paper is private: by itself, its item, its meeting or version."""
    return (
        paper.is_exempt or is_private(paper.item) or bool(version and version.is_exempt)
    )


def is_conflicted(item: AgendaItem, posts: Iterable[int]) -> bool:
    """Tell whether an interest of some posts keeps the exempt papers from them."""
    own = tuple(posts)
    return is_kept_from(_read_member(own, item.meeting.held_on), item)


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who reads the papers of a meeting on a day.

    `belongs` is whether they have a seat of its group, or are its committee officer;
    `interests` are those of their posts in the register, and `leave` the dispensations
    from them, by the key of the interest.
    """

    posts: tuple[int, ...]
    belongs: bool
    interests: tuple[Interest, ...] = ()
    leave: Mapping[int, Dispensation] = field(default_factory=dict)


PUBLIC: Final = Reader((), belongs=False)
"""Whoever reads what is given to everybody."""


def read_reader(user: Any, meeting: Meeting, day: date) -> Reader:
    """Read who somebody is to the group of a meeting. Five queries at most."""
    posts = list_posts(user, day)
    if not posts:
        return PUBLIC
    seats = [seat.pk for seat in list_seats(meeting.group, day)]
    sits = Post.objects.filter(pk__in=posts, seats__in=_held(seats, day)).exists()
    clerks = meeting.group.offices.filter(
        stands_on(day), kind=OfficeKind.CLERK, post__in=posts
    )
    if not (sits or clerks.exists()):
        return Reader(tuple(posts), belongs=False)
    return _read_member(tuple(posts), meeting.held_on)


def _read_member(posts: tuple[int, ...], held_on: date) -> Reader:
    known = list_interests(posts, held_on)
    interests = tuple(chain.from_iterable(known.values()))
    leave = find_dispensations(posts, held_on) if interests else {}
    return Reader(posts, belongs=True, interests=interests, leave=leave)


def is_kept_from(reader: Reader, item: AgendaItem) -> bool:
    """Tell whether an interest of a reader keeps exempt papers of an item from them."""
    declared = [
        each
        for each in item.declarations.all()
        if each.post_id in reader.posts and not each.is_withdrawn
    ]
    if not combine(declared).papers:
        return True
    settled = {each.interest_id for each in declared if each.gets_papers}
    return any(
        find_matches(item, each)
        and not forecast_effect(each, item, reader.leave.get(each.pk)).papers
        for each in reader.interests
        if each.pk not in settled
    )


def may_read_item(reader: Reader, item: AgendaItem) -> bool:
    """Tell whether a reader sees what an item is about, beyond its title."""
    if not is_private(item):
        return True
    return reader.belongs and not is_kept_from(reader, item)


def find_kept_items(posts: Iterable[int], items: Iterable[AgendaItem]) -> set[int]:
    """Find the keys of items whose exempt papers an interest keeps from some posts.

    Each item is judged by the interests of the day of its meeting, as its papers are.
    One query, and one for each item that an interest touches; the declarations, bodies
    and meetings of the items are to be read already where there are many.
    """
    own = tuple(posts)
    known = Interest.objects.filter(post__in=own, withdrawn_at=None, is_nil=False)
    interests = list(known.select_related("body"))
    kept = set()
    for item in items:
        day = item.meeting.held_on
        touching = tuple(
            each
            for each in interests
            if each.declared_on <= day
            and has_day(each, day)
            and find_matches(item, each)
        )
        leave = find_dispensations(own, day) if touching else {}
        if is_kept_from(
            Reader(own, belongs=True, interests=touching, leave=leave), item
        ):
            kept.add(item.pk)
    return kept


def list_known_actions(reader: Reader, actions: Iterable[Action]) -> list[Action]:
    """Give those actions that a reader may know of.

    One of a private item is for people of its group whom no interest keeps from the
    item, and for whoever is to do it.
    """
    given = list(actions)
    private = [each.item for each in given if each.item and is_private(each.item)]
    shut = {item.pk for item in private}
    if reader.belongs and private:
        shut = find_kept_items(reader.posts, private)
    return [
        each
        for each in given
        if each.item_id not in shut or each.owner_post_id in reader.posts
    ]


def may_be_served(
    reader: Reader, paper: Paper, version: PaperVersion | None = None
) -> bool:
    """Tell whether a reader is served a version of a paper."""
    if not is_kept_private(paper, version):
        return True
    return reader.belongs and not is_kept_from(reader, paper.item)


def may_know_title(
    reader: Reader, paper: Paper, versions: Sequence[PaperVersion]
) -> bool:
    """Tell whether a reader knows what a paper is called: by any version of it."""
    if not versions:
        return may_be_served(reader, paper)
    return any(may_be_served(reader, paper, each) for each in versions)


def may_read_paper(
    user: Any, paper: Paper, day: date, version: PaperVersion | None = None
) -> bool:
    """Tell whether somebody is served a paper on a day.

    A public one is everybody's from its publication. Exempt ones follow the seats and
    offices of the day on which somebody asks.
    """
    if not is_kept_private(paper, version):
        return True
    reader = read_reader(user, paper.item.meeting, day)
    return may_be_served(reader, paper, version)


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
