"""Who sits on what: overlaps, single points of failure, missing voices, load."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import Any, Final

import polars as pl
from markupsafe import Markup

from placeplan_web.design.words import write_count, write_day
from placeplan_web.governance.models import Body
from placeplan_web.governance.presenters.frame import Frame, cell
from placeplan_web.governance.presenters.seat_picture import Cell, SeatPicture
from placeplan_web.governance.queries.group_list import list_cited, name_on
from placeplan_web.governance.queries.seat_load import MeetingLoad
from placeplan_web.governance.queries.seat_map import (
    MANY_GROUPS,
    SeatRow,
    count_groups,
    list_missing_voices,
)

MOST_PAIRS: Final = 10
NO_BODY: Final = "not stated"
TABLE_HEAD: Final = (
    "Who sits",
    {"text": "Groups", "numeric": True},
    {"text": "Seats", "numeric": True},
    "On which",
)
LOAD_HEAD: Final = (
    "Post",
    {"text": "Groups", "numeric": True},
    "How often they meet",
    {"text": "Meetings planned in a year", "numeric": True},
)
PAIR_HEAD: Final = (
    "Two groups",
    {"text": "Organisations on both", "numeric": True},
    "Which",
)
WAYS: Final = (("organisation", "By organisation"), ("post", "By post"))


@dataclass(frozen=True)
class SeatMapPage:
    """Every seat that a reader may see, on a day."""

    frame: Frame
    rows: Sequence[SeatRow]
    load: MeetingLoad
    by: str = "organisation"

    @cached_property
    def voices(self) -> tuple[list[Body], list[Body]]:
        return list_missing_voices(self.rows)

    @cached_property
    def posts(self) -> Mapping[str, list[Any]]:
        return count_groups(self.rows)

    @cached_property
    def names(self) -> Mapping[int, str]:
        """The name of each group on the day, by its key."""
        groups = {row.group.pk: row.group for row in self.rows}
        return {key: name_on(group, self.frame.day) for key, group in groups.items()}

    @property
    def finding(self) -> str:
        if not self.rows:
            return ""
        bodies = {row.body.pk for row in self.rows if row.body}
        silent, _ = self.voices
        many = [post for post, groups in self.posts.items() if len(groups) > 1]
        one = len(silent) == 1
        voices = "organisation has a seat and signs" if one else "organisations have"
        voices = f"{len(silent) or 'no'} {voices}{'' if one else ' a seat and sign'}"
        said = (
            f"{write_count(len(self.rows), 'seat')} on "
            f"{write_count(len(self.names), 'group')} {self._say_day()}, "
            f"of {write_count(len(bodies), 'organisation')}; {voices} nothing"
        )
        return f"{said}; {write_count(len(many), 'post sits', 'posts sit')} on several."

    def _say_day(self) -> str:
        day = self.frame.address.as_at
        return f"on {write_day(day)}" if day else "as all papers have them"

    @property
    def ways(self) -> list[dict[str, Any]]:
        return [
            {
                "text": words,
                "href": self.frame.link("governance:seats", query={"by": name}),
                "is_here": name == self.by,
            }
            for name, words in WAYS
        ]

    def _name(self, row: SeatRow) -> str:
        if self.by == "post":
            return row.post
        return row.body.name if row.body else ""

    @cached_property
    def cells(self) -> Mapping[tuple[str, str], Cell]:
        """Seats by who sits and on which group; who is not named is left out."""
        counted: dict[tuple[str, str], Cell] = {}
        for row in self.rows:
            if name := self._name(row):
                key = (name, self.names[row.group.pk])
                held = counted.get(key, Cell(0))
                chairs = held.chairs or row.seat.is_chair
                counted[key] = Cell(held.seats + 1, chairs)
        return counted

    @cached_property
    def sitters(self) -> list[str]:
        """Who sits, those on most groups first."""
        groups = Counter(name for name, _ in self.cells)
        return sorted(groups, key=lambda name: (-groups[name], name))

    @property
    def unnamed(self) -> int:
        return sum(not self._name(row) for row in self.rows)

    @property
    def picture(self) -> Markup | None:
        if not self.cells:
            return None
        seats = Counter(group for _, group in self.cells)
        columns = sorted(seats, key=lambda name: (-seats[name], name))
        what = dict(WAYS)[self.by].lower()
        return SeatPicture(
            f"Seats {what} and group {self._say_day()}",
            self.picture_words,
            *(self.sitters, columns, self.cells),
        ).draw()

    @property
    def picture_words(self) -> str:
        """What stands out in the picture."""
        groups = Counter(name for name, _ in self.cells)
        most = max(groups.values())
        first = [name for name in self.sitters if groups[name] == most]
        on = write_count(most, "group")
        if len(first) > 1:
            return f"{len(first)} {self.by}s sit on most: {on} each."
        return f"{first[0]} sits on most: {on}."

    @property
    def table_head(self) -> Sequence[Any]:
        return TABLE_HEAD

    @property
    def table_rows(self) -> list[list[Any]]:
        rows = []
        for name in self.sitters:
            held = {
                group: each for (who, group), each in self.cells.items() if who == name
            }
            words = [f"{g}{' (chair)' if c.chairs else ''}" for g, c in held.items()]
            seats = sum(each.seats for each in held.values())
            rows.append([name, str(len(held)), str(seats), "; ".join(words)])
        return rows

    @property
    def silent_rows(self) -> list[list[Any]]:
        """Bodies with a seat that sign nothing, and where they sit."""
        return [
            [
                body.name,
                "; ".join(
                    dict.fromkeys(
                        self.names[row.group.pk]
                        for row in self.rows
                        if row.body and row.body.pk == body.pk
                    )
                ),
            ]
            for body in self.voices[0]
        ]

    @property
    def unseated(self) -> list[str]:
        return [body.name for body in self.voices[1]]

    @property
    def load_head(self) -> Sequence[Any]:
        return LOAD_HEAD

    @property
    def load_rows(self) -> list[list[Any]]:
        """Posts on more than one group, with what that asks of them."""
        return [
            [
                cell(post, status=_warn(len(groups))),
                str(len(groups)),
                self._say_frequencies(groups),
                str(sum(self.load.planned.get(group.pk, 0) for group in groups)),
            ]
            for post, groups in self.posts.items()
            if len(groups) > 1
        ]

    def _say_frequencies(self, groups: Sequence[Any]) -> str:
        found = self.load.frequencies
        counted = Counter(found.get(group.pk, NO_BODY) for group in groups)
        return ", ".join(f"{count} {words}" for words, count in counted.most_common())

    @property
    def lone_rows(self) -> list[list[Any]]:
        """Groups with one seat that votes: one absence and nobody is there."""
        voting = Counter(row.group.pk for row in self.rows if row.seat.votes)
        return [
            [
                cell(self.names[row.group.pk], href=self.frame.link_group(row.group)),
                row.post or row.seat.title,
            ]
            for row in self.rows
            if row.seat.votes and voting[row.group.pk] == 1
        ]

    @property
    def pair_head(self) -> Sequence[Any]:
        return PAIR_HEAD

    @cached_property
    def pair_rows(self) -> list[list[Any]]:
        """Pairs of groups with most organisations in common."""
        sits: dict[int, dict[int, str]] = {}
        for row in self.rows:
            if row.body:
                sits.setdefault(row.group.pk, {})[row.body.pk] = row.body.name
        pairs = [
            (
                one,
                other,
                sorted(n for key, n in sits[one].items() if key in sits[other]),
            )
            for one, other in combinations(sits, 2)
        ]
        shared = [pair for pair in pairs if pair[2]]
        shared.sort(key=lambda pair: (-len(pair[2]), self.names[pair[0]]))
        return [
            [
                f"{self.names[one]} and {self.names[other]}",
                str(len(both)),
                ", ".join(both),
            ]
            for one, other, both in shared[:MOST_PAIRS]
        ]

    @property
    def cited(self) -> list[tuple[str, str]]:
        return list_cited([row.seat for row in self.rows], "seats")

    def link_file(self, kind: str) -> str:
        return self.frame.link("governance:seats-file", kind=kind)

    def make_table(self) -> pl.DataFrame:
        """Give one row for each seat, for a file."""
        return pl.DataFrame(
            [
                {
                    "group": self.names[row.group.pk],
                    "seat": row.seat.reference,
                    "title": row.seat.title,
                    "organisation": row.body.name if row.body else None,
                    "post": row.post or None,
                    "chair": row.seat.is_chair,
                    "vote": row.seat.get_kind_display(),
                    "source": row.seat.source,
                    "status": row.seat.status,
                }
                for row in self.rows
            ],
            infer_schema_length=None,
        )


def _warn(groups: int) -> str:
    return "single point of failure" if groups >= MANY_GROUPS else ""
