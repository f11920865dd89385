"""The rule on the five-year opportunity, as anyone may ask it."""

import pytest

from placeplan.errors import InputError
from placeplan.money.productivity import FIVE_YEAR_RULES

RULE = FIVE_YEAR_RULES["five-year-opportunity"]
ASKED = {
    "base_cost_pounds": 10_000,
    "years": 2,
    "cost_growth": 0.02,
    "catch_up_pounds": [300, 0],
    "efficiency_share": 0.02,
    "cap_share": 0.03,
}


def list_faults(**changes):
    with pytest.raises(InputError) as caught:
        RULE.ask({**ASKED, **changes})
    return [(each.where, each.expected) for each in caught.value.faults]


def test_each_year_says_wanted_saved_and_carried():
    ruling = RULE.ask(ASKED)

    assert ruling.result == {
        "years": [
            {
                "year": "2016/17",
                "base_pounds": 10200.0,
                "brought_forward_pounds": 0.0,
                "catch_up_pounds": 300.0,
                "efficiency_pounds": 204.0,
                "wanted_pounds": 504.0,
                "cap_pounds": 306.0,
                "saved_pounds": 306.0,
                "carried_pounds": 198.0,
            },
            {
                "year": "2017/18",
                "base_pounds": 10404.0,
                "brought_forward_pounds": 198.0,
                "catch_up_pounds": 0.0,
                "efficiency_pounds": 208.08,
                "wanted_pounds": 406.08,
                "cap_pounds": 312.12,
                "saved_pounds": 312.12,
                "carried_pounds": 93.96,
            },
        ],
        "catch_up_pounds": 300.0,
        "efficiency_pounds": 412.08,
        "wanted_pounds": 712.08,
        "saved_pounds": 618.12,
        "carried_pounds": 93.96,
    }
    assert ruling.reasons == (
        "£618.12 can be saved from 2016/17 to 2017/18; £93.96 still waits.",
        "Wanted: £300 of catching up and £412.08 of efficiency, £712.08 in all.",
        "The cap holds savings back in 2016/17, 2017/18.",
        "2 %: Efficiency as asked, of each year's cost.",
        "The papers give no cap: the one asked about is an assumption.",
        "That what a cap holds back is carried forward whole is our reading.",
    )
    assert ruling.source.startswith("Update on the Kent and Medway STP")


def test_without_a_cap_nothing_waits():
    ruling = RULE.ask({**ASKED, "cap_share": None})

    assert ruling.result["carried_pounds"] == 0
    assert [each["cap_pounds"] for each in ruling.result["years"]] == [None, None]
    assert ruling.reasons[2] == "There is no cap."
    assert ruling.reasons[-1].startswith("2 %")


def test_a_wide_cap_holds_nothing_back():
    ruling = RULE.ask({**ASKED, "cap_share": 1})

    assert ruling.reasons[2] == "The cap holds none back."


def test_efficiency_left_out_is_what_guidance_of_the_year_asks():
    asked = {key: ASKED[key] for key in ASKED if key != "efficiency_share"}

    ruling = RULE.ask(asked)

    assert ruling.result == RULE.ask(ASKED).result
    assert ruling.reasons[3] == (
        "2 %: The papers add 2 % efficiency to catch-up savings; that it is 2 % a year "
        "is our reading. Read in: Update on the Kent and Medway STP to Medway "
        "Council's Health and Adult Social Care Overview and Scrutiny Committee, Kent "
        "and Medway STP, undated, about March 2017; points 15 to 17."
    )


def test_years_without_guidance_ask_for_a_share():
    asked = {key: ASKED[key] for key in ASKED if key != "efficiency_share"}

    with pytest.raises(InputError) as caught:
        RULE.ask({**asked, "first_year": 2020})

    (fault,) = caught.value.faults
    assert (fault.where, fault.expected) == (
        "efficiency_share",
        "a share, as no guidance at hand asks one of 2021/22",
    )


def test_a_total_with_phasing_is_the_same_as_amounts_by_year():
    phased = {"catch_up_pounds": 300, "phased_shares": [1, 0]}

    assert RULE.ask({**ASKED, **phased}).result == RULE.ask(ASKED).result


def test_growth_may_differ_by_year():
    same = RULE.ask({**ASKED, "activity_growth": [0.01, 0.01]}).result
    once = RULE.ask({**ASKED, "activity_growth": 0.01}).result
    later = RULE.ask({**ASKED, "activity_growth": [0, 0.01]}).result

    assert once == same
    assert [each["base_pounds"] for each in once["years"]] == [10302, 10613.12]
    assert [each["base_pounds"] for each in later["years"]] == [10200, 10508.04]


def test_every_fault_is_told_at_once():
    asked = {"base_cost_pounds": -1, "cap_share": 1.5, "years": 0, "cost_growth": "2"}
    assert list_faults(**asked) == [
        ("base_cost_pounds", "pounds, 0 or more, and not -1"),
        ("years", "1 or more"),
        ("cost_growth, entry 1", "a number"),
        ("cap_share", "1 or less"),
    ]


def test_lists_hold_one_entry_for_each_year():
    asked = {"cost_growth": [0.02] * 3, "catch_up_pounds": [1]}
    words = (
        "one entry for each of 2 years: cost_growth has 3, catch_up_pounds has 1, or "
        "give a total with phased_shares"
    )
    assert list_faults(**asked) == [("", words)]


def test_what_is_phased_is_one_total():
    words = (
        "one entry for each of 2 years: phased_shares has 1, catch_up_pounds has 2, or "
        "give one to be phased"
    )
    assert list_faults(phased_shares=[1]) == [("", words)]


def test_phasing_sums_to_one():
    phased = {"catch_up_pounds": 300, "phased_shares": [0.5, 0.4]}
    assert list_faults(**phased) == [("phased_shares", "a sum of 1")]


def test_phasing_and_years_without_guidance_are_told_at_once():
    asked = {"catch_up_pounds": 300, "phased_shares": [0.5, 0.4], "first_year": 2020}
    assert list_faults(**asked, efficiency_share=None) == [
        (
            "efficiency_share",
            "a share, as no guidance at hand asks one of 2021/22",
        ),
        ("phased_shares", "a sum of 1"),
    ]


def test_one_year_is_said_once():
    ruling = RULE.ask({**ASKED, "years": 1, "catch_up_pounds": 300})

    assert ruling.reasons[0] == "£306 can be saved in 2016/17; £198 still waits."


def test_growth_beyond_what_anybody_counts_is_refused():
    words = "growth that leaves cost below a million million pounds"
    asked = {"base_cost_pounds": 900_000_000_000, "cost_growth": [0, 0.2]}

    assert list_faults(**asked) == [("cost_growth, activity_growth", words)]


@pytest.mark.parametrize("example", RULE.examples)
def test_examples_are_answered(example):
    assert RULE.ask(example).result["saved_pounds"] > 0
