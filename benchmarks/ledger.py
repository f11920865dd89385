"""Six million values of 200 organisations in 42 systems, from Parquet to sums.

Five years of 500 lines. Ours reads the file, holds every cell to its contract, counts
pence, and sums up by organisation, system and year, with what members of a system pay
each other taken out. The floor reads the same file with Polars and sums it up by
organisation, year and basis: no checks, no lines, no system. Each runs in a process of
its own, start-up and all, and is held to its processor time, of all threads together:
others on the machine do not count. The exponent says how that time grows with rows.
"""

import math
import tempfile
from collections.abc import Collection, Iterator
from datetime import date
from pathlib import Path

import numpy as np

from benchmarks.child import Spent, spend
from benchmarks.yardstick import Measured, register

ORGANISATIONS, SYSTEMS, MONTHS, LINES = 200, 42, 60, 500
FEWER_LINES = 125
TRADED = 10
"""Lines on which each member sells to the next one of its system, which buys."""

TIMES = 3
BAR_SECONDS = 10.0
BAR_MEGABYTES = 4_000.0
RATIO_BAR = 1 / 5
EXPONENT_BAR = 1.2
ENTRIES = ("ledger", "ledger_memory", "ledger_ratio", "ledger_growth")

OURS = """\
import sys
from pathlib import Path
from benchmarks.ledger import summarise
summarise(Path(sys.argv[1]))
"""
FLOOR = """\
import sys
import polars as pl
values = pl.read_parquet(sys.argv[1] + "/ledger_values.parquet")
year = pl.col("month").dt.offset_by("-3mo").dt.year()
print(values.group_by("organisation", year, "basis").agg(pl.col("value_pounds").sum()))
"""


def write_ledger(folder: Path, lines: int) -> None:
    """Make a ledger up and write it; every amount is of whole pence."""
    import polars as pl

    from placeplan.money.ledger import write_ledger_parquet

    sides = ["income"] * TRADED + ["non_pay"] * TRADED
    sides += [("income", "pay", "non_pay", "non_pay")[at % 4] for at in range(lines)]
    listed = pl.DataFrame(
        {
            "line": [f"line-{at}" for at in range(lines)],
            "name": [f"Line {at}" for at in range(lines)],
            "side": sides[:lines],
            "place_in_list": np.arange(1, lines + 1),
        }
    ).with_columns(pod=pl.lit(None, pl.String), fund=pl.lit(None, pl.String))
    members = pl.DataFrame(
        {
            "organisation": [f"body-{at}" for at in range(ORGANISATIONS)],
            "system": [f"system-{at % SYSTEMS}" for at in range(ORGANISATIONS)],
        }
    )
    sourced = {"source": pl.lit("made-up"), "status": pl.lit("illustrative")}
    tables = {
        "ledger_lines": listed.with_columns(**sourced),
        "ledger_values": make_values(lines).with_columns(**sourced),
        "ledger_members": members,
    }
    write_ledger_parquet(tables, folder)


def make_values(lines: int) -> "pl.DataFrame":  # noqa: F821 # Polars loads late here
    """Make a value up for each organisation, month and line."""
    import polars as pl

    body, month, line = (
        each.ravel()
        for each in np.meshgrid(
            np.arange(ORGANISATIONS), np.arange(MONTHS), np.arange(lines), indexing="ij"
        )
    )
    sells, buys = line < TRADED, (line >= TRADED) & (line < 2 * TRADED)
    after = body + SYSTEMS
    customer = np.where(after < ORGANISATIONS, after, body % SYSTEMS)
    before = body - SYSTEMS
    last = body + SYSTEMS * ((ORGANISATIONS - 1 - body) // SYSTEMS)
    supplier = np.where(before >= 0, before, last)
    other = np.where(sells, customer, np.where(buys, supplier, -1))
    # A sale and its purchase are the same amount, whoever books it.
    seller, sold = np.where(buys, supplier, body), np.where(buys, line - TRADED, line)
    pence = 100 + (seller * 7_919 + month * 104_729 + sold * 1_299_709) % 10**8
    starts = [date(2016 + (at + 3) // 12, (at + 3) % 12 + 1, 1) for at in range(MONTHS)]
    names = pl.Series(
        [f"body-{at}" for at in range(ORGANISATIONS)], dtype=pl.Categorical
    )
    listed = pl.Series([f"line-{at}" for at in range(lines)], dtype=pl.Categorical)
    return pl.DataFrame(
        {
            "organisation": names.gather(body),
            "line": listed.gather(line),
            "month": pl.Series(starts).gather(month),
            "recurrent": line % 10 != 0,
            "counterparty": names.gather(pl.Series(other).replace(-1, None)),
            "value_pounds": pence / 100,
        }
    ).with_columns(basis=pl.lit("actual"))


def spend_best(arguments: list[str]) -> Spent:
    """Run a program several times; give the run with the least processor time."""
    return min(
        (spend(arguments) for _ in range(TIMES)), key=lambda ran: ran.cpu_seconds
    )


def measure_ledger(wanted: Collection[str]) -> Iterator[Measured]:
    """Write the ledger, then read it and sum it up, beside the floor."""
    with tempfile.TemporaryDirectory() as home:
        large, small = Path(home, "large"), Path(home, "small")
        write_ledger(large, LINES)
        floor = spend_best(["-c", FLOOR, str(large)])
        ours = spend_best(["-c", OURS, str(large)])
        print(
            f"  {ours.wall_seconds:.2f} s, {ours.cpu_seconds:.2f} s of processor, "
            f"{ours.peak_megabytes:,.0f} MB; floor {floor.wall_seconds:.2f} s, "
            f"{floor.cpu_seconds:.2f} s, {floor.peak_megabytes:,.0f} MB"
        )
        yield Measured("ledger", ours.cpu_seconds, "CPU s", "the bar", BAR_SECONDS, 1.0)
        yield Measured(
            "ledger_memory", ours.peak_megabytes, "MB", "the bar", BAR_MEGABYTES, 1.0
        )
        yield Measured(
            "ledger_ratio",
            ours.cpu_seconds,
            "CPU s",
            "reading the file and summing it up in Polars, nothing else",
            floor.cpu_seconds,
            RATIO_BAR,
        )
        if "ledger_growth" in wanted:
            write_ledger(small, FEWER_LINES)
            less = spend_best(["-c", OURS, str(small)])
            exponent = math.log(ours.cpu_seconds / less.cpu_seconds) / math.log(
                LINES / FEWER_LINES
            )
            yield Measured(
                "ledger_growth",
                exponent,
                "exponent",
                "linear in rows, with room for a busy machine",
                EXPONENT_BAR,
                1.0,
            )


def summarise(folder: Path) -> None:
    """Read and sum up: what is measured."""
    from placeplan.money.ledger import (
        read_ledger_parquet,
        summarise_organisations,
        summarise_systems,
    )

    ledger = read_ledger_parquet(folder)
    organisations = summarise_organisations(ledger)
    print(organisations, summarise_systems(ledger, organisations))


register("ledger", ENTRIES, measure_ledger)
