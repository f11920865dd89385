"""Where the registers of this room stand, and who is told of as what in them."""

from typing import Any, Final

from django.urls import NoReverseMatch, reverse

from placeplan_web.design.address import Address
from placeplan_web.governance.registers.action import ACTIONS
from placeplan_web.governance.registers.dispensation import DISPENSATIONS
from placeplan_web.governance.registers.forward_plan import FORWARD_PLAN
from placeplan_web.governance.registers.gift import GIFTS
from placeplan_web.governance.registers.house import SLUG, House
from placeplan_web.governance.registers.instrument import INSTRUMENTS
from placeplan_web.governance.registers.interest import INTERESTS
from placeplan_web.programme.queries.author import name_by_post
from placeplan_web.programme.registers.room import list_late_sources
from placeplan_web.registers.room import RegisterRoom, add_room


def find_house(slug: str) -> House | None:
    return House() if slug == SLUG else None


def list_crumbs(_house: Any, address: Address) -> list[tuple[str, str]]:
    """Give the way to a register: the first page of the room."""
    try:
        home = reverse("governance:index")
    except NoReverseMatch:
        return []
    return [("Governance", address.keep(home))]


GOVERNANCE_ROOM: Final = add_room(
    RegisterRoom(
        name="governance",
        find_scope=find_house,
        name_scope=lambda _house: "Governance",
        list_crumbs=list_crumbs,
        name_authors=name_by_post,
        list_late_sources=list_late_sources,
        show_to=lambda _house, reader: House(reader),
    )
)
GOVERNANCE_ROOM.add(
    *(ACTIONS, INTERESTS, DISPENSATIONS, GIFTS, FORWARD_PLAN, INSTRUMENTS)
)
