"""What fails, by whose words and on which day, as a drawn table."""

from datetime import date

import pytest

from placeplan.performance import Threshold, find_national_standard

# The must-dos of 2016 say more than; the national standards say at least.
WORDS = """
    said      | operator | level | 94.9 | 95.0 | 95.1
    at least  | >=       | 95    | no   | yes  | yes
    more than | >        | 95    | no   | no   | yes
    at most   | <=       | 95    | yes  | yes  | no
    less than | <        | 95    | yes  | no   | no
"""

STANDARDS = """
    standard             | 2015-08-31  | 2017-11-22  | 2023-10-01  | 2026-04-01
    ae_4_hours           | at least 95 | at least 95 | at least 95 | at least 95
    rtt_18_weeks         | at least 92 | at least 92 | at least 92 | at least 92
    cancer_two_week      | at least 93 | at least 93 | -           | -
    cancer_28_day        | -           | -           | at least 75 | at least 80
    cancer_62_day        | at least 85 | at least 85 | at least 85 | at least 85
    ambulance_category_a | at least 75 | -           | -           | -
"""


def read_table(drawn):
    header, *rows = ([c.strip() for c in r.split("|")] for r in drawn.split("\n")[1:-1])
    return [dict(zip(header, row, strict=True)) for row in rows]


@pytest.mark.parametrize("row", read_table(WORDS), ids=lambda row: row["said"])
def test_words_of_a_threshold(row):
    threshold = Threshold(row.pop("operator"), float(row.pop("level")))
    assert threshold.words == f"{row.pop('said')} 95"
    met = {value: threshold.is_met(float(value)) for value in row}
    assert met == {value: said == "yes" for value, said in row.items()}


@pytest.mark.parametrize("row", read_table(STANDARDS), ids=lambda row: row["standard"])
def test_standards_on_their_days(row):
    name = row.pop("standard")
    held = {day: find_national_standard(name, date.fromisoformat(day)) for day in row}
    words = {day: each.threshold.words if each else "-" for day, each in held.items()}
    assert words == row
