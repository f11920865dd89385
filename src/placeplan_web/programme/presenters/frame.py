"""What surrounds every page of a programme: its links, its way there, its sources."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from placeplan_web.design.address import Address
from placeplan_web.programme.models import Programme

VIEWS: Final = (
    ("Overview", "programme:programme"),
    ("Timeline", "programme:timeline"),
    ("Risk heat map", "programme:heat-map"),
    ("At stake", "programme:at-stake"),
    ("Highlight report", "programme:highlight"),
)
"""Pages of a programme, in reading order."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A programme and the address in which the reader stands."""

    programme: Programme
    address: Address

    def link(self, page: str, **parts: Any) -> str:
        return self.address.link(page, slug=self.programme.slug, **parts)

    def link_register(self, register: str, **query: Any) -> str:
        return self.address.link(
            "programme:register",
            query=query,
            scope=self.programme.slug,
            register=register,
        )

    def link_record(self, register: str, reference: str) -> str:
        return self.address.link(
            "programme:record",
            scope=self.programme.slug,
            register=register,
            reference=reference,
        )

    def list_views(self, here: str) -> list[dict[str, Any]]:
        """Give the links between the pages of a programme."""
        return [
            {"text": text, "href": self.link(name), "is_here": name == here}
            for text, name in VIEWS
        ]

    def list_crumbs(self, *, is_home: bool = False) -> list[tuple[str, str]]:
        crumbs = [("Programmes", self.address.link("programme:index"))]
        home = (self.programme.name, self.link("programme:programme"))
        return crumbs if is_home else [*crumbs, home]


def cite(records: Iterable[Any], words: str) -> list[tuple[str, str]]:
    """List what records cite, each source once, with what it is cited for."""
    named = dict.fromkeys(each.source for each in records if each.source)
    return [(source, words) for source in named]


def join_words(parts: Iterable[str]) -> str:
    """Join words as in a sentence: a, b and c."""
    listed = list(parts)
    if len(listed) < 2:
        return "".join(listed)
    return f"{', '.join(listed[:-1])} and {listed[-1]}"
