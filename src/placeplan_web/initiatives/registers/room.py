"""The register of this room."""

from typing import Any

from django.urls import reverse

from placeplan_web.initiatives.models import Draft
from placeplan_web.initiatives.queries.draft import find_draft, list_late_sources
from placeplan_web.initiatives.registers.initiative import REGISTER
from placeplan_web.registers.room import RegisterRoom, add_room


def list_crumbs(draft: Draft, address: Any) -> list[tuple[str, str]]:
    """Give the way to a register: the page of its draft."""
    home = reverse("initiatives:draft", kwargs={"slug": draft.slug})
    return [
        ("Initiatives", address.keep(reverse("initiatives:index"))),
        (draft.name, address.keep(home)),
    ]


INITIATIVE_ROOM = add_room(
    RegisterRoom(
        name="initiatives",
        find_scope=find_draft,
        name_scope=lambda draft: str(draft.name),
        list_crumbs=list_crumbs,
        list_late_sources=list_late_sources,
    )
)
INITIATIVE_ROOM.add(REGISTER)
