"""A group as it is set up: its seats with who had them, its terms, what lies ahead."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from placeplan_web.governance.models import (
    Group,
    GroupOffice,
    Meeting,
    MeetingState,
    Seat,
    TermsOfReference,
)
from placeplan_web.governance.queries.group_view import is_in_force
from placeplan_web.governance.queries.period import stands_on
from placeplan_web.governance.queries.publish_by import PublishBy, work_out_publish_by
from placeplan_web.governance.queries.standing import list_holders
from placeplan_web.places.models import Post


@dataclass(frozen=True)
class SetUpView:
    """A group on a day; seats that have ended stand at the end.

    `gone` are seats whose adding was undone.
    """

    group: Group
    day: date
    versions: Sequence[TermsOfReference]
    seats: Sequence[Seat]
    holders: Mapping[int, Post]
    offices: Sequence[GroupOffice]
    ahead: Sequence[tuple[Meeting, PublishBy]]
    gone: Sequence[Seat] = ()


def read_set_up(group: Group, day: date) -> SetUpView:
    """Read it, with as many questions for one seat or meeting as for many."""
    versions = list(group.terms.filter(withdrawn_at=None))
    known = list(group.seats.select_related("body", "part", "deputy_of"))
    seats = [each for each in known if not each.is_withdrawn]
    seats.sort(key=lambda seat: bool(seat.ends_on and seat.ends_on < day))
    ahead = group.meetings.filter(
        held_on__gte=day,
        state__in=(MeetingState.PLANNED, MeetingState.CALLED),
        withdrawn_at=None,
    ).select_related("part", "series")
    offices = group.offices.filter(stands_on(day)).select_related("post")
    return SetUpView(
        *(group, day, versions, seats, list_holders(seats, day), list(offices)),
        [(each, _find_publish_by(versions, each.held_on)) for each in ahead],
        [each for each in known if each.is_withdrawn],
    )


def find_seat(group: Group, reference: str) -> Seat | None:
    """Find a seat of a group by its reference, withdrawn or not."""
    seats = group.seats.select_related("body", "part", "deputy_of", "group")
    found: Seat | None = seats.filter(reference=reference).first()
    return found


def _find_publish_by(versions: Sequence[TermsOfReference], day: date) -> PublishBy:
    terms = next((each for each in versions if is_in_force(each, day)), None)
    return work_out_publish_by(terms, day)
