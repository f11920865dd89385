"""Who sits round the table of a meeting, read once for all of its items."""

from collections.abc import Mapping
from dataclasses import dataclass

from placeplan_web.governance.models import Meeting, Seat, TermsOfReference
from placeplan_web.governance.queries.standing import (
    find_terms,
    list_holders,
    list_seats,
)
from placeplan_web.places.models import Post


@dataclass(frozen=True, slots=True)
class Table:
    """The terms, seats and posts of the day of a meeting."""

    meeting: Meeting
    terms: TermsOfReference | None
    seats: list[Seat]
    holders: Mapping[int, Post]

    @property
    def voting(self) -> list[Seat]:
        return [seat for seat in self.seats if seat.votes]


def lay_table(meeting: Meeting) -> Table:
    """Read who sits in a meeting. Three queries."""
    seats = list_seats(meeting.group, meeting.held_on, meeting.part)
    return Table(
        meeting,
        find_terms(meeting.group, meeting.held_on),
        seats,
        list_holders(seats, meeting.held_on),
    )
