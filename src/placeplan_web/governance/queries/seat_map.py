"""The seat map: who sits on what, and whose voice is missing. One row for each seat."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from placeplan_web.governance.models import (
    Body,
    Group,
    Seat,
    SeatHolding,
    SignOffBlock,
)
from placeplan_web.governance.queries.period import stands_on

MANY_GROUPS = 3
"""On so many groups a post is a single point of failure."""


@dataclass(frozen=True, slots=True)
class SeatRow:
    """A seat on a day; `post` is who has it, by title, or how a paper names them."""

    group: Group
    seat: Seat
    body: Body | None
    post: str

    @property
    def is_filled(self) -> bool:
        return bool(self.post)


def list_seat_rows(day: date) -> list[SeatRow]:
    """Give every seat that stood on a day, group by group. Three queries."""
    groups = {
        group.pk: group
        for group in Group.objects.filter(stands_on(day), withdrawn_at=None)
    }
    seats = Seat.objects.filter(
        stands_on(day), group__in=groups.keys(), withdrawn_at=None
    ).select_related("body")
    held = SeatHolding.objects.filter(stands_on(day)).select_related("post")
    posts = {each.seat_id: each.post.title for each in held}
    rows = [
        SeatRow(
            groups[seat.group_id],
            seat,
            seat.body,
            posts.get(seat.pk) or seat.post_words,
        )
        for seat in seats
    ]
    return sorted(rows, key=lambda row: (row.group.name, row.seat.reference))


def count_groups(rows: Iterable[SeatRow]) -> Mapping[str, list[Group]]:
    """Give, for each post, the groups on which it sits, those with most first."""
    sits: dict[str, dict[int, Group]] = {}
    for row in rows:
        if row.post:
            sits.setdefault(row.post, {})[row.group.pk] = row.group
    ordered = sorted(sits.items(), key=lambda each: (-len(each[1]), each[0]))
    return {post: list(groups.values()) for post, groups in ordered}


def list_missing_voices(rows: Iterable[SeatRow]) -> tuple[list[Body], list[Body]]:
    """Give bodies with a seat that sign nothing, then those that sign without one."""
    seated = {row.body.pk: row.body for row in rows if row.body}
    blocks = SignOffBlock.objects.filter(duplicate_of=None).select_related("body")
    signing = {block.body_id: block.body for block in blocks}
    silent = [body for key, body in seated.items() if key not in signing]
    unseated = [body for key, body in signing.items() if key not in seated]
    return (
        sorted(silent, key=lambda body: body.name),
        sorted(unseated, key=lambda body: body.name),
    )
