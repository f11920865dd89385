"""Dates first: what a milestone due in October 2019 is rated, as a drawn table."""

from datetime import date

import pytest

from placeplan.programme import (
    DateInterval,
    MilestonePlan,
    get_rating_set,
    rate_milestone,
)

# Seen on 15 October 2019; work was to start on 1 September. The five ratings held until
# the end of 2020, the three since; which progress earns which is our own reading.
RATED = """
  forecast         | allowed | started    | blocked | progress    | five        | three
  October 2019     | 0       | 2019-09-01 | no      | on_track    | green       | green
  August 2019      | 0       | 2019-09-01 | no      | on_track    | green       | green
  1 November 2019  | 0       | 2019-09-01 | no      | late        | amber_red   | red
  1 November 2019  | 1       | 2019-09-01 | no      | slipping    | amber_green | amber
  14 November 2019 | 14      | 2019-09-01 | no      | slipping    | amber_green | amber
  15 November 2019 | 14      | 2019-09-01 | no      | late        | amber_red   | red
  October 2019     | 0       | -          | no      | not_started | amber       | amber
  October 2019     | 0       | 2019-10-16 | no      | not_started | amber       | amber
  1 November 2019  | 0       | -          | no      | late        | amber_red   | red
  October 2019     | 0       | 2019-09-01 | yes     | blocked     | red         | red
"""

SEEN_ON = date(2019, 10, 15)


def read_table(drawn):
    header, *rows = ([c.strip() for c in r.split("|")] for r in drawn.split("\n")[1:-1])
    return [dict(zip(header, row, strict=True)) for row in rows]


@pytest.mark.parametrize("row", read_table(RATED), ids=lambda row: row["progress"])
def test_ratings_by_dates(row):
    plan = MilestonePlan(
        DateInterval.parse("October 2019"),
        DateInterval.parse(row["forecast"]),
        tolerance_days=int(row["allowed"]),
        blocked=row["blocked"] == "yes",
        work_starts_on=date(2019, 9, 1),
        started_on=None
        if row["started"] == "-"
        else date.fromisoformat(row["started"]),
    )

    five, three = (
        rate_milestone(plan, SEEN_ON, get_rating_set(name))
        for name in ("confidence_2011", "confidence_2021")
    )

    assert five.progress == three.progress == row["progress"]
    assert (five.rating.colour, three.rating.colour) == (row["five"], row["three"])
