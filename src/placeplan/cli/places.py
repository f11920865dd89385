"""``placeplan places``: who stood on a day."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from zoneinfo import ZoneInfo

import typer

if TYPE_CHECKING:
    from placeplan.places import Entry

SHOWN = 4


def places(
    folder: Annotated[
        Path, typer.Argument(help="Plan folder.", metavar="[FOLDER]")
    ] = Path("examples/kent-medway"),
    *,
    as_at: Annotated[
        str | None,
        typer.Option(
            metavar="DATE", help="Day, such as 2019-07-15; today if not given."
        ),
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option(help="Only this kind, such as ccg, district or footprint."),
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print JSON for another program.")
    ] = False,
) -> None:
    """List organisations, areas, sites and footprints as at a date.

    Bodies that had ended by then are named only as predecessors of others.
    """
    from placeplan.places import TABLES, Registry
    from placeplan.tables import read_folder

    day = read_day(as_at) if as_at else datetime.now(ZoneInfo("Europe/London")).date()
    files = read_folder(folder, TABLES)
    files.raise_faults()
    entries = Registry.from_tables(files.frames).as_at(day).list_entries(kind)
    if as_json:
        from placeplan.cli.error_words import print_json

        print_json([entry.as_row() for entry in entries])
    else:
        print_entries(entries, day)


def read_day(text: str) -> date:
    """Read a day as a person types it.

    Raises
    ------
    PeriodError
        It is no day of the calendar.

    Examples
    --------
    >>> read_day("2019-07-15")
    datetime.date(2019, 7, 15)
    """
    from placeplan.errors import PeriodError

    try:
        return date.fromisoformat(text)
    except ValueError as error:
        message = (
            f"'{text}' is not a day. Write the year, month and day, such as 2019-07-15."
        )
        raise PeriodError(message) from error


def shorten_list(ids: Sequence[str]) -> str:
    """Shorten a list for a narrow column: the first four and how many more.

    Examples
    --------
    >>> shorten_list(["a", "b", "c", "d", "e", "f"])
    'a, b, c, d and 2 more'
    """
    more = f" and {len(ids) - SHOWN} more" if len(ids) > SHOWN else ""
    return ", ".join(ids[:SHOWN]) + more


def print_entries(entries: "Sequence[Entry]", day: date) -> None:
    """Print entries as a table for a reader, without columns that are empty."""
    from rich.console import Console
    from rich.table import Table

    from placeplan.reference import ORGANISATION_KINDS

    shown = f"{day.day} {day:%B %Y}"
    rows = [
        {
            "Id": entry.id,
            "Name": entry.body.name,
            "Kind": ORGANISATION_KINDS[entry.body.kind].name,
            "Set": entry.footprint_set or "",
            "Standing": entry.standing.value.replace("_", " "),
            "Members": shorten_list([member.id for member in entry.members]),
            "Took over from": shorten_list(entry.predecessors),
        }
        for entry in entries
    ]
    console = Console()
    if rows:
        headings = [name for name in rows[0] if any(row[name] for row in rows)]
        table = Table(title=f"Places as at {shown}", title_justify="left")
        for heading in headings:
            alone = (
                heading == "Id"
            )  # an id is never cut, nor broken where it can be whole
            table.add_column(heading, overflow="fold", no_wrap=alone)
        for row in rows:
            table.add_row(*(row[name] for name in headings))
        console.print(table)
    bodies = "1 body" if len(entries) == 1 else f"{len(entries)} bodies"
    console.print(f"{bodies} as at {shown}.")
