"""Who is in the room of a meeting, seat by seat, and the buttons beside each."""

from dataclasses import dataclass

from placeplan_web.design.words import write_hour
from placeplan_web.governance.forms.declaring import say_effect
from placeplan_web.governance.models import Seat
from placeplan_web.governance.presenters.frame import Frame
from placeplan_web.governance.presenters.way import link_act
from placeplan_web.governance.queries.meeting_view import MeetingView


@dataclass(frozen=True)
class SeatLine:
    """A seat in a meeting that is under way: whether it is there, what it may do."""

    seat: Seat
    post: str
    presence: str
    is_there: bool
    effect: str


@dataclass(frozen=True, slots=True)
class SeatWay:
    """A button beside a seat."""

    words: str
    href: str
    by_video: bool = False


def list_seat_lines(view: MeetingView) -> list[SeatLine]:
    """Give each seat of a meeting, with what its holder may do on the open item."""
    current = view.current
    return [
        SeatLine(
            seat,
            _name_post(view, seat),
            say_presence(view, seat),
            view.find_stay(seat.pk) is not None,
            say_effect(current.effects[seat.pk])
            if current and current.effects[seat.pk].declare
            else "",
        )
        for seat in view.table.seats
    ]


def list_seat_ways(frame: Frame, view: MeetingView, line: SeatLine) -> list[SeatWay]:
    """Give the buttons beside a seat: to come, by either way, or to leave."""
    if line.is_there:
        return [SeatWay("Leaves", link_act(frame, "meeting", view.meeting, "leave"))]
    join = link_act(frame, "meeting", view.meeting, "join")
    return [SeatWay("Is there", join), SeatWay("By video", join, by_video=True)]


def say_presence(view: MeetingView, seat: Seat) -> str:
    """Write from when to when a seat was there, each stay by itself."""
    times = [
        f"{write_hour(each.joined_at)} to "
        + (write_hour(each.left_at) if each.left_at else "now")
        + (", by video" if each.by_video else "")
        + (f", substitute: {each.post}" if each.is_substitute else "")
        for each in view.stays
        if each.seat_id == seat.pk
    ]
    return "; ".join(times) or "not there"


def _name_post(view: MeetingView, seat: Seat) -> str:
    holder = view.table.holders.get(seat.pk)
    return holder.title if holder else seat.post_words
