"""The rule on funds: what it needs, and everything that is wrong, at once."""

import pytest

from placeplan.errors import InputError
from placeplan.rulebook import gather_rules

QUESTION = {
    "fund": "stf",
    "quarter_allocation_pounds": 1000,
    "control_total_met": True,
    "rtt": {"actual": 0.93, "trajectory": 0.92},
    "ae": {"actual": 0.91, "trajectory": 0.9},
    "cancer": {"actual": 0.86, "trajectory": 0.85},
    "period": "2016/17",
}


def ask(**changed):
    return gather_rules()["fund-payment"].ask(QUESTION | changed)


def list_faults(**changed):
    with pytest.raises(InputError) as caught:
        ask(**changed)
    return [(each.where, each.expected) for each in caught.value.faults]


def test_pence_are_told_and_tie():
    result = ask(quarter_allocation_pounds=100.03, ae={"actual": 0.8}).result

    # In pence 7002.1, 1250.375 twice and 500.15: the penny left goes to A&E, which is
    # the first of two equal remainders by the order of the alphabet.
    assert result == {
        "earned_pounds": 87.52,
        "lost_pounds": 12.51,
        "parts": {"finance": 70.02, "rtt": 12.5, "ae": 0, "cancer": 5},
    }


def test_a_year_goes_by_the_rules_of_its_last_quarter():
    asked = ask(period="2017/18", ae={"actual": 0.94, "trajectory": 0.9})

    assert asked.result["parts"]["ae"] == 0
    assert asked.reasons[2] == (
        "A&E within four hours: 94% misses the milestone: 95% within four hours by "
        "March 2018, and in 2018 as a whole: £125 lost."
    )
    assert asked.reasons[-1].startswith("By the rules of 2017/18 Q4: ")


def test_a_first_quarter_needs_no_results_only_what_was_agreed():
    agreed = {"actual": None, "trajectory": 0.9}

    paid = ask(period="2016/17 Q1", rtt=agreed, ae={}, cancer=agreed).result

    assert paid["earned_pounds"] == 875
    assert paid["parts"]["ae"] == 0


def test_every_fault_of_the_question_is_told_at_once():
    faults = list_faults(
        fund="gift",
        period="2016/17 Q5",
        quarter_allocation_pounds=-1,
        ae={"actual": 91},
        rtt="met",
    )

    assert [where for where, _ in faults] == [
        "fund",
        "quarter_allocation_pounds",
        "rtt",
        "ae, actual",
        "period",
    ]


def test_what_is_missing_is_told_together_with_what_is_wrong():
    bare = {"fund": "stf", "period": "2016/17", "ae": {"actual": 91}}

    with pytest.raises(InputError) as caught:
        gather_rules()["fund-payment"].ask(bare)

    assert [each.where for each in caught.value.faults] == [
        "quarter_allocation_pounds",
        "control_total_met",
        "ae, actual",
        "rtt",
        "cancer",
    ]


@pytest.mark.parametrize(
    ("changed", "wheres"),
    [
        ({"fund": "frf", "period": "2020/21"}, ["system_total_met"]),
        ({"period": "2030/31"}, ["period"]),
        ({"period": "soon", "rtt": None}, ["period"]),
        ({"fund": 5, "rtt": None}, ["fund"]),
    ],
)
def test_fund_and_period_are_told_with_an_allocation_that_is_refused(changed, wheres):
    faults = list_faults(quarter_allocation_pounds="ten", **changed)

    found = [where for where, _ in faults]
    assert sorted(found) == sorted(["quarter_allocation_pounds", *wheres])


def test_a_question_that_is_no_mapping_has_nothing_missing():
    with pytest.raises(InputError) as caught:
        gather_rules()["fund-payment"].ask(["stf"])

    assert [each.found for each in caught.value.faults] == ['["stf"]']


def test_every_result_that_a_test_needs_is_asked_for_at_once():
    faults = list_faults(rtt=None, ae={"trajectory": 0.9})

    assert faults == [
        ("rtt", "the share seen in time, 0 to 1"),
        ("ae, actual", "the share seen in time, 0 to 1"),
    ]


@pytest.mark.parametrize(
    ("fund", "period", "expected"),
    [
        ("stf", "2015/16", ("period", "2016/17, 2017/18, 2018/19")),
        ("stf", "2019/20 Q1", ("period", "2016/17, 2017/18, 2018/19")),
        ("frf", "2019/20", ("period", "2020/21")),
        ("psf", "2018/19", ("fund", "a fund whose payment was published as a formula")),
        ("csf", "2018/19", ("fund", "a fund whose payment was published as a formula")),
        ("dsf", "2025/26", ("fund", "a fund whose payment was published as a formula")),
    ],
)
def test_what_is_not_known_is_refused(fund, period, expected):
    fault = list_faults(fund=fund, period=period)

    assert [(where or expected[0], words) for where, words in fault] == [expected]


def test_a_fund_without_a_formula_says_which_have_one():
    with pytest.raises(InputError) as caught:
        ask(fund="csf", period="2018/19")

    (fault,) = caught.value.faults
    assert fault.remedy == (
        "£0.4 billion for commissioners that meet their control totals; how much each "
        "test pays was not read. A formula was published for: stf, frf."
    )


@pytest.mark.parametrize("period", ["2016-17", "2016/18", "2016/17 Q5", "Q" * 300])
def test_a_period_that_cannot_be_read_is_told_as_it_was_asked(period):
    words = "a quarter such as 2016/17 Q2, or a year such as 2016/17, not "

    assert list_faults(period=period) == [("period", f"{words}{period[:60]!r}")]


def test_the_recovery_fund_asks_for_the_system_too():
    year = {"fund": "frf", "period": "2020/21"}

    assert list_faults(**year) == [("system_total_met", "true or false")]
    assert ask(**year, system_total_met=False).result == {
        "earned_pounds": 500,
        "lost_pounds": 500,
        "parts": {"own": 500, "system": 0},
    }


def test_the_source_names_the_fund_then_its_parts_then_the_levels():
    source = ask(period="2017/18 Q2").source

    titles = (
        "STP update and national policy developments",
        "Recovering provider deficits",
        "Sustainability and Transformation Plan: Initiation Document",
    )
    assert [source.count(title) for title in titles] == [1, 1, 1]
    assert sorted(titles, key=source.index) == list(titles)


def test_a_result_just_below_a_level_is_not_said_to_be_the_level():
    reasons = ask(rtt={"actual": 0.9199999999, "trajectory": 0.92}).reasons

    assert reasons[1] == (
        "Referral to treatment: 91.99999999% is below the national standard of 92% "
        "waiting 18 weeks or less, and the agreed trajectory of 92% is missed: £125 "
        "lost."
    )


def test_results_that_are_not_in_yet_change_nothing_once_the_gate_is_missed():
    waiting = {"actual": None, "trajectory": 0.9}

    missed = ask(control_total_met=False, rtt=waiting, ae={}, cancer=waiting)

    assert (missed.result["earned_pounds"], missed.result["lost_pounds"]) == (0, 1000)
    assert list_faults(control_total_met=False, ae=None) == [
        ("ae", "the share seen in time, 0 to 1")
    ]
