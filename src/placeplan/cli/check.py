"""``placeplan check``: every fault of a plan folder at once."""

from pathlib import Path
from typing import Annotated

import typer


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
    from placeplan.plan import Plan

    plan = Plan.from_folder(folder)
    plan.run()  # some tables contradict each other only in the work itself
    if as_json:
        print_json({"faults": []})
        return
    rows = sum(frame.height for frame in plan.tables.values())
    print(
        f"{plan.manifest.name}: no fault found in {len(plan.hashes)} files "
        f"with {rows:,} rows and {len(plan.sources)} sources."
    )
