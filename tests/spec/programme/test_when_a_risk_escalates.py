"""When a risk crosses the threshold of 8, up or down, drawn as a run of scores."""

from datetime import date, timedelta

import pytest

from placeplan.programme.crossing import find_crossings
from placeplan.programme.score_history import RiskScore, gather_history

# Impact x likelihood of 1, 2, 3 … September 2019; crossings as day and direction.
CROSSINGS = """
    scores                | crossings
    2x3                   | -
    2x4                   | 1 up
    2x3, 2x4              | 2 up
    2x4, 2x3              | 1 up, 2 down
    2x4, 3x3, 5x5         | 1 up
    2x3, 2x4, 2x3, 4x2    | 2 up, 3 down, 4 up
    1x1, 5x5, 1x5, 3x2    | 2 up, 3 down
    4x2, 4x2, 1x4, 1x4    | 1 up, 3 down
"""


def read_table(drawn):
    _, *rows = ([c.strip() for c in r.split("|")] for r in drawn.split("\n")[1:-1])
    return rows


@pytest.mark.parametrize("row", read_table(CROSSINGS), ids=lambda row: row[0])
def test_crossings_of_a_run_of_scores(row):
    runs, drawn = row
    scores = [
        RiskScore(
            "RSK-09",
            "current",
            *map(int, steps.split("x")),
            date(2019, 9, 1) + timedelta(days=at),
            "reviewed",
            "office",
        )
        for at, steps in enumerate(runs.split(", "))
    ]
    found = find_crossings(gather_history("RSK-09", scores))
    words = [f"{each.crossed_on.day} {each.direction}" for each in found]
    assert (", ".join(words) or "-") == drawn
