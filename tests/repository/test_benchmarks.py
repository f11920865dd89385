"""Yardsticks are ratios, and one can be run alone."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

PROBE = """\
import json
from benchmarks import __main__ as bench
from benchmarks.yardstick import Measured, YARDSTICKS, register

register("tortoise", ["slow", "slower"], lambda wanted: [
    Measured("slow", 4.0, "s", "a hare", 1.0, 0.25),
    Measured("slower", 5.0, "s", "a hare", 1.0, 0.25),
])
register("never_called", ["fast"], lambda wanted: 1 / 0)
bench.MODULES = ()
from pathlib import Path
bench.BENCH_FILE = Path({file!r})
raise SystemExit(bench.main())
"""


def _run(code, **environment):
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_what_was_measured_is_written_as_ratios(tmp_path):
    file = tmp_path / "build/bench.json"

    ran = _run(PROBE.format(file=str(file)), ONLY="tortoise")

    shared = {"unit": "s", "reference": "a hare", "reference_value": 1.0, "bar": 0.25}
    assert ran.returncode == 2
    assert json.loads(file.read_text()) == [
        {"name": "slow", "ours": 4.0, **shared, "ratio": 0.25, "holds": True},
        {"name": "slower", "ours": 5.0, **shared, "ratio": 0.2, "holds": False},
    ]
    assert ran.stdout.splitlines()[-1] == (
        "MISSED  slower: 5 s against 1 s (a hare): ratio 0.200, bar 0.25"
    )


def test_one_entry_of_a_yardstick_can_be_measured_alone(tmp_path):
    file = tmp_path / "build/bench.json"

    ran = _run(PROBE.format(file=str(file)), ONLY="slow")

    assert ran.returncode == 0
    assert [row["name"] for row in json.loads(file.read_text())] == ["slow"]


def test_an_unknown_yardstick_is_refused_with_those_there_are():
    code = "from benchmarks.__main__ import main; raise SystemExit(main())"

    ran = _run(code, ONLY="speed")

    assert ran.returncode == 2
    assert ran.stdout == (
        "There is no yardstick 'speed'. Use one of: example_run, draws, ledger, "
        "options, pack, pages, projection, registers, stats.\n"
    )
