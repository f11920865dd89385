"""A committee that meets: Thanet's advisory group, as its paper has it, for tests."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from factories import governance_factory as make
from factories.programme_factory import BY
from placeplan_web.governance.operations.attendance import join_meeting
from placeplan_web.governance.operations.item import open_item
from placeplan_web.governance.operations.meeting import call_meeting, open_meeting

CALLED_AT = datetime(2019, 8, 5, 9, 0, tzinfo=UTC)
NOON = make.NOW


@dataclass
class Committee:
    """Six seats with their posts, and a meeting at noon on 14 August 2019."""

    group: object
    terms: object
    seats: list
    posts: list
    meeting: object
    items: list

    def call(self, at=CALLED_AT, **fields):
        self.meeting = call_meeting(by=BY, meeting=self.meeting, at=at, **fields)
        return self.meeting

    def begin(self, present=6):
        """Call and open the meeting; so many of the six are there."""
        self.call()
        self.meeting = open_meeting(by=BY, meeting=self.meeting, at=NOON)
        return [self.join(seat) for seat in self.seats[:present]]

    def join(self, seat, minutes=0, **fields):
        at = NOON + timedelta(minutes=minutes)
        return join_meeting(by=BY, meeting=self.meeting, seat=seat, at=at, **fields)

    def open(self, number=0, minutes=1):
        item = self.items[number]
        item.refresh_from_db()
        opened = open_item(by=BY, item=item, at=NOON + timedelta(minutes=minutes))
        self.items[number] = opened
        return opened


def make_committee(items=3, **terms):
    """Make a group of six members, of whom three are a quorum, with no substitutes."""
    stated = {"members_stated": 6, **terms}
    held = make.TermsFactory(**stated)
    seats = make.SeatFactory.create_batch(6, group=held.group)
    posts = [make.SeatHoldingFactory(seat=seat).post for seat in seats]
    meeting = make.MeetingFactory(group=held.group)
    agenda = [
        make.AgendaItemFactory(meeting=meeting, number=str(n), position=n)
        for n in range(4, 4 + items)
    ]
    return Committee(held.group, held, seats, posts, meeting, agenda)
