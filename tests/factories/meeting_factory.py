"""The Thanet group with six seats and a meeting, for tests of meetings."""

from datetime import UTC, date, datetime

from factories import governance_factory as make
from factories.account_factory import UserFactory
from factories.post_factory import make_holding, make_post

FIRST_DAY = date(2019, 4, 1)
NOON = datetime(2019, 8, 14, 11, 0, tzinfo=UTC)


def make_thanet(seats=6, **terms):
    """Give a group whose quorum is three of six, without substitutes."""
    group = make.GroupFactory(slug="thanet", name="Thanet Wellbeing Board")
    make.TermsFactory(group=group, members_stated=seats, **terms)
    for number in range(1, seats + 1):
        seat = make.SeatFactory(
            group=group,
            reference=f"SEAT-{number:02}",
            title=f"Councillor {number}",
            is_chair=number == 1,
        )
        make.SeatHoldingFactory(seat=seat, post__title=f"Member {number}")
    return group


def make_meeting(group, *numbers, state="open", **more):
    """Give a meeting of 14 August 2019 with items of these numbers."""
    factory = make.OpenMeetingFactory if state == "open" else make.MeetingFactory
    meeting = factory(group=group, held_on=NOON.date(), starts_at=NOON, **more)
    for position, number in enumerate(numbers, 1):
        make.AgendaItemFactory(
            meeting=meeting,
            number=number,
            position=position,
            title=f"Matter {number}",
            subject="stroke",
        )
    return meeting


def make_clerk(group, username="clerk"):
    """Give somebody who is the committee officer of a group."""
    user = UserFactory(username=username)
    post = make_post(title=f"Committee officer {username}")
    make_holding(post, user)
    make.GroupOfficeFactory(group=group, post=post)
    return user


def give_post(seat, user):
    """Let somebody hold the post that has a seat."""
    return make_holding(seat.holdings.get().post, user)
