"""How a pace of change moves two places towards their fair shares."""

from decimal import Decimal

import pytest

from placeplan.errors import InputError
from placeplan.money import Pence
from placeplan.money.fair_share import Pace, SharePlace, pace_allocations

# Worked by hand. North has £40 and south £60; of a budget of £110 each would get £55,
# so north is 20 % under target and south 20 % over. What is left of the budget after
# floors and pull becomes points of growth that both get alike:
#   row 1   £10 of £100 is 10 points each
#   row 2   north is pulled by half of 20 %: £44; £6 are left, 6 points
#   row 3   only 10 % lies beyond the tolerance: £42; £8 are left
#   row 4   north must not be more than 10 % under £55; south has what is left
#   row 5   south is so far over that nothing of its floor holds: £40.80 + £60
#   row 6   half of its floor has faded: £40.80 + £60.60 leave £8.60
#   row 7   both floors hold: £40.80 + £61.20 leave £8.00
#   row 8   its cash may fall by 5 %: £40 + £57 leave £13.00
#   row 9   north is pulled by all of 20 %, to £48, but may grow by 15 % alone
#   row 10  north grew from 100 to 110 people: £40 × 1.01 × 1.1, south £60.60
PACE = """
    minimum | heads | least | fades     | under | pull | tolerance | most | north | south | decided
    0       | -     | 0     | -         | -     | 0    | 0         | -    | 44.00 | 66.00 | - -
    0       | -     | 0     | -         | -     | 0.5  | 0         | -    | 46.40 | 63.60 | - -
    0       | -     | 0     | -         | -     | 0.5  | 0.1       | -    | 45.20 | 64.80 | - -
    0       | -     | 0     | -         | 0.1   | 0    | 0         | -    | 49.50 | 60.50 | floor -
    0.02    | -     | 0     | 0.05 0.10 | -     | 0    | 0         | -    | 44.48 | 65.52 | - -
    0.02    | -     | 0     | 0.10 0.30 | -     | 0    | 0         | -    | 44.24 | 65.76 | - -
    0.02    | -     | 0     | 0.20 0.30 | -     | 0    | 0         | -    | 44.00 | 66.00 | - -
    0       | -     | -0.05 | 0.05 0.10 | -     | 0    | 0         | -    | 45.20 | 64.80 | - -
    0       | -     | 0     | -         | -     | 1    | 0         | 0.15 | 46.00 | 64.00 | ceiling -
    0       | 0.01  | 0     | -         | -     | 0    | 0         | -    | 46.42 | 63.58 | - -
"""  # noqa: E501 # a drawn table is read across

# What cannot be paid, or spent, is refused in words. Floors are rounded up to whole
# pence: £44.01 and £66.01 in row 1. In row 2, £52.25 is 95 % of £55.
REFUSED = """
    minimum | under | most | words
    0.1001  | -     | -    | expected a budget of at least £110.02, the sum of all floors, found £110
    0       | 0.05  | -    | expected a budget of at least £112.25, the sum of all floors, found £110
    0       | -     | 0.08 | expected a budget of at most £108, the sum of all ceilings, found £110
    0       | 0.2   | 0.08 | expected a ceiling of at least £44, its floor, found £43.20
"""  # noqa: E501 # a drawn table is read across

BUDGET = Pence(110_00)
TARGETS = {"north": Pence(55_00), "south": Pence(55_00)}


def read_table(drawn):
    header, *rows = ([c.strip() for c in r.split("|")] for r in drawn.split("\n")[1:-1])
    return [dict(zip(header, row, strict=True)) for row in rows]


def read_number(cell):
    return None if cell == "-" else Decimal(cell)


def make_places(north_before=None):
    return [
        SharePlace("north", 110, allocation=Pence(40_00), people_before=north_before),
        SharePlace("south", 100, allocation=Pence(60_00)),
    ]


@pytest.mark.parametrize("row", read_table(PACE))
def test_pace_of_change(row):
    fades = (None, None) if row["fades"] == "-" else map(Decimal, row["fades"].split())
    pace = Pace(
        Decimal(row["minimum"]),
        read_number(row["heads"]),
        Decimal(row["least"]),
        *fades,
        read_number(row["under"]),
        Decimal(row["pull"]),
        Decimal(row["tolerance"]),
        read_number(row["most"]),
    )

    paced = pace_allocations(make_places(north_before=100), TARGETS, BUDGET, pace)

    assert [f"{each.allocation / 100:.2f}" for each in paced.places.values()] == [
        *(row["north"], row["south"])
    ]
    assert (
        " ".join(each.bound or "-" for each in paced.places.values())
        == (row["decided"])
    )


@pytest.mark.parametrize("row", read_table(REFUSED))
def test_what_cannot_be_paid_is_refused(row):
    pace = Pace(
        Decimal(row["minimum"]),
        most_under_share=read_number(row["under"]),
        most_growth_share=read_number(row["most"]),
    )

    with pytest.raises(InputError) as caught:
        pace_allocations(make_places(), TARGETS, BUDGET, pace)

    [fault] = caught.value.faults
    assert f"expected {fault.expected}, found {fault.found}" == row["words"]
