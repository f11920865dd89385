"""``placeplan compare``: why two runs differ."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    import polars as pl

    from placeplan.plan import Comparison

SHOWN = 40


def compare(
    first: Annotated[
        Path, typer.Argument(help="Folder of the run compared with.", metavar="RUN")
    ],
    second: Annotated[
        Path, typer.Argument(help="Folder of the run compared.", metavar="RUN")
    ],
    *,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print JSON for another program.")
    ] = False,
) -> None:
    """Explain the difference between two runs: inputs, drivers of the gap, measures.

    A change is the second run less the first. The drivers of a year sum to the change
    of its gap. Where both runs drew futures from one seed, draw k of one is set against
    draw k of the other, so that the change has its own spread, and what explains it.
    """
    from placeplan.cli.error_words import print_json
    from placeplan.plan import Results, compare_runs

    found = compare_runs(Results.from_folder(first), Results.from_folder(second))
    if as_json:
        print_json(
            {
                "inputs": found.inputs,
                "drivers": found.drivers.to_dicts(),
                "measures": found.measures.to_dicts(),
                "changes_by_draw": found.draws.changes.to_dicts(),
                "drivers_of_spread": found.draws.drivers.to_dicts(),
            }
        )
    else:
        print_comparison(found)


def print_comparison(found: "Comparison") -> None:
    """Print a comparison for a reader: files, drivers, measures, then draws."""
    import polars as pl

    if found.measures.is_empty():
        print("The two runs hold the same numbers.")
    for name, kind in found.inputs.items():
        print(f"{name} was {kind}.")
    print_frame("What moves the gap", found.drivers)
    print_frame("What differs", found.measures)
    last = pl.col("year") == pl.col("year").max()
    whole = last & pl.col("pod").is_null()
    print_frame(
        "How far the changes spread, draw by draw, in the last year",
        found.draws.changes.filter(last),
    )
    print_frame(
        "What explains their spread, over all points of delivery",
        found.draws.drivers.filter(whole),
    )


def print_frame(title: str, frame: "pl.DataFrame") -> None:
    """Print a frame as a table, the first rows of it where it is long."""
    from rich.console import Console
    from rich.table import Table

    from placeplan.cli.show import write_cell

    if frame.is_empty():
        return
    left_out = frame.height - SHOWN
    more = f"and {left_out:,} more rows: use --json" if left_out > 0 else None
    table = Table(title=title, caption=more)
    for name in frame.columns:
        numeric = frame[name].dtype.is_float()
        table.add_column(name.replace("_", " "), justify="right" if numeric else "left")
    for row in frame.head(SHOWN).iter_rows():
        table.add_row(*(write_cell(value) for value in row))
    Console(markup=False, highlight=False).print(table)
