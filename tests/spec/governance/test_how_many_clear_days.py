"""Clear days between an agenda and its meeting, and whether they are enough."""

from datetime import date

import pytest

from placeplan.governance import check_notice, count_clear_days

# The agenda of 5 August 2019 for 14 August 2019 is that of Thanet's advisory group.
# Easter 2019: Good Friday on 19 April, Easter Monday on 22 April.
CLEAR_DAYS = """
    published  | meeting    | clear days
    2019-08-05 | 2019-08-14 | 6
    2019-08-07 | 2019-08-14 | 4
    2019-08-08 | 2019-08-14 | 3
    2019-08-09 | 2019-08-12 | 0
    2019-08-13 | 2019-08-14 | 0
    2019-08-14 | 2019-08-14 | 0
    2019-12-20 | 2020-01-02 | 5
    2019-04-18 | 2019-04-24 | 1
    2019-08-22 | 2019-08-28 | 2
"""

# Councils five, boards of the NHS three; 28 calendar days for key decisions.
NOTICE = """
    body              | published  | meeting    | urgent | state  | given | needed
    principal_council | 2019-08-05 | 2019-08-14 | no     | enough | 6     | 5
    principal_council | 2019-08-08 | 2019-08-14 | no     | short  | 3     | 5
    principal_council | 2019-08-08 | 2019-08-14 | yes    | urgent | 3     | 5
    nhs_body          | 2019-08-08 | 2019-08-14 | no     | enough | 3     | 3
    nhs_body          | 2019-08-09 | 2019-08-14 | no     | short  | 2     | 3
    executive         | 2019-08-06 | 2019-08-14 | no     | enough | 5     | 5
    key_decision      | 2019-08-01 | 2019-08-30 | no     | enough | 28    | 28
    key_decision      | 2019-08-02 | 2019-08-30 | no     | short  | 27    | 28
    key_decision      | 2019-08-30 | 2019-08-30 | no     | short  | 0     | 28
"""


def read_table(drawn):
    header, *rows = ([c.strip() for c in r.split("|")] for r in drawn.split("\n")[1:-1])
    return [dict(zip(header, row, strict=True)) for row in rows]


def read_days(row):
    return [date.fromisoformat(row[name]) for name in ("published", "meeting")]


@pytest.mark.parametrize("row", read_table(CLEAR_DAYS))
def test_clear_days(row):
    assert str(count_clear_days(*read_days(row))) == row["clear days"]


@pytest.mark.parametrize("row", read_table(NOTICE))
def test_notice(row):
    urgency = "A tender would lapse." if row["urgent"] == "yes" else " "

    found = check_notice(row["body"], *read_days(row), urgency_reason=urgency)

    assert [found.state, str(found.given), str(found.needed)] == [
        *(row["state"], row["given"], row["needed"])
    ]
