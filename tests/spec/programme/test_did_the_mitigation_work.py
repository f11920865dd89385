"""Did the score fall when the mitigation was finished? Drawn as dates and scores."""

from datetime import date

import pytest

from placeplan.programme.mitigation import Mitigation, judge_efficacy
from placeplan.programme.score_history import RiskScore, ScoreHistory

# Scores of one risk by month, as impact x likelihood; looked at on 1 January 2020.
SCORES = [("2019-05-01", 4, 4), ("2019-07-01", 4, 2), ("2019-10-01", 4, 2)]

VERDICTS = """
    case                       | finished   | other      | verdict         | fall
    one that worked            | 2019-06-15 | 2019-09-01 | fell            | 8
    one that did not           | 2019-09-01 | 2019-06-15 | unchanged       | 0
    scored on the very day     | 2019-07-01 | -          | fell            | 8
    two between the same two   | 2019-06-15 | 2019-06-30 | shared          | -
    before the first score     | 2019-05-01 | -          | no_score_before | -
    after the last score       | 2019-11-01 | -          | no_score_since  | -
    not finished               | -          | 2019-06-15 | not_finished    | -
    finished after the look    | 2020-01-02 | -          | not_finished    | -
    other finishes later       | 2019-06-15 | 2020-01-02 | fell            | 8
"""


def read_table(drawn):
    header, *rows = ([c.strip() for c in r.split("|")] for r in drawn.split("\n")[1:-1])
    return [dict(zip(header, row, strict=True)) for row in rows]


def read_date(text):
    return None if text == "-" else date.fromisoformat(text)


@pytest.mark.parametrize("row", read_table(VERDICTS), ids=lambda row: row["case"])
def test_verdict_on_a_mitigation(row):
    history = ScoreHistory(
        "RSK-04",
        tuple(
            RiskScore(
                "RSK-04", "current", *steps, date.fromisoformat(day), "r", "office"
            )
            for day, *steps in SCORES
        ),
    )
    one = Mitigation("M1", "RSK-04", "Engage", "MS-06", read_date(row["finished"]))
    other = Mitigation("M2", "RSK-04", "Inform", "MS-12", read_date(row["other"]))

    found = judge_efficacy(one, history, [one, other], as_at=date(2020, 1, 1))

    fall = "-" if found.fall is None else f"{found.fall}"
    assert (found.verdict, fall) == (row["verdict"], row["fall"])
