"""Who must break even on a day: the bodies of a system together, or each of them."""

from datetime import date

import pytest

from placeplan.money.ledger import check_break_even
from placeplan.money.pence import Pounds, to_pence

# Surplus of each body in pounds, negative for a deficit. Until 31 March 2026 a surplus
# makes up for a deficit elsewhere; from 1 April 2026 it does not.
BREAK_EVEN = """
    as at      | trust      | group     | test      | met | in deficit
    2016-03-31 | -121200000 | 18200000  | system    | no  | trust
    2017-03-31 | -5         | 5         | system    | yes | trust
    2019-04-01 | -5.01      | 5         | system    | no  | trust
    2026-03-31 | -5         | 5         | system    | yes | trust
    2026-04-01 | -5         | 5         | each_body | no  | trust
    2026-04-01 | 0          | 0         | each_body | yes | nobody
    2026-04-01 | -0.01      | 900000000 | each_body | no  | trust
    2026-04-01 | -2         | -3        | each_body | no  | group, trust
    2027-03-31 | 0.01       | 0         | each_body | yes | nobody
"""


def read_table(drawn):
    header, *rows = ([c.strip() for c in r.split("|")] for r in drawn.split("\n")[1:-1])
    return [dict(zip(header, row, strict=True)) for row in rows]


@pytest.mark.parametrize("row", read_table(BREAK_EVEN))
def test_break_even(row):
    surpluses = {name: to_pence(Pounds.read(row[name])) for name in ("trust", "group")}

    found = check_break_even(surpluses, date.fromisoformat(row["as at"]))

    assert found.rules.test == row["test"]
    assert found.met is (row["met"] == "yes")
    assert ", ".join(found.bodies_in_deficit) == row["in deficit"].replace("nobody", "")
