"""Imports stay light: a command loads its chapter only when it is called."""

import subprocess
import sys

HEAVY = ("numba", "numpy", "polars", "altair", "django", "scipy")
PROBE = "import sys; {}; print([m for m in {!r} if m in sys.modules])"


def _loaded_by(statement):
    probe = PROBE.format(statement, HEAVY)
    answer = subprocess.run(
        [sys.executable, "-c", probe], capture_output=True, text=True, check=True
    )
    return answer.stdout.splitlines()[-1]


def test_import_of_the_root_loads_nothing_heavy():
    assert _loaded_by("import placeplan") == "[]"


def test_help_loads_nothing_heavy():
    call = (
        "from contextlib import suppress\n"
        "from placeplan.cli import main\n"
        "sys.argv = ['placeplan', '--help']\n"
        "with suppress(SystemExit): main()\n"
    )
    assert _loaded_by(f"exec({call!r})") == "[]"
