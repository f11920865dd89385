"""Who had read the impact assessment before the vote, and whose results were there."""

from datetime import UTC, datetime

import pytest

from placeplan.governance import Reading, check_results_report, find_due_regard

# One member votes at noon, when version 2 stands. What they said that they had read.
READINGS = """
    said                  | state         | version | met
    -                     | unread        | -       | no
    1 at 09               | older_version | 1       | no
    2 at 09               | read          | 2       | yes
    1 at 09, 2 at 11      | read          | 2       | yes
    2 at 12               | too_late      | 2       | no
    1 at 09, 2 at 13      | too_late      | 2       | no
    3 at 09               | read          | 3       | yes
"""

# The meeting opens at noon. When the report on the consultation came out, if at all.
RESULTS = """
    consulted | published | explained | state         | blocked
    no        | -         | no        | not_consulted | no
    yes       | -         | no        | missing       | yes
    yes       | -         | yes       | missing       | no
    yes       | 09        | no        | in_pack       | no
    yes       | 12        | no        | late          | yes
    yes       | 13        | yes       | late          | no
    yes       | 09, 13    | no        | in_pack       | no
"""


def read_table(drawn):
    header, *rows = ([c.strip() for c in r.split("|")] for r in drawn.split("\n")[1:-1])
    return [dict(zip(header, row, strict=True)) for row in rows]


def at(hour):
    return datetime(2019, 8, 14, int(hour), tzinfo=UTC)


def split(cell):
    return [] if cell == "-" else cell.split(", ")


@pytest.mark.parametrize("row", read_table(READINGS))
def test_one_member_and_two_versions(row):
    said = [each.split(" at ") for each in split(row["said"])]
    readings = [Reading("member", int(number), at(hour)) for number, hour in said]

    found = find_due_regard(["member"], readings, 2, at(12))

    (member,) = found.members
    assert (member.state, str(member.version or "-")) == (row["state"], row["version"])
    assert found.is_met == (row["met"] == "yes")
    assert found.reasons == (() if found.is_met else (member.words,))


@pytest.mark.parametrize("row", read_table(RESULTS))
def test_results_of_a_consultation(row):
    consultation = "the consultation of 2018" if row["consulted"] == "yes" else ""
    published = [at(hour) for hour in split(row["published"])]
    why = "Lives are at stake." if row["explained"] == "yes" else " "

    found = check_results_report(consultation, published, at(12), why)

    assert (found.state, found.is_blocked) == (row["state"], row["blocked"] == "yes")


def test_nobody_who_decides_is_no_due_regard():
    assert not find_due_regard([], [], 1, at(12)).is_met


def test_report_that_is_published_before_a_meeting_opens_is_in_its_pack():
    assert check_results_report("the consultation", [at(9)], None).state == "in_pack"
