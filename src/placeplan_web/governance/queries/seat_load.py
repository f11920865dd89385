"""How often groups meet: what their terms state, and what is planned for a year."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from placeplan_web.governance.models import Meeting, MeetingState, TermsOfReference
from placeplan_web.governance.queries.period import stands_on

YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class MeetingLoad:
    """By the key of a group: how often it meets, and its meetings in a year."""

    frequencies: Mapping[int, str]
    planned: Mapping[int, int]


def read_meeting_load(day: date) -> MeetingLoad:
    """Read both for the year after a day. Two questions."""
    terms = TermsOfReference.objects.filter(stands_on(day), withdrawn_at=None)
    stated = terms.exclude(frequency="").values_list("group_id", "frequency")
    meetings = Meeting.objects.filter(
        held_on__range=(day, day + YEAR), withdrawn_at=None
    ).exclude(state=MeetingState.CANCELLED)
    planned = Counter(meetings.values_list("group_id", flat=True))
    return MeetingLoad(dict(stated), planned)
