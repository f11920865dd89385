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
        int | None,
        typer.Option(help="Futures to draw; without it as many as plan.yaml says."),
    ] = None,
    workers: Annotated[
        int, typer.Option(min=1, max=64, help="Processes that draw futures.")
    ] = 1,
    dask: Annotated[
        str | None,
        typer.Option(
            metavar="ADDRESS", help="Scheduler of a Dask cluster that draws futures."
        ),
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
    and run.json into the output folder, which appears when all of it is there; with
    initiatives also ledger.csv, claims.csv and initiative_bridge.csv, and with draws
    spread.csv, drivers.csv, draws.parquet and drawn_inputs.parquet.
    """
    from placeplan.cli.machine_clock import MachineClock
    from placeplan.cli.progress_bar import show_progress
    from placeplan.cli.workers import start_executor
    from placeplan.plan import Plan, say_enough_draws

    clock = MachineClock()
    with show_progress("Working out") as progress:
        progress("reading the plan folder", 0, 1)
        plan = Plan.from_folder(folder)
        with start_executor(workers, dask) as executor:
            results = plan.run(
                scenarios=scenario or None,
                progress=progress,
                clock=clock,
                draws=draws,
                executor=executor,
            )
    with show_progress("Writing") as progress:
        record = results.write(out, with_report=report, progress=progress, clock=clock)
    print_record(record, out, as_json=as_json)
    if results.account and results.account.spread.width and not as_json:
        print(say_enough_draws(results.account.spread, record.draws))


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
