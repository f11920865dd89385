"""When an item is quorate, once those with interests have withdrawn."""

from fractions import Fraction

import pytest

from placeplan.governance import EXITS, Attendance, QuorumRule, check_quorum

# Thanet's advisory group: six members, three of them a quorum.
QUORUM = """
    rule  | members | present | withdrawn | counted | needed | state
    3     | 6       | 3       | 0         | 3       | 3      | quorate
    3     | 6       | 3       | 1         | 2       | 3      | through_interests
    3     | 6       | 2       | 0         | 2       | 3      | inquorate
    3     | 6       | 2       | 1         | 1       | 3      | inquorate
    3     | 6       | 6       | 3         | 3       | 3      | quorate
    1/4   | 56      | 14      | 0         | 14      | 14     | quorate
    1/4   | 57      | 14      | 0         | 14      | 15     | inquorate
    1/3   | 9       | 4       | 1         | 3       | 3      | quorate
    1     | 1       | 1       | 1         | 0       | 1      | through_interests
    -     | 6       | 5       | 0         | 5       | -      | not_stated
"""

# One clinical member and two lay or non-executive ones; others do not help.
CONSTITUENCIES = """
    clinical | lay | executive | lay withdrawn | state
    1        | 2   | 0         | 0             | quorate
    1        | 2   | 5         | 1             | through_interests
    4        | 1   | 5         | 0             | inquorate
    0        | 3   | 5         | 0             | inquorate
    2        | 3   | 0         | 1             | quorate
"""


def read_table(drawn):
    header, *rows = ([c.strip() for c in r.split("|")] for r in drawn.split("\n")[1:-1])
    return [dict(zip(header, row, strict=True)) for row in rows]


def read_rule(words):
    if words == "-":
        return QuorumRule()
    return QuorumRule(share=Fraction(words)) if "/" in words else QuorumRule(int(words))


@pytest.mark.parametrize("row", read_table(QUORUM))
def test_a_number_or_a_share(row):
    heads = [
        {"members": int(row[name])} for name in ("present", "withdrawn", "members")
    ]

    found = check_quorum(read_rule(row["rule"]), Attendance(*heads))

    assert found.state.removeprefix("inquorate_") == row["state"]
    assert str(found.counted["members"]) == row["counted"]
    assert str(found.needed.get("members", "-")) == row["needed"]
    through = row["state"] == "through_interests"
    assert found.exits == (EXITS if through else ())


@pytest.mark.parametrize("row", read_table(CONSTITUENCIES))
def test_constituencies(row):
    present = {name: int(row[name]) for name in ("clinical", "lay", "executive")}
    there = Attendance(present, {"lay": int(row["lay withdrawn"])})

    found = check_quorum(QuorumRule(least={"clinical": 1, "lay": 2}), there)

    assert found.state.removeprefix("inquorate_") == row["state"]
    assert found.needed == {"clinical": 1, "lay": 2}
