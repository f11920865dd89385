"""Interests that touch an item, before its papers go out, and what they would leave."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from placeplan.governance.interest import Interest as InterestRule
from placeplan.governance.interest import InterestEffect, find_interest_effect
from placeplan.governance.quorum import QuorumCheck
from placeplan_web.governance.models import (
    AgendaItem,
    Dispensation,
    Interest,
    Meeting,
    Regime,
    Ruling,
    Seat,
)
from placeplan_web.governance.queries.dispensation import (
    find_dispensations,
    read_dispensation,
)
from placeplan_web.governance.queries.period import stands_on
from placeplan_web.governance.queries.quorum import project_quorum
from placeplan_web.governance.queries.table import Table, lay_table
from placeplan_web.places.models import Post

MATTERS = 3
"""Below so many letters a word matches nothing but itself."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """An interest of whoever has a seat that touches an item, and by what.

    `matches` are the tags, bodies and suppliers that the two share. `effect` is what
    the interest would let them do, with a dispensation that was granted for it; what
    the chair of an NHS meeting may rule is not known yet, so the strictest counts.
    """

    seat: Seat
    post: Post
    interest: Interest
    matches: tuple[str, ...]
    effect: InterestEffect
    dispensation: Dispensation | None = None


@dataclass(frozen=True, slots=True)
class ItemForecast:
    """An item, the interests that touch it, and its quorum if everybody came."""

    item: AgendaItem
    conflicts: tuple[Conflict, ...]
    quorum: QuorumCheck


def forecast_meeting(meeting: Meeting) -> list[ItemForecast]:
    """Match the interests of those with seats to each item of a meeting.

    An interest counts on the days on which it stands; one that was declared after the
    meeting is not known yet.
    """
    items = meeting.items.filter(withdrawn_at=None)
    return forecast_items(
        items.prefetch_related("body_links__body"), lay_table(meeting)
    )


def forecast_items(
    items: Iterable[AgendaItem], table: Table, declared_by: date | None = None
) -> list[ItemForecast]:
    """Match interests to items that are read already. Two queries more."""
    posts = [post.pk for post in table.holders.values()]
    interests = list_interests(posts, table.meeting.held_on, declared_by)
    leave = find_dispensations(posts, table.meeting.held_on) if interests else {}
    forecasts = []
    for item in items:
        found = tuple(_list_conflicts(item, table, interests, leave))
        gone = {each.seat.pk for each in found if each.effect.withdraws}
        quorum = project_quorum(item, conflicted=gone, table=table)
        forecasts.append(ItemForecast(item, found, quorum))
    return forecasts


def list_interests(
    posts: Iterable[int], day: date, declared_by: date | None = None
) -> dict[int, list[Interest]]:
    """Give the interests that posts have on a day, declared by then or by another."""
    rows = Interest.objects.filter(
        Q(declared_on__lte=min(day, declared_by or day)),
        stands_on(day),
        post__in=list(posts),
        withdrawn_at=None,
        is_nil=False,
    )
    found: dict[int, list[Interest]] = {}
    for each in rows.select_related("body"):
        found.setdefault(each.post_id, []).append(each)
    return found


def find_matches(item: AgendaItem, interest: Interest) -> tuple[str, ...]:
    """Find what an interest and an item share; nothing where they share nothing."""
    matches = [
        tag for tag in item.tags if fold(tag) in {fold(each) for each in interest.tags}
    ]
    if interest.body:
        bodies = {link.body_id: link.body.name for link in item.body_links.all()}
        matches += [name for key, name in bodies.items() if key == interest.body_id]
    supplier = fold(interest.supplier)
    matches += [name for name in item.suppliers if is_same_name(supplier, fold(name))]
    return tuple(dict.fromkeys(matches))


def is_same_name(one: str, other: str) -> bool:
    """Tell whether two names of a supplier are one, a legal form aside."""
    if len(one) <= MATTERS or len(other) <= MATTERS:
        return one == other != ""
    return one == other or f" {one} " in f" {other} " or f" {other} " in f" {one} "


def fold(words: str) -> str:
    return " ".join(words.replace("-", " ").replace("_", " ").split()).casefold()


def forecast_effect(
    interest: Interest, item: AgendaItem, dispensation: Dispensation | None = None
) -> InterestEffect:
    """Find what an interest would let its member do, before anybody has ruled."""
    nhs = interest.regime == Regime.NHS
    rule = InterestRule(
        interest.regime,
        interest.kind,
        ruling=Ruling.LEAVE if nhs else "",
        dispensation=read_dispensation(dispensation),
    )
    return find_interest_effect(rule, item.meeting.held_on)


def _list_conflicts(
    item: AgendaItem,
    table: Table,
    interests: Mapping[int, list[Interest]],
    leave: Mapping[int, Dispensation],
) -> Iterable[Conflict]:
    for seat in table.seats:
        post = table.holders.get(seat.pk)
        for interest in interests.get(post.pk, ()) if post else ():
            matches = find_matches(item, interest)
            if post and matches:
                given = leave.get(interest.pk)
                effect = forecast_effect(interest, item, given)
                yield Conflict(seat, post, interest, matches, effect, given)
