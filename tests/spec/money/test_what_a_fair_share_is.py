"""What each place's fair share of a budget is: people, need, streams, cost."""

from decimal import Decimal

import pytest

from placeplan.money import Pence
from placeplan.money.fair_share import Formula, SharePlace, find_fair_shares

# Worked by hand. In the fourth block 80 % follows acute need, shared 3 to 1, and 20 %
# inequalities, shared 1 to 3: 60 + 5 of a hundred for the coast. In the last three the
# pennies that are left go to the largest remainders, of equal ones to the first name.
SHARES = """
    budget  | inequalities | place | people | acute | unequal | cost | target
    1000.00 | 0            | coast | 100    | 1     | -       | 1    | 500.00
    1000.00 | 0            | weald | 100    | 1     | -       | 1    | 500.00

    1000.00 | 0            | coast | 6000   | 1.25  | -       | 1    | 750.00
    1000.00 | 0            | weald | 4000   | 0.625 | -       | 1    | 250.00

    1000.00 | 0            | coast | 6000   | 125   | -       | 1    | 750.00
    1000.00 | 0            | weald | 4000   | 62.5  | -       | 1    | 250.00

    1000.00 | 0.2          | coast | 100    | 3     | 1       | 1    | 650.00
    1000.00 | 0.2          | weald | 100    | 1     | 3       | 1    | 350.00

    1000.00 | 0            | coast | 100    | 1     | -       | 1.1  | 550.00
    1000.00 | 0            | weald | 100    | 1     | -       | 0.9  | 450.00

    1000.00 | 0            | coast | 0      | 1     | -       | 1    | 0.00
    1000.00 | 0            | weald | 100    | 1     | -       | 1    | 1000.00

    1000.00 | 0            | coast | 100    | 0     | -       | 1    | 0.00
    1000.00 | 0            | weald | 100    | 1     | -       | 1    | 1000.00

    1000.01 | 0            | coast | 7      | 2     | -       | 3    | 1000.01

    0.00    | 0            | coast | 1      | 1     | -       | 1    | 0.00
    0.00    | 0            | weald | 1      | 1     | -       | 1    | 0.00

    100.00  | 0            | coast | 1      | 1     | -       | 1    | 33.34
    100.00  | 0            | downs | 1      | 1     | -       | 1    | 33.33
    100.00  | 0            | weald | 1      | 1     | -       | 1    | 33.33

    0.02    | 0            | coast | 1      | 1     | -       | 1    | 0.01
    0.02    | 0            | downs | 1      | 1     | -       | 1    | 0.01
    0.02    | 0            | weald | 1      | 1     | -       | 1    | 0.00

    10.00   | 0            | coast | 3      | 1     | -       | 1    | 4.29
    10.00   | 0            | downs | 3      | 1     | -       | 1    | 4.28
    10.00   | 0            | weald | 1      | 1     | -       | 1    | 1.43
"""


def read_cases(drawn):
    header, *blocks = drawn.strip().split("\n\n")
    first, *rows = header.split("\n")
    names = [cell.strip() for cell in first.split("|")]
    every = ["\n".join(rows), *blocks]
    return [
        [
            dict(zip(names, (c.strip() for c in row.split("|")), strict=True))
            for row in block.split("\n")
        ]
        for block in every
    ]


def read_place(row):
    need = {"acute": Decimal(row["acute"])}
    if row["unequal"] != "-":
        need["inequalities"] = Decimal(row["unequal"])
    return SharePlace(row["place"], int(row["people"]), need, Decimal(row["cost"]))


def read_pence(pounds):
    return Pence(int(Decimal(pounds) * 100))


@pytest.mark.parametrize("rows", read_cases(SHARES))
def test_fair_shares(rows):
    formula = Formula({"acute": 1}, Decimal(rows[0]["inequalities"]))

    found = find_fair_shares(
        [read_place(row) for row in rows], formula, read_pence(rows[0]["budget"])
    )

    assert [share.target for share in found.shares] == [
        read_pence(row["target"]) for row in rows
    ]
