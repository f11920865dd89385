"""Run the yardsticks: ``python -m benchmarks``; ``ONLY=name`` runs one."""

import json
import os
import sys
from importlib import import_module

from benchmarks.child import ROOT
from benchmarks.machine import describe_machine
from benchmarks.yardstick import YARDSTICKS, Measured, choose

MODULES = (
    "draws",
    "example_run",
    "ledger",
    "options",
    "pack",
    "pages",
    "projection",
    "registers",
    "stats",
)
BENCH_FILE = ROOT / "build/bench.json"


def main() -> int:
    """Measure, print, write; say 2 when a bar is missed."""
    for module in MODULES:
        import_module(f"benchmarks.{module}")
    only = os.environ.get("ONLY", "")
    chosen = choose(only)
    if not chosen:
        print(f"There is no yardstick '{only}'. Use one of: {', '.join(YARDSTICKS)}.")
        return 2
    print(describe_machine())
    measured: list[Measured] = []
    for name, entries in chosen.items():
        print(name)
        found = YARDSTICKS[name].measure(entries)
        measured += [one for one in found if one.name in entries]
    write_measured(measured)
    for one in measured:
        print_measured(one)
    return 0 if all(one.holds for one in measured) else 2


def write_measured(measured: list[Measured]) -> None:
    """Write what was measured for other programs."""
    BENCH_FILE.parent.mkdir(parents=True, exist_ok=True)
    rows = [one.as_row() for one in measured]
    BENCH_FILE.write_text(json.dumps(rows, indent=2) + "\n", encoding="utf-8")


def print_measured(one: Measured) -> None:
    """Print one line: figure, reference, ratio, bar."""
    verdict = "holds" if one.holds else "MISSED"
    print(
        f"{verdict:7} {one.name}: {one.ours:.3g} {one.unit} against "
        f"{one.reference_value:.3g} {one.unit} ({one.reference}): "
        f"ratio {one.ratio:.3f}, bar {one.bar}"
    )


if __name__ == "__main__":
    sys.exit(main())
