"""Time and memory of ``placeplan run examples/kent-medway``, start-up and all.

Held against the least that any program could do: read the same files and write the same
numbers. The bars leave a quarter for noise. The limit, 10 seconds, is printed and not
judged.
"""

import tempfile
from collections.abc import Collection, Iterator
from pathlib import Path

from benchmarks.child import ROOT, Spent, spend
from benchmarks.yardstick import Measured, register

PLAN = ROOT / "examples/kent-medway"
TIMES = 3
LIMIT_SECONDS = 10
BARS = {"run_time": 0.08, "run_time_without_report": 0.15, "run_memory": 0.28}
FLOOR = "reading the same files and writing the same numbers with plain Polars"


def measure_example_run(_wanted: Collection[str]) -> Iterator[Measured]:
    """Run all in turn, the best of three each."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        ours, bare, floor = [], [], []
        for _ in range(TIMES):
            ours.append(_run(out / "run"))
            bare.append(_run(out / "bare", "--no-report"))
            floor.append(_copy(out / "run", out / "copy"))
    _print("placeplan run", ours)
    _print("placeplan run --no-report", bare)
    _print("plain copy", floor)
    print(f"  the limit is {LIMIT_SECONDS} s")
    for name, spent in (("run_time", ours), ("run_time_without_report", bare)):
        best, least = (min(s.wall_seconds for s in each) for each in (spent, floor))
        yield Measured(name, best, "s", FLOOR, least, BARS[name])
    best, least = (min(s.peak_megabytes for s in each) for each in (ours, floor))
    yield Measured("run_memory", best, "MB", FLOOR, least, BARS["run_memory"])


def _run(out: Path, *options: str) -> Spent:
    command = ["-m", "placeplan.cli", "run", str(PLAN), "--out", str(out), *options]
    return spend(command)


def _copy(results: Path, out: Path) -> Spent:
    return spend(["-m", "benchmarks.plain_copy", str(PLAN), str(results), str(out)])


def _print(name: str, spent: list[Spent]) -> None:
    best = min(spent, key=lambda one: one.wall_seconds)
    print(
        f"  {name}: {best.wall_seconds:.2f} s, {best.cpu_seconds:.2f} s on the "
        f"processor, {best.peak_megabytes:.0f} MB"
    )


register("example_run", BARS, measure_example_run)
