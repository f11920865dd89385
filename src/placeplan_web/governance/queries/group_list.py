"""Groups as a list shows them: each with its names, seats, terms and next meeting."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.db.models import Count, Q

from placeplan_web.governance.models import (
    AliasKind,
    Group,
    Meeting,
    MeetingState,
    TermsOfReference,
)
from placeplan_web.governance.queries.period import stands_on

_YEARS: Final = re.compile(r"(\d{4})(?:\D+(\d{4}))?")


@dataclass(frozen=True)
class ListedGroup:
    """A group as it stood on a day."""

    group: Group
    name: str
    seat_count: int
    terms: TermsOfReference | None
    next_meeting: Meeting | None

    @property
    def other_names(self) -> list[str]:
        """Every other name that it has gone by, its first among them."""
        names = [self.group.name, *(each.name for each in self.group.aliases.all())]
        return [name for name in dict.fromkeys(names) if name != self.name]


def name_on(group: Any, day: date) -> str:
    """Give the name of a group on a day from aliases that are read already.

    The same as `standing.find_name`, without a question for each group.
    """
    dated = [
        each
        for each in group.aliases.all()
        if each.starts_on
        and each.kind != AliasKind.SHORT
        and each.starts_on <= day
        and (each.ends_on is None or each.ends_on >= day)
    ]
    newest = max(dated, key=lambda each: each.starts_on, default=None)
    return str(newest.name if newest else group.name)


def stood_on(group: Group, day: date) -> bool:
    """Tell whether a group stood on a day: by its days, or by the years of its papers.

    A paper that gives neither leaves it open, and the group is shown.
    """
    if group.starts_on or group.ends_on:
        begun = group.starts_on is None or group.starts_on <= day
        return begun and (group.ends_on is None or group.ends_on >= day)
    found = _YEARS.search(group.era)
    if found is None:
        return True
    first, last = int(found[1]), int(found[2] or found[1])
    return first <= day.year <= last


def list_groups(day: date, readable: Q | None = None) -> list[ListedGroup]:
    """List every group in use with what stands on a day. Five questions in all."""
    groups = Group.objects.filter(readable or Q(), withdrawn_at=None)
    seats = stands_on(day, "seats__") & Q(seats__withdrawn_at=None)
    counted = groups.annotate(seat_count=Count("seats", filter=seats))
    found = list(counted.select_related("body").prefetch_related("aliases"))
    terms = _find_terms(day)
    meetings = find_next_meetings(day)
    listed = [
        ListedGroup(
            *(group, name_on(group, day), group.seat_count),
            *(terms.get(group.pk), meetings.get(group.pk)),
        )
        for group in found
    ]
    return sorted(listed, key=lambda each: each.name.casefold())


def find_next_meetings(day: date) -> Mapping[int, Meeting]:
    """Find the next meeting of each group, by its key. One question."""
    ahead = Meeting.objects.filter(held_on__gte=day, withdrawn_at=None)
    ahead = ahead.exclude(state=MeetingState.CANCELLED).select_related("group")
    found: dict[int, Meeting] = {}
    for meeting in ahead.order_by("held_on", "pk"):
        found.setdefault(meeting.group_id, meeting)
    return found


def list_cited(records: Sequence[Any], words: str) -> list[tuple[str, str]]:
    """List the sources of records, each once, with what they are cited for."""
    named = dict.fromkeys(each.source for each in records if each.source)
    return [(source, words) for source in named]


def _find_terms(day: date) -> Mapping[int, TermsOfReference]:
    in_force = TermsOfReference.objects.filter(stands_on(day), withdrawn_at=None)
    return {each.group_id: each for each in in_force}
