"""How a figure reads on a page: its finding, its table, its ways out, its sources."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, Protocol

import polars as pl

from placeplan.evidence import Source
from placeplan.plan.figure import Figure
from placeplan_web.design.address import Address
from placeplan_web.design.words import MINUS, write_number
from placeplan_web.evidence.models import Run
from placeplan_web.evidence.provenance import Origin
from placeplan_web.evidence.record import Record
from placeplan_web.evidence.rooms import Room

PHONE: Final = {"for": "phone"}
"""Setting of the address of a picture as a phone shows it."""

ALIKE_BELOW: Final = 1000
MOST_CELLS: Final = 180
"""Cells of one table on a page, so that no page grows beyond 200 KB."""

LEAST_WITH_COMMAS: Final = 10_000
"""Whole numbers below may be years."""


class Links(Protocol):
    """Where a picture or table of a page is found: there, drawn, and as files."""

    def link_view(self, id_: str) -> str:
        """The address of it on its page."""

    def link_svg(self, id_: str, **query: str) -> str:
        """The address of it as a drawing."""

    def list_files(self, id_: str) -> dict[str, str]:
        """Its addresses as CSV and Excel."""


@dataclass(frozen=True, slots=True)
class RoomLinks:
    """Addresses of what a room shows of a run."""

    run: Run
    room: Room
    address: Address

    def link_view(self, id_: str) -> str:
        query = {"run": str(self.run.public_id)}
        return self.address.link(f"evidence:{self.room.slug}", query=query) + f"#{id_}"

    def link_svg(self, id_: str, **query: str) -> str:
        return self.address.link("evidence:svg", query=query, **self._name(id_))

    def list_files(self, id_: str) -> dict[str, str]:
        parts = self._name(id_)
        return {
            "csv": self.address.link("evidence:csv", **parts),
            "excel": self.address.link("evidence:excel", **parts),
        }

    def _name(self, id_: str) -> dict[str, Any]:
        room = self.room.slug
        return {"public_id": self.run.public_id, "room": room, "figure": id_}


@dataclass(frozen=True, slots=True)
class Frame:
    """What surrounds the pictures and tables of one page.

    `cells` is how many of one table the page has room for, where it has less than most.
    """

    run: Run
    address: Address
    links: Links
    cells: int | None = None

    def present_picture(self, figure: Figure, origin: Origin) -> dict[str, Any]:
        """What the macro ``picture`` asks for, and the origin of its numbers."""
        head, rows, left_out = present_table(figure.table, self.cells)
        return {
            "id": figure.id,
            "title": figure.title,
            "finding": figure.finding,
            "src": self.links.link_svg(figure.id),
            "src_narrow": self.links.link_svg(figure.id, **PHONE),
            "alt": f"{figure.title}. {figure.finding} The table below holds the "
            "numbers.",
            "view": self.links.link_view(figure.id),
            "head": head,
            "rows": rows,
            "table_caption": f"{figure.title}{_say_left_out(rows, left_out)}",
            "status": figure.status,
            **self.links.list_files(figure.id),
            **self._present_origin(origin),
        }

    def present_record(self, record: Record, origin: Origin) -> dict[str, Any]:
        """A table of a room with its words, files and origin."""
        head, rows, left_out = present_table(record.table, self.cells)
        return {
            "id": record.id,
            "title": record.title,
            "words": record.words,
            "status": record.status,
            "head": head,
            "rows": rows,
            "caption": f"{record.title}{_say_left_out(rows, left_out)}",
            "view": self.links.link_view(record.id),
            **self.links.list_files(record.id),
            **self._present_origin(origin),
        }

    def _present_origin(self, origin: Origin) -> dict[str, Any]:
        return {
            "made_of": origin.words,
            "note": " ".join(origin.cautions),
            "sources": [self.present_source(source) for source in origin.sources],
        }

    def present_source(self, source: Source) -> dict[str, Any]:
        """What the macro ``sources`` asks for."""
        query = {"run": str(self.run.public_id)}
        return {
            "title": source.title,
            "href": self.address.link("evidence:source", source=source.id, query=query),
            "publisher": source.publisher,
            "dated": source.dated,
            "status": source.status,
        }


def present_table(
    frame: pl.DataFrame, cells: int | None = None
) -> tuple[list[dict[str, Any]], list[list[Any]], int]:
    """Head and rows of a frame, as the macro ``table`` takes them; rows left out."""
    head = [
        {"text": name, "numeric": frame[name].dtype.is_numeric()}
        for name in frame.columns
    ]
    most = max(1, (cells or MOST_CELLS) // max(1, frame.width))
    places = [count_places(frame[name].to_list(), name) for name in frame.columns]
    rows = [
        [
            write_cell(value, decimals=decimals, column=name)
            for name, decimals, value in zip(frame.columns, places, row, strict=True)
        ]
        for row in frame.head(most).iter_rows()
    ]
    return head, rows, frame.height - len(rows)


def count_places(values: Sequence[object], column: str = "") -> int | None:
    """Decimals that a column shows alike; nothing where large numbers show their own.

    A column of small numbers has one decimal if any of them has; one that mixes people
    with percent cannot show both alike. Pounds are whole, or show their pence.
    """
    known = [value for value in values if isinstance(value, float)]
    if all(value == round(value) for value in known):
        return 0
    if column.endswith("(£)"):
        return 2
    return 1 if all(abs(value) < ALIKE_BELOW for value in known) else None


def write_cell(value: object, *, decimals: int | None = None, column: str = "") -> Any:
    """A cell in a reader's way: 1,234.5, a true minus sign, nothing for no number."""
    if value is None:
        return ""
    if column == "Status":
        return {"text": "", "status": str(value)}
    if isinstance(value, float):
        if decimals is None:
            decimals = 0 if round(value, 1) == round(value) else 1
        return write_number(value, decimals)
    if isinstance(value, int) and abs(value) >= LEAST_WITH_COMMAS:
        return write_number(value)
    return str(value).replace("-", MINUS) if isinstance(value, int) else str(value)


def _say_left_out(rows: list[list[Any]], left_out: int) -> str:
    if not left_out:
        return ""
    every = len(rows) + left_out
    return f": the first {len(rows)} of {every:,} rows; CSV and Excel hold them all"
