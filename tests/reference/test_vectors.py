"""Our numbers against the R packages and published examples: every given vector.

The vectors lie beside the project where they are present; ``PLACEPLAN_VECTORS`` names
another folder. Each case goes through the library and through ``placeplan stats``.
"""

import json
import math
import os
from pathlib import Path

import pytest
from typer.testing import CliRunner

from placeplan.cli import app
from placeplan.cli.stats import gather_methods, shape_request
from placeplan.errors import PlaceplanError
from placeplan.stats import run_method

BESIDE = Path(__file__).parents[3] / "shared" / "vectors"
VECTORS = Path(os.environ.get("PLACEPLAN_VECTORS", BESIDE))
TOLERANCE = {"funnel_limits": 1e-4, "funnel_od": 2e-6}
SPREADS = 5  # a mean of ten runs of draws lies within five spreads of the truth


def _cases():
    for path in sorted(VECTORS.glob("*.json")):
        for case in json.loads(path.read_text(encoding="utf-8")):
            yield pytest.param(path.stem, case, id=case["id"])


CASES = list(_cases())
vectors = pytest.mark.skipif(not CASES, reason="vectors not beside the project")


def _ask_library(method, case):
    request = shape_request(case, case["id"])
    try:
        return json.loads(json.dumps(run_method(gather_methods()[method], request)))
    except PlaceplanError:
        return "refuse"


def _ask_command(method, case):
    answer = CliRunner().invoke(
        app, ["stats", method, "--input", "-"], input=json.dumps(case)
    )
    if answer.exit_code == 2:
        assert answer.stderr.strip()
        return "refuse"
    assert answer.exit_code == 0, answer.output
    return json.loads(answer.stdout)


def _same(wanted, found, tolerance):
    if isinstance(wanted, bool) or isinstance(found, bool):
        return wanted is found
    if isinstance(wanted, int | float) and isinstance(found, int | float):
        return math.isclose(wanted, found, rel_tol=tolerance, abs_tol=1e-12)
    return str(wanted).lower() == str(found).lower()


def _differences(method, case, found):
    wanted = {**case["expected"], **case.get("exact_interval", {})}
    tolerance = TOLERANCE.get(method, 1e-9)
    return [
        (column, row, value, found[column][row])
        for column, values in wanted.items()
        for row, value in enumerate(values)
        if not _same(value, found[column][row], tolerance)
    ]


@vectors
@pytest.mark.parametrize("ask", [_ask_library, _ask_command])
@pytest.mark.parametrize(("method", "case"), CASES)
def test_every_vector_is_met(method, case, ask):
    found = ask(method, case)
    if case["expected"] == "refuse" or found == "refuse":
        assert found == case["expected"]
        return
    assert {c: len(found[c]) for c in case["expected"]} == {
        c: len(values) for c, values in case["expected"].items()
    }
    assert _differences(method, case, found) == []


@vectors
def test_limits_that_were_drawn_lie_where_the_peer_drew_them():
    drawn = [p.values[1] for p in CASES if "simulated" in p.values[1]]
    for case in drawn:
        found = _ask_library("sii", case)
        for column, values in case["simulated"].items():
            for row, value in enumerate(values):
                spread = case["simulated_sd"][column][row]
                away = abs(found[column][row] - value)
                assert away <= SPREADS * spread, (case["id"], column)
