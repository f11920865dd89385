"""``placeplan run``: from a plan folder to its results."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from placeplan.plan import RunRecord

MEGABYTE = 1_000_000


def run(
    folder: Annotated[Path, typer.Argument(help="The folder that holds plan.yaml.")],
    *,
    out: Annotated[
        Path, typer.Option(help="Folder for the results; an earlier run is replaced.")
    ] = Path("results"),
    scenario: Annotated[
        list[str] | None,
        typer.Option(
            help="Run this scenario beside do_nothing, not all; may be repeated."
        ),
    ] = None,
    draws: Annotated[
        int | None, typer.Option(help="Futures to draw; only 1 can be run so far.")
    ] = None,
    report: Annotated[
        bool, typer.Option(help="Whether to draw report.html, the slowest part.")
    ] = True,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print JSON for another program.")
    ] = False,
) -> None:
    """Run a plan: people, demand, capacity, money, and the gap, year by year.

    Writes results.parquet and results.csv (every number), summary.xlsx, report.html
    and run.json into the output folder, which appears when all of it is there.
    """
    from placeplan.cli.machine_clock import MachineClock
    from placeplan.cli.progress_bar import show_progress
    from placeplan.plan import Plan

    if draws is not None:
        refuse_draws(draws)
    clock = MachineClock()
    with show_progress("Working out") as progress:
        progress("reading the plan folder", 0, 1)
        plan = Plan.from_folder(folder)
        results = plan.run(scenarios=scenario or None, progress=progress, clock=clock)
    with show_progress("Writing") as progress:
        record = results.write(out, with_report=report, progress=progress, clock=clock)
    print_record(record, out, as_json=as_json)


def refuse_draws(draws: int) -> None:
    """Refuse what cannot be run yet.

    Raises
    ------
    InputError
        More or fewer draws than 1.
    """
    from placeplan.errors import Fault, InputError

    if draws != 1:
        remedy = "Leave --draws out: runs of many draws come later."
        raise InputError([Fault("--draws", "", "1", str(draws), remedy)])


def print_record(record: "RunRecord", out: Path, *, as_json: bool) -> None:
    """Say what was written, and how long it took."""
    if as_json:
        print(record.to_json(), end="")
        return
    peak = record.peak_bytes or 0
    print(
        f"{record.manifest.name}: {len(record.scenarios)} scenarios written to {out} "
        f"in {record.seconds:.1f} s, with at most {peak / MEGABYTE:,.0f} MB of memory."
    )
    print(f"Ask it: placeplan show {out} --measure gap_pounds --by year")
