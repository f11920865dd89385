"""Where milestones of the papers stand, day by day, as a drawn table."""

from datetime import date

import pytest

from placeplan.programme import DateInterval, find_state

# The permanent accountable officer is printed for September / October 2019.
STATES = """
    printed                  | finished   | 2019-08-31 | 2019-10-31 | 2019-11-01
    September / October 2019 | -          | not_due    | on_time    | late
    September / October 2019 | 2019-10-31 | not_due    | done       | done
    September / October 2019 | 2019-11-01 | not_due    | on_time    | done
    August 2019              | -          | on_time    | late       | late
    31 October 2019          | -          | not_due    | on_time    | late
    October / November 2019  | -          | not_due    | on_time    | on_time
    2019                     | -          | on_time    | on_time    | on_time
    2019/20                  | 2019-08-31 | done       | done       | done
"""


def read_table(drawn):
    header, *rows = ([c.strip() for c in r.split("|")] for r in drawn.split("\n")[1:-1])
    return [dict(zip(header, row, strict=True)) for row in rows]


@pytest.mark.parametrize("row", read_table(STATES), ids=lambda row: row["printed"])
def test_states_day_by_day(row):
    due = DateInterval.parse(row.pop("printed"))
    said = row.pop("finished")
    finished_on = None if said == "-" else date.fromisoformat(said)

    found = {
        day: str(find_state(due, date.fromisoformat(day), finished_on)) for day in row
    }

    assert found == row
