"""Addresses of the pages of one register."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from placeplan_web.design.address import Address
from placeplan_web.registers.kind import RegisterKind
from placeplan_web.registers.known import PastDay
from placeplan_web.registers.room import RegisterRoom

STAND_IN = "REFERENCE-0000"


@dataclass(frozen=True)
class Register:
    """A register of a scope, such as the risks of a programme, and its links."""

    room: RegisterRoom
    scope: Any
    kind: RegisterKind
    address: Address

    def link(
        self, page: str, *, query: dict[str, Any] | None = None, **parts: Any
    ) -> str:
        """Give the address of one of its pages."""
        return self.address.link(
            f"{self.room.name}:{page}",
            query=query,
            scope=self.room.get_slug(self.scope),
            register=self.kind.slug,
            **parts,
        )

    def link_record(self, record: Any, page: str = "record") -> str:
        return self.link(page, reference=record.reference)

    @cached_property
    def link_pattern(self) -> str:
        """The address of a record, with ``{}`` for its reference: for many at once."""
        return self.link("record", reference=STAND_IN).replace(STAND_IN, "{}", 1)

    @cached_property
    def past(self) -> PastDay | None:
        """The past day that the address asks for; nothing for today."""
        day = self.address.as_at
        return PastDay(day, self.room.list_late_sources(day)) if day else None

    @property
    def title(self) -> str:
        return self.kind.nouns[:1].upper() + self.kind.nouns[1:]

    def list_crumbs(self) -> list[tuple[str, str]]:
        return self.room.list_crumbs(self.scope, self.address)
