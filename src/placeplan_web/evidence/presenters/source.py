"""How a source reads on a page: what it is, and what rests on it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

import polars as pl

from placeplan.evidence import CONTRACTS, MEANINGS, TABLES_BEHIND, Source, as_known
from placeplan.reference import get_measure
from placeplan_web.design.address import Address
from placeplan_web.design.words import write_count, write_day
from placeplan_web.evidence.models import Run
from placeplan_web.evidence.shelf import get_plan

HEAD = ("Source", "Publisher", "Known since", "Grade and status")
GRADES = {
    "A": "an official figure",
    "B": "worked out from official figures",
    "C": "read in a secondary text",
    "D": "our own assumption",
}


@dataclass(frozen=True, slots=True)
class SourcePage:
    """A source with what a reader needs to judge and follow it."""

    source: Source
    run: Run
    address: Address

    @property
    def finding(self) -> str:
        tables = self.tables
        rows = sum(table["count"] for table in tables)
        if not rows:
            return "No row of the plan folder rests on this source."
        return (
            f"{write_count(rows, 'row')} of {write_count(len(tables), 'input file')} "
            f"rest on this source; its figures are {self.source.status}: "
            f"{MEANINGS[self.source.status]}."
        )

    @property
    def is_known(self) -> bool:
        """Whether it had been published by the day that the page is about."""
        return self.address.as_at is None or self.source.dated <= self.address.as_at

    @property
    def facts(self) -> list[tuple[str, Any]]:
        source = self.source
        return [
            ("Publisher", source.publisher),
            ("Known since", write_day(source.dated)),
            ("Licence", source.licence),
            ("Status", {"text": MEANINGS[source.status], "status": source.status}),
            ("Grade", f"{source.grade}: {GRADES[source.grade]}"),
            ("What was done with it", source.note or "taken as it stands"),
        ]

    @property
    def tables(self) -> list[dict[str, Any]]:
        plan = get_plan(self.run.dataset)
        counted = (
            (name, frame.filter(pl.col("source") == self.source.id).height)
            for name, frame in plan.tables.items()
            if "source" in frame.columns
        )
        return [
            {"name": name, "count": count, "text": CONTRACTS[name].path}
            for name, count in counted
            if count
        ]

    @property
    def rests(self) -> list[dict[str, str]]:
        """Measures of the results that rest on this source."""
        cited = {table["name"] for table in self.tables}
        query = {"run": str(self.run.public_id)}
        return [
            {
                "text": get_measure(measure).name,
                "href": self.address.link(f"evidence:{room}", query=query),
            }
            for measure, tables in TABLES_BEHIND.items()
            if cited & set(tables) and (room := find_room(measure))
        ]

    @property
    def rows(self) -> list[list[Any]]:
        return [
            [table["text"], f"{table['count']:,}", CONTRACTS[table["name"]].about]
            for table in self.tables
        ]


def find_room(measure: str) -> str:
    """The room that shows a measure; money where no other does."""
    if measure in {"population", "births", "deaths", "net_migration"}:
        return "people"
    if measure in {"activity", "bed_days"}:
        return "demand"
    if measure.startswith(("beds", "spaces", "staff")):
        return "capacity"
    return "money" if measure.endswith("_pounds") else ""


def list_known(run: Run, as_at: date | None) -> list[Source]:
    """Sources of a plan that were known by the day, the newest first."""
    sources = get_plan(run.dataset).sources
    known = as_known(sources, as_at) if as_at else sources
    return sorted(known, key=lambda each: (each.dated, each.title), reverse=True)


def narrow_sources(sources: Iterable[Source], text: str) -> list[Source]:
    """Keep the sources that hold the words in their id, title or publisher."""
    wanted = text.casefold()
    return [
        source
        for source in sources
        if wanted in f"{source.id} {source.title} {source.publisher}".casefold()
    ]


def list_rows(sources: Iterable[Source], run: Run, address: Address) -> list[list[Any]]:
    """Rows of the list of sources: title, publisher, day, status."""
    query = {"run": str(run.public_id)}
    return [
        [
            {
                "text": source.title,
                "href": address.link("evidence:source", source=source.id, query=query),
            },
            source.publisher,
            write_day(source.dated),
            {
                "text": f"{source.grade}: {GRADES[source.grade]}",
                "status": source.status,
            },
        ]
        for source in sources
    ]
