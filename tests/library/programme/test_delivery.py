"""What a slip puts at stake, worked out by hand with unequal figures."""

from datetime import date

import pytest

from placeplan.errors import InputError, UnknownNameError
from placeplan.periods import Validity
from placeplan.programme import (
    DateInterval,
    DeliveryRuleSet,
    MilestonePlan,
    Progress,
    ProjectSlip,
    find_project_slip,
    get_delivery_rule_set,
    propose_delivery,
    shift_later,
)

RULES = get_delivery_rule_set()
PLANNED = {2019: 70.0, 2020: 110.0, 2021: 110.0}


def test_a_project_on_track_puts_nothing_at_stake():
    proposal = propose_delivery(PLANNED, ProjectSlip(Progress.ON_TRACK, 0), RULES)

    assert proposal.probability == 1
    assert [each.at_stake_pounds for each in proposal.years] == [0, 0, 0]
    assert proposal.at_stake_pounds == 0


def test_a_solution_comes_later_and_less_likely():
    # 146 days are 0.4 of a year. Half hangs on the project: 35, 55, 55. Moved:
    # 0.6 x 35 = 21; 0.6 x 55 + 0.4 x 35 = 47; 55. At 0.6: 12.6; 28.2; 33.
    proposal = propose_delivery(
        PLANNED, ProjectSlip(Progress.LATE, 146), RULES, share=0.5
    )

    assert [each.proposed_pounds for each in proposal.years] == [47.6, 83.2, 88.0]
    assert [each.at_stake_pounds for each in proposal.years] == [22.4, 26.8, 22.0]
    assert proposal.at_stake_pounds == 71.2
    assert (proposal.delay_days, proposal.status) == (146, "illustrative")


def test_planned_pounds_already_count_the_probability_until_now():
    # 0.6 over 0.75 leaves 0.8 of each.
    proposal = propose_delivery(
        {2020: 100.0}, ProjectSlip(Progress.LATE, 0), RULES, probability=0.75
    )

    assert proposal.years[0].proposed_pounds == 80.0


def test_a_proposal_never_makes_delivery_likelier():
    proposal = propose_delivery(
        {2020: 100.0}, ProjectSlip(Progress.COMPLETE, 0), RULES, probability=0.5
    )

    assert (proposal.probability, proposal.at_stake_pounds) == (0.5, 0)


def test_money_that_comes_once_is_put_off_and_not_lost_within_the_years():
    proposal = propose_delivery(
        {2019: 0.0, 2020: 6.0, 2021: 0.0}, ProjectSlip(Progress.ON_TRACK, 365), RULES
    )

    assert [each.at_stake_pounds for each in proposal.years] == [0, 6, -6]
    assert proposal.at_stake_pounds == 0


@pytest.mark.parametrize(
    ("days", "moved"),
    [
        (0, [70, 110, 110]),
        (365, [0, 70, 110]),
        (438, [0, 56, 102]),  # a year and a fifth
        (1095, [0, 0, 0]),
        (10**6, [0, 0, 0]),
    ],
)
def test_what_moves_past_the_last_year_is_gone(days, moved):
    assert list(shift_later(PLANNED, days).values()) == pytest.approx(moved)


def test_no_years_make_no_proposal():
    proposal = propose_delivery({}, ProjectSlip(Progress.LATE, 10), RULES)

    assert (proposal.years, proposal.at_stake_pounds) == ((), 0)


@pytest.mark.parametrize(
    ("planned", "days", "words"),
    [
        ({2019: 1.0}, -1, "days: expected 0 or more, found -1"),
        ({2019: 1.0, 2021: 1.0}, 1, "planned: expected the year 2020, found 2021"),
    ],
)
def test_what_cannot_be_moved_is_told(planned, days, words):
    with pytest.raises(InputError, match=words):
        shift_later(planned, days)


def test_shares_and_probabilities_that_cannot_be_are_told_at_once():
    with pytest.raises(InputError) as caught:
        propose_delivery(
            PLANNED, ProjectSlip(Progress.LATE, 0), RULES, share=1.1, probability=0
        )

    assert [each.where for each in caught.value.faults] == ["share", "probability"]


DUE = DateInterval.parse("September 2019")
NEXT = DateInterval.parse("December 2019")


@pytest.mark.parametrize(
    ("plans", "slip"),
    [
        ([], ProjectSlip(Progress.ON_TRACK, 0)),
        ([MilestonePlan(NEXT)], ProjectSlip(Progress.ON_TRACK, 0)),
        ([MilestonePlan(DUE), MilestonePlan(NEXT)], ProjectSlip(Progress.LATE, 12)),
        (
            [MilestonePlan(DUE, None, date(2019, 10, 9)), MilestonePlan(NEXT)],
            ProjectSlip(Progress.ON_TRACK, 0),  # it was late, what is to come is not
        ),
        (
            [
                MilestonePlan(DUE, None, date(2019, 10, 9)),
                MilestonePlan(DateInterval.parse("May 2019"), None, date(2019, 6, 1)),
            ],
            ProjectSlip(Progress.COMPLETE, 9),
        ),
        (
            [MilestonePlan(NEXT, blocked=True), MilestonePlan(DUE)],
            ProjectSlip(Progress.BLOCKED, 12),
        ),
    ],
)
def test_a_project_slips_as_what_is_still_to_come(plans, slip):
    assert find_project_slip(plans, date(2019, 10, 12)) == slip


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({Progress.LATE: 0.95}, "rewards worse progress"),
        ({Progress.BLOCKED: -0.1}, "not from 0 to 1"),
        ({Progress.LATE: None}, r"says nothing of \['late'\]"),
    ],
)
def test_probabilities_that_make_no_sense_are_refused(changed, words):
    given = dict(RULES.probabilities) | changed
    kept = tuple((name, each) for name, each in given.items() if each is not None)

    with pytest.raises(ValueError, match=words):
        DeliveryRuleSet("ours", kept, Validity(), "The board")


def test_a_rule_set_that_nobody_has_is_told():
    with pytest.raises(UnknownNameError, match="Use one of: delivery_assumed"):
        get_delivery_rule_set("delivery_agreed")
