"""Groups in a table, by era, as they stood on a day."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

import polars as pl

from placeplan_web.design.words import write_count, write_day
from placeplan_web.governance.models import AliasKind
from placeplan_web.governance.presenters.frame import Frame, cell
from placeplan_web.governance.presenters.quorum_words import has_quorum, say_quorum
from placeplan_web.governance.queries.group_list import ListedGroup, stood_on

HEAD: Final = (
    "Group",
    "What it is there to do",
    "Years of its papers",
    "Meets",
    {"text": "Seats", "numeric": True},
    "Quorum",
    "Next meeting",
)


@dataclass(frozen=True)
class GroupListPage:
    """Every group, narrowed by era and by words."""

    frame: Frame
    groups: Sequence[ListedGroup]
    era: str = ""
    words: str = ""

    @cached_property
    def shown(self) -> list[ListedGroup]:
        return [each for each in self.groups if self._is_asked(each)]

    def _is_asked(self, listed: ListedGroup) -> bool:
        if self.frame.address.as_at and not stood_on(listed.group, self.frame.day):
            return False
        if self.era and listed.group.era != self.era:
            return False
        names = [listed.name, *listed.other_names]
        return any(self.words.casefold() in name.casefold() for name in names)

    @property
    def finding(self) -> str:
        if not self.groups:
            return ""
        if not self.shown:
            return f"None of {write_count(len(self.groups), 'group')} is as asked."
        seats = sum(each.seat_count for each in self.shown)
        silent = sum(not has_quorum(each.terms) for each in self.shown)
        return (
            f"{count_whole(self.shown)} with {write_count(seats, 'seat')}; "
            f"{silent or 'none'} "
            f"{'states' if silent == 1 else 'state'} no quorum, and none is assumed."
        )

    @property
    def head(self) -> Sequence[Any]:
        return HEAD

    @property
    def rows(self) -> list[list[Any]]:
        return [
            [
                cell(
                    each.name,
                    href=self.frame.link_group(each.group),
                    note=say_names(each),
                    status=self._say_status(each),
                ),
                each.group.get_kind_display(),
                each.group.era or "not stated",
                say_frequency(each),
                str(each.seat_count),
                say_quorum(each.terms),
                write_day(each.next_meeting.held_on) if each.next_meeting else "none",
            ]
            for each in self.shown
        ]

    def _say_status(self, listed: ListedGroup) -> str:
        return "" if listed.group.status == "recorded" else listed.group.status

    @property
    def filters(self) -> list[dict[str, Any]]:
        eras = sorted({each.group.era for each in self.groups if each.group.era})
        options = [("", "All"), *((era, era) for era in eras)]
        return [
            {"name": "q", "label": "Name", "value": self.words},
            {
                "name": "era",
                "label": "Years of its papers",
                "value": self.era,
                "options": options,
            },
        ]

    @property
    def kept(self) -> dict[str, str]:
        return self.frame.address.parameters

    @property
    def query(self) -> dict[str, str]:
        asked = {"q": self.words, "era": self.era}
        return {name: value for name, value in asked.items() if value}

    def link_file(self, kind: str) -> str:
        return self.frame.link("governance:groups-file", kind=kind, query=self.query)

    def make_table(self) -> pl.DataFrame:
        """Give the list as it stands, for a file."""
        rows = [
            {
                "group": each.name,
                "other_names": "; ".join(each.other_names),
                "kind": each.group.get_kind_display(),
                "era": each.group.era,
                "frequency": say_frequency(each),
                "seats": each.seat_count,
                "quorum": say_quorum(each.terms),
                "next_meeting": each.next_meeting and each.next_meeting.held_on,
                "source": each.group.source,
                "status": each.group.status,
            }
            for each in self.shown
        ]
        return pl.DataFrame(rows, infer_schema_length=None)


def say_names(listed: ListedGroup) -> str:
    """Write the other names of a group, those in print before abbreviations."""
    if not listed.other_names:
        return ""
    short = {
        each.name for each in listed.group.aliases.all() if each.kind == AliasKind.SHORT
    }
    names = sorted(listed.other_names, key=lambda name: (name in short, name))
    return f"also {', '.join(names)}"


def say_frequency(listed: ListedGroup) -> str:
    """Write how often a group meets, as its terms have it."""
    return (listed.terms.frequency if listed.terms else "") or "not stated"


def count_whole(listed: Sequence[ListedGroup]) -> str:
    """Count groups; those that are one of several of a group are its parts."""
    parts = sum(each.group.part_of_id is not None for each in listed)
    whole = write_count(len(listed) - parts, "group")
    return f"{whole} and {write_count(parts, 'part')} of them" if parts else whole
