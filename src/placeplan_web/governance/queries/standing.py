"""How a group stood on any day: its name, its terms, its seats and who had them."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import Q

from placeplan_web.governance.models import (
    AliasKind,
    Group,
    GroupAlias,
    GroupOffice,
    Meeting,
    OfficeKind,
    Seat,
    SeatHolding,
    TermsOfReference,
)
from placeplan_web.governance.queries.period import stands_on
from placeplan_web.places.models import Post
from placeplan_web.programme.rules import list_posts


def find_terms(group: Group, day: date) -> TermsOfReference | None:
    """Find the terms of reference in force on a day; none where none are known."""
    terms: TermsOfReference | None = group.terms.filter(
        stands_on(day), withdrawn_at=None
    ).first()
    return terms


def find_name(group: Group, day: date) -> str:
    """Give the name by which a group went on a day.

    A name that was to come counts from its first day; one without days is another way
    in which papers write it.
    """
    dated = group.aliases.filter(stands_on(day), starts_on__isnull=False)
    alias = dated.exclude(kind=AliasKind.SHORT).order_by("-starts_on").first()
    return alias.name if alias else group.name


def search_groups(words: str) -> list[Group]:
    """Find groups by a part of their name, or of any other name in print."""
    text = " ".join(words.split())
    if not text:
        return []
    named = GroupAlias.objects.filter(name__icontains=text).values("group")
    found = Group.objects.filter(
        Q(name__icontains=text) | Q(pk__in=named), withdrawn_at=None
    )
    return list(found)


def list_seats(group: Group, day: date, part: Any = None) -> list[Seat]:
    """Give the seats of a group on a day: of one of its parts, or of all."""
    seats = group.seats.filter(stands_on(day), withdrawn_at=None)
    if part is not None:
        seats = seats.filter(Q(part=part) | Q(part=None))
    return list(seats.select_related("body", "part", "deputy_of"))


def list_holders(seats: list[Seat], day: date) -> Mapping[int, Post]:
    """Give, for the key of each seat, the post that had it on a day. One query."""
    held = SeatHolding.objects.filter(stands_on(day), seat__in=seats)
    rows = held.select_related("post__organisation")
    return {holding.seat_id: holding.post for holding in rows}


def list_own_seats(user: Any, day: date) -> list[Seat]:
    """Give the seats that somebody has on a day, through their posts."""
    held = SeatHolding.objects.filter(stands_on(day), post__in=list_posts(user, day))
    seats = Seat.objects.filter(stands_on(day), withdrawn_at=None)
    found = seats.filter(pk__in=held.values("seat")).select_related("group", "body")
    return list(found)


def list_own_meetings(user: Any, day: date, first: date) -> list[Meeting]:
    """Give meetings from `first` on of the groups on which somebody sits, or works."""
    groups = {seat.group_id for seat in list_own_seats(user, day)}
    works = GroupOffice.objects.filter(stands_on(day), post__in=list_posts(user, day))
    groups |= set(works.values_list("group", flat=True))
    meetings = Meeting.objects.filter(
        group__in=groups, held_on__gte=first, withdrawn_at=None
    )
    return list(meetings.select_related("group", "part"))


def is_clerk(user: Any, group: Group, day: date) -> bool:
    return group.offices.filter(
        stands_on(day), kind=OfficeKind.CLERK, post__in=list_posts(user, day)
    ).exists()


def is_chair(user: Any, group: Group, day: date) -> bool:
    chairs = group.seats.filter(stands_on(day), withdrawn_at=None, is_chair=True)
    held = SeatHolding.objects.filter(
        stands_on(day), seat__in=chairs, post__in=list_posts(user, day)
    )
    return held.exists()


def is_member(user: Any, group: Group, day: date) -> bool:
    """Tell whether somebody has a seat of a group on a day, with or without a vote."""
    return any(seat.group_id == group.pk for seat in list_own_seats(user, day))


def list_spoken_seats(user: Any, seats: list[Seat], today: date) -> list[Seat]:
    """Give those of the seats of one group for which somebody may speak.

    They are their own; for the clerk and the chair, all of them.
    """
    if not seats:
        return []
    group = seats[0].group
    if is_clerk(user, group, today) or is_chair(user, group, today):
        return seats
    own = {seat.pk for seat in list_own_seats(user, today)}
    return [seat for seat in seats if seat.pk in own]
