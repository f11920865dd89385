"""A room that has registers: where it stands, and which registers it has."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.module_loading import autodiscover_modules

from placeplan_web.registers.authors import name_authors
from placeplan_web.registers.kind import RegisterKind


@dataclass(frozen=True, slots=True)
class RegisterRoom:
    """The registers of a chapter.

    Parameters
    ----------
    name : str
        Namespace of its addresses, such as ``programme``.
    find_scope : callable
        What an address names, such as a programme by its slug; None when nothing.
    name_scope : callable
        Its words.
    list_crumbs : callable
        Given a scope and the address of the page: words and links that lead to it.
    get_slug : callable
        The part of the address that names a scope.
    name_authors : callable
        Given ids of who wrote and the reader: what the reader may know them by.
    list_late_sources : callable
        Given a day of the past: ids of the sources that were not out yet.
    show_to : callable
        Given a scope and a reader: the scope as that reader sees it, where registers
        keep something back.
    """

    name: str
    find_scope: Callable[[str], Any]
    name_scope: Callable[[Any], str]
    list_crumbs: Callable[[Any, Any], list[tuple[str, str]]]
    get_slug: Callable[[Any], str] = field(default=lambda scope: str(scope.slug))
    name_authors: Callable[[set[str], Any], Mapping[str, str]] = field(
        default=name_authors
    )
    list_late_sources: Callable[[date], Collection[str]] = field(
        default=lambda _day: ()
    )
    show_to: Callable[[Any, Any], Any] = field(default=lambda scope, _reader: scope)
    kinds: dict[str, RegisterKind] = field(default_factory=dict)

    def add(self, *kinds: RegisterKind) -> None:
        """Add registers; a slug stands once."""
        for kind in kinds:
            if kind.slug in self.kinds:
                raise ValueError(f"There is a register '{kind.slug}' already.")
            self.kinds[kind.slug] = kind


ROOMS: dict[str, RegisterRoom] = {}
"""Every room with registers, by name: background work finds its kind here."""


def find_room(name: str) -> RegisterRoom | None:
    """Find a room; a worker, which reads no addresses, looks for them first.

    A chapter has its room in its ``registers/room.py``.
    """
    if name not in ROOMS:
        autodiscover_modules("registers.room")
    return ROOMS.get(name)


def add_room(room: RegisterRoom) -> RegisterRoom:
    """Let background work find the registers of a room."""
    ROOMS[room.name] = room
    return room
