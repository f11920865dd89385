"""``placeplan check``: every fault of a plan folder at once."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    import polars as pl

    from placeplan.errors import Fault
    from placeplan.evidence import ChapterFolder
    from placeplan.plan import Plan


def check(
    folder: Annotated[Path, typer.Argument(help="The folder that holds plan.yaml.")],
    *,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print JSON for another program.")
    ] = False,
) -> None:
    """List every fault of a plan folder at once, with what to do about it.

    Nothing is changed. Each fault says the file, the row or cell, what was expected,
    what was found, and how to mend it.
    """
    from placeplan.cli.error_words import print_json

    plan, rooms = _check_rooms(folder)
    if as_json:
        print_json({"faults": []})
        return
    later: dict[str, pl.DataFrame] = {}
    for room in rooms:
        later |= room.tables
    rows = sum(frame.height for frame in (*plan.tables.values(), *later.values()))
    files = len(plan.hashes) + sum(len(room.hashes) for room in rooms)
    print(
        f"{plan.manifest.name}: no fault found in "
        f"{files} files "
        f"with {rows:,} rows and {len(plan.sources)} sources."
    )


def _check_rooms(
    folder: Path,
) -> "tuple[Plan, list[ChapterFolder]]":
    """Check the plan, and the rooms told after it that have a folder of their own."""
    from placeplan.errors import InputError
    from placeplan.governance import has_governance, read_governance
    from placeplan.plan import Plan
    from placeplan.programme import has_programme, read_programme

    faults: list[Fault] = []
    plan = None
    rooms: list[ChapterFolder] = []
    try:
        plan = Plan.from_folder(folder)
        plan.run()  # some tables contradict each other only in the work itself
    except InputError as error:
        faults += error.faults
    try:
        if has_programme(folder):
            rooms.append(read_programme(folder))
    except InputError as error:
        faults += error.faults
    try:
        if has_governance(folder):
            rooms.append(read_governance(folder))
    except InputError as error:
        faults += error.faults
    if plan is None or faults:
        raise InputError(dict.fromkeys(faults))
    return plan, rooms
