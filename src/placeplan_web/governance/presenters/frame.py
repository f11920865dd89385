"""What surrounds every page of this room: its links, its way there, its words."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.urls import NoReverseMatch

from placeplan_web.design.address import Address
from placeplan_web.design.words import write_day

VIEWS: Final[tuple[tuple[str, str, dict[str, str]], ...]] = (
    ("Overview", "governance:index", {}),
    ("Groups", "governance:groups", {}),
    ("My meetings", "governance:my-meetings", {}),
    ("Seat map", "governance:seats", {}),
    ("Interests", "governance:register", {"register": "interests"}),
    ("Dispensations", "governance:register", {"register": "dispensations"}),
    ("Gifts", "governance:register", {"register": "gifts"}),
    ("Forward plan", "governance:register", {"register": "forward-plan"}),
    ("Delegations", "governance:register", {"register": "instruments"}),
    ("Ratifications", "governance:ratifications", {}),
    ("Actions", "governance:register", {"register": "actions"}),
    ("Escalated risks", "governance:escalations", {}),
    ("Sign-off", "governance:sign-offs", {}),
    ("Checker", "governance:checker", {}),
)
"""Pages of the room, in reading order; one that has no address yet is left out."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The address in which the reader stands, and the day that it is about."""

    address: Address
    day: date

    def link(self, page: str, **parts: Any) -> str:
        return self.address.link(page, **parts)

    def find_link(self, page: str, **parts: Any) -> str:
        """Give the address of a page; nothing where it has none."""
        try:
            return self.address.link(page, **parts)
        except NoReverseMatch:
            return ""

    def link_group(self, group: Any) -> str:
        return self.address.link("governance:group", slug=group.slug)

    def link_meeting(self, meeting: Any) -> str:
        return self.find_link("governance:meeting", public_id=meeting.public_id)

    def link_pack(self, meeting: Any) -> str:
        return self.link("governance:pack", public_id=meeting.public_id)

    def list_views(self, here: str) -> list[dict[str, Any]]:
        """Give the links between the pages of this room."""
        found = [
            (text, name, self.find_link(name, **_add_scope(parts)))
            for text, name, parts in VIEWS
        ]
        return [
            {"text": text, "href": href, "is_here": here in (name, text)}
            for text, name, href in found
            if href
        ]

    def list_crumbs(self, *more: tuple[str, str]) -> list[tuple[str, str]]:
        return [("Governance", self.link("governance:index")), *more]


def _add_scope(parts: dict[str, str]) -> dict[str, str]:
    return {**parts, "scope": "all"} if "register" in parts else parts


def write_period(starts_on: date | None, ends_on: date | None) -> str:
    """Write from when to when: both days are inside."""
    if starts_on and ends_on:
        return f"{write_day(starts_on)} to {write_day(ends_on)}"
    if starts_on:
        return f"from {write_day(starts_on)}"
    return f"until {write_day(ends_on)}" if ends_on else "days not stated"


def say_yes_no(value: bool | None) -> str:  # noqa: FBT001 - it is what is said
    """Write an answer of the terms; what they leave open is not stated."""
    return "not stated" if value is None else ("yes" if value else "no")


def cell(text: Any, **more: Any) -> dict[str, Any]:
    """Make a cell of a table: its text, and a link, a note or a status."""
    return {"text": text, **{name: value for name, value in more.items() if value}}
