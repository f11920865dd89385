"""The system as one: payments between members are taken out, no mismatch hides."""

import pytest

from factories.small_ledger import APRIL, MAY, make_ledger
from placeplan.money.ledger import find_eliminations, find_system_position

SIDES = ("side", "members_actual_pence", "eliminated_actual_pence", "actual_pence")


def test_what_members_pay_each_other_is_taken_out():
    found = find_system_position(make_ledger(), year=2016)

    assert found.sides.select(SIDES).rows() == [
        ("income", 46895, 20795, 26100),
        ("pay", 19475, 0, 19475),
        ("non_pay", 21500, 20795, 705),
        ("surplus", 5920, 0, 5920),
    ]
    planned = ("members_plan_pence", "eliminated_plan_pence", "plan_pence")
    assert found.sides.select(planned).rows() == [
        (49000, 21000, 28000),
        (18110, 0, 18110),
        (21000, 21000, 0),
        (9890, 0, 9890),
    ]
    assert found.sides["difference_pence"].to_list() == [-1900, -1365, -705, -3970]


def test_a_mismatch_is_told_and_stays_in_the_figures():
    """The trust books £207.95, the group £208: 5 pence stay in the cost."""
    found = find_system_position(make_ledger(), year=2016)

    assert found.mismatches == (
        (
            "Booked: trust has £207.95 of income from group, which has £208 of cost "
            "with trust: £0.05 stays in the cost of the system."
        ),
    )
    assert (
        find_system_position(make_ledger(), year=2016, through=APRIL).mismatches == ()
    )


def test_a_body_outside_those_looked_at_is_outside():
    found = find_system_position(make_ledger(), year=2016, bodies=["trust"])

    assert found.sides["eliminated_actual_pence"].to_list() == [0, 0, 0]
    assert found.eliminations.height == 0


def test_money_of_a_fund_can_be_left_out():
    found = find_system_position(make_ledger(), year=2016, with_funds=False)

    assert found.sides["plan_pence"].to_list() == [26000, 18110, 0, 7890]


def _pair(*costs, income):
    values = [("trust", "contract", APRIL, "actual", True, "group", income)]
    for side, pounds in costs:
        values.append(("group", side, APRIL, "actual", True, "trust", pounds))
    values.append(("group", "contract", APRIL, "actual", True, None, 1.0))
    return find_eliminations(make_ledger(values), year=2016).row(0, named=True)


@pytest.mark.parametrize(
    ("income", "pay", "non_pay", "out", "out_of_pay", "out_of_non_pay", "over"),
    [
        (1000, 400, 600, 1000, 400, 600, 0),
        (700, 400, 600, 700, 100, 600, -300),
        (500, 400, 600, 500, 0, 500, -500),
        (1100, 400, 600, 1000, 400, 600, 100),
        (-1000, -400, -600, -1000, -400, -600, 0),
        (-700, -400, -600, -700, -100, -600, 300),
        (-100, 400, 600, 0, 0, 0, -1100),
        (0, 400, 600, 0, 0, 0, -1000),
        (1000, 0, 0, 0, 0, 0, 1000),
        (100, -10, 110, 100, -10, 110, 0),
        (90, -10, 110, 90, 0, 90, -10),
        (120, 130, -20, 110, 130, -20, 10),
        (100, 130, -20, 100, 100, 0, -10),
        (100, 10, -10, 0, 10, -10, 100),
    ],
)
def test_as_much_is_taken_out_as_both_agree_on(
    income, pay, non_pay, out, out_of_pay, out_of_non_pay, over
):
    costs = (("nurses", pay / 100), ("bought-care", non_pay / 100))

    found = _pair(*costs, income=income / 100)

    assert (found["receiver"], found["payer"]) == ("trust", "group")
    assert found["eliminated_pence"] == out
    assert found["eliminated_pay_pence"] == out_of_pay
    assert found["eliminated_non_pay_pence"] == out_of_non_pay
    assert found["mismatch_pence"] == over


def test_income_that_nobody_pays_stays_in_the_income():
    values = [
        ("trust", "contract", MAY, "plan", True, "group", 3_000_000.0),
        ("group", "contract", MAY, "plan", True, None, 1.0),
    ]

    found = find_system_position(make_ledger(values), year=2016)

    assert found.mismatches == (
        (
            "Planned: trust has £3 million of income from group, which has £0 of cost "
            "with trust: £3 million stays in the income of the system."
        ),
    )
