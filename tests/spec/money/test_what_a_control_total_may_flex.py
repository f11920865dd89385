"""Control totals of members may change among themselves, if the change nets to zero."""

from datetime import date

import pytest

from factories.small_ledger import make_ledger
from placeplan.errors import InputError
from placeplan.money.ledger import flex_control_totals

TOTALS = [(2017, "east", -40.0), (2017, "north", 10.0), (2017, "west", 5.0)]

# What one change adds to each control total, in pounds. The system's is -25 throughout.
FLEXED = """
    east  | north | west  | new east | new north | new west
    10    | -10   | 0     | -30.00   | 0.00      | 5.00
    10    | -6    | -4    | -30.00   | 4.00      | 1.00
    0.01  | 0     | -0.01 | -39.99   | 10.00     | 4.99
    0     | 0     | 0     | -40.00   | 10.00     | 5.00
"""

REFUSED = """
    east | north | west  | found      | remedy
    10   | -9    | 0     | £1 more    | Take £1 off
    10   | -10   | -0.01 | £0.01 less | Add £0.01 to
    5    | 5     | 5     | £15 more   | Take £15 off
"""
BODIES = ("east", "north", "west")


def read_table(drawn):
    header, *rows = ([c.strip() for c in r.split("|")] for r in drawn.split("\n")[1:-1])
    return [dict(zip(header, row, strict=True)) for row in rows]


def flex(row):
    change = [
        ("one", date(2017, 7, 1), 2017, body, float(row[body])) for body in BODIES
    ]
    ledger = make_ledger(totals=TOTALS, changes=change)
    return flex_control_totals(ledger.control_totals, ledger.changes)


@pytest.mark.parametrize("row", read_table(FLEXED))
def test_flexed(row):
    found = dict(flex(row).select("organisation", "value_pence").iter_rows())

    assert {body: f"{found[body] / 100:.2f}" for body in BODIES} == {
        body: row[f"new {body}"] for body in BODIES
    }
    assert sum(found.values()) == -2500


@pytest.mark.parametrize("row", read_table(REFUSED))
def test_refused(row):
    with pytest.raises(InputError) as refused:
        flex(row)

    (fault,) = refused.value.faults
    assert fault.found == row["found"]
    assert fault.remedy == f"{row['remedy']} east, north or west, or another member."
