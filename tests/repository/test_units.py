"""The type checker refuses units of money that mix."""

import subprocess
import sys
from pathlib import Path

import pytest

PENCE = Path(__file__).parents[2] / "src" / "placeplan" / "money" / "pence.py"
START = """\
from decimal import Decimal
from pence import Pence, Pounds, PoundsMillion, to_pence, to_pounds

pounds, million = Pounds.read(1), PoundsMillion.read(1)
"""
MIXTURES = [
    "pounds + million",
    "million - pounds",
    "pounds < million",
    "pounds + Pence(1)",
    "Pence(1) + pounds",
    "pounds + 1.0",
    "Pounds(Pence(1))",
    "Pounds(1.5)",
    "to_pence(1.5)",
    "to_pence(Pence(1))",
    "to_pounds(150)",
    "to_pounds(1.5)",
    "to_pounds(pounds)",
]
SOUND = ["pounds + pounds", "-million", "to_pounds(Pence(1)) + pounds"]


@pytest.fixture(scope="module")
def refused(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Lines that mypy refuses, read once for all: it takes a second to start."""
    folder = tmp_path_factory.mktemp("units")
    (folder / "pence.py").write_bytes(PENCE.read_bytes())
    asked = folder / "asked.py"
    asked.write_text(START + "\n".join([*MIXTURES, *SOUND]) + "\n", "utf-8")
    checker = [sys.executable, "-m", "mypy", "--strict", "--follow-imports=skip"]
    plain = ["--config-file=", "--no-error-summary", "--ignore-missing-imports"]
    kept = f"--cache-dir={folder / 'cache'}"
    ran = subprocess.run(
        [*checker, *plain, kept, "pence.py", "asked.py"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    lines = asked.read_text("utf-8").splitlines()
    told = [each.split(":") for each in ran.stdout.splitlines() if ": error:" in each]
    return {lines[int(at) - 1] for file, at, *_ in told if file == "asked.py"}


@pytest.mark.parametrize("line", MIXTURES)
def test_a_mixture_is_refused(line, refused):
    assert line in refused


def test_amounts_of_one_unit_are_not(refused):
    assert refused == set(MIXTURES)
