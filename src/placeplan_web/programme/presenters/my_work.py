"""What is due from somebody, in words, in a calendar and in a digest."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from hashlib import sha256
from typing import Any, Final

import icalendar

from placeplan.programme import DueState, Duty
from placeplan_web.design.address import Address
from placeplan_web.design.words import write_count
from placeplan_web.places.context import find_name
from placeplan_web.places.models import Post
from placeplan_web.places.queries import as_at
from placeplan_web.programme.presenters.frame import join_words
from placeplan_web.programme.presenters.mark import cell, draw_shape
from placeplan_web.programme.queries.duty import OwnDuties

STATES: Final = {
    DueState.OVERDUE: ("square", "#c4161c", "Overdue"),
    DueState.DUE: ("diamond", "#b15c00", "Due"),
    DueState.SOON: ("triangle", "#005eb8", "Soon"),
    DueState.LATER: ("ring", "#4c6272", "Later"),
}
HEAD: Final = ("What to do", "How pressing", "When", "About")
CALENDAR_TYPE: Final = "text/calendar; charset=utf-8"


@dataclass(frozen=True)
class MyWorkPage:
    """What is due from the posts of the reader; `is_fed` when a calendar link works."""

    own: OwnDuties
    address: Address
    is_fed: bool
    digest_address: str
    day: date

    @property
    def finding(self) -> str:
        return say_counts(self.own.duties)

    @property
    def posts(self) -> list[dict[str, str]]:
        return [
            {
                "text": f"{post.title}, {self._name_organisation(post)}",
                "href": self.address.link("places:post", public_id=post.public_id),
            }
            for post in self.own.posts
        ]

    def _name_organisation(self, post: Post) -> str:
        """Name it as it is on the day, or was last; by its id where that is all."""
        slug = post.organisation.slug
        return find_name(as_at(self.day), slug) or slug

    @property
    def head(self) -> Sequence[str]:
        return HEAD

    @property
    def rows(self) -> list[list[Any]]:
        return [self._write(each) for each in self.own.duties]

    def _write(self, duty: Duty) -> list[Any]:
        shape, colour, words = STATES[duty.state]
        item = duty.item
        return [
            cell(duty.words, href=self.address.keep(item.address)),
            cell(draw_shape(shape, colour) + " " + words),
            str(item.due),
            item.name,
        ]


def say_counts(duties: Sequence[Duty]) -> str:
    """Say how many things are due, the most pressing first; nothing of any record."""
    if not duties:
        return "Nothing is due from you."
    counts = [
        f"{count} {words.lower()}"
        for state, (_, _, words) in STATES.items()
        if (count := sum(duty.state is state for duty in duties))
    ]
    things = write_count(len(duties), "thing is", "things are")
    return f"{things} waiting for you: {join_words(counts)}."


def make_calendar(duties: Sequence[Duty], base: str, name: str, at: datetime) -> bytes:
    """Write what is due as a calendar: what to do, on its last day, with a link.

    References and links alone: no title that somebody typed, and no name of a person.
    """
    calendar = icalendar.Calendar()
    calendar.add("prodid", f"-//{name}//my work//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", f"{name}: what is due")
    for duty in duties:
        item = duty.item
        told = f"{item.kind} {item.address} {item.reference}"
        event = icalendar.Event()
        event.add("uid", f"{sha256(told.encode()).hexdigest()[:32]}@placeplan")
        event.add("dtstamp", at)
        event.add("dtstart", item.due.ends_on)
        event.add("dtend", item.due.ends_on + timedelta(days=1))
        event.add("summary", duty.words)
        event.add("url", f"{base}{item.address}")
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def write_digest(duties: Sequence[Duty], link: str, name: str) -> tuple[str, str]:
    """Write the subject and the text of a digest: counts and one link."""
    said = say_counts(duties)
    pressing = [duty for duty in duties if duty.state is not DueState.LATER]
    subject = f"{name}: {write_count(len(pressing), 'thing')} to do"
    lines = [said, "", f"What they are: {link}", ""]
    lines.append("You asked for this on that page, where you can also stop it.")
    return subject, "\n".join(lines)
