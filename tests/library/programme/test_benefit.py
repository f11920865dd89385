"""Measurable or not claimable; realised against planned; a signal or only chance."""

from dataclasses import replace
from datetime import date

import polars as pl
import pytest

from placeplan.errors import InputError
from placeplan.performance import Indicator
from placeplan.programme.benefit import BENEFIT_TYPES, Benefit, list_claim_gaps
from placeplan.programme.benefit_profile import (
    BENEFIT_STATES,
    BenefitReading,
    compare_benefit,
)
from placeplan.programme.benefit_signal import chart_benefit

# BEN-05 of the papers, the one with a number; pounds, owner and days are made up here.
CUT = Benefit(
    "BEN-05",
    "Nationally mandated 20% reduction in management costs",
    owner="finance lead",
    beneficiary="organisations",
    type="cash_releasing",
    measure="management costs",
    unit="pounds",
    baseline=50e6,
    target=40e6,
    due_on=date(2021, 3, 31),
    evidence="One body in place of eight",
)
PATH = [
    BenefitReading(date(2021, 3, 31), 40e6),
    BenefitReading(date(2020, 4, 1), 46e6),
]


def compare(*readings, as_at=date(2020, 12, 1), benefit=CUT, profile=PATH):
    read = [BenefitReading(date.fromisoformat(day), value) for day, value in readings]
    return compare_benefit(benefit, profile, read, as_at=as_at)


def test_the_types_of_benefit_and_which_are_told_in_pounds():
    assert {id_: each.pounds for id_, each in BENEFIT_TYPES.items()} == {
        "cash_releasing": True,
        "non_cash_releasing": True,
        "societal": True,
        "qualitative": False,
    }


def test_a_type_that_is_none_is_refused():
    with pytest.raises(InputError) as caught:
        replace(CUT, type="cashable")
    (fault,) = caught.value.faults
    assert (fault.file, fault.found) == ("benefit BEN-05", "cashable")


def test_a_benefit_as_the_papers_print_most_of_them_cannot_be_claimed():
    """BEN-04: a title and a beneficiary, and an outcomes framework still to come."""
    printed = Benefit(
        "BEN-04",
        "Improved self-management and prevention",
        beneficiary="patient and local populations",
    )
    assert list_claim_gaps(printed) == (
        "It has no owner.",
        "It has no type.",
        "It has no measure.",
        "It has no unit.",
        "It has no evidence.",
        "It has no baseline.",
        "It has no target.",
        "It has no day by which it is due.",
        "It has no planned path over time.",
    )


@pytest.mark.parametrize(
    ("changes", "gaps"),
    [
        ({}, ()),
        (
            {"target": 50e6},
            ("Its target is its baseline, 50,000,000: nothing changes.",),
        ),
        (
            {"type": "qualitative"},
            ("A benefit that is qualitative is not told in pounds.",),
        ),
        ({"type": "qualitative", "unit": "%"}, ()),
    ],
)
def test_what_keeps_a_benefit_from_being_claimed(changes, gaps):
    assert list_claim_gaps(replace(CUT, **changes), has_profile=True) == gaps


def test_a_loss_is_compared_like_a_gain():
    """More is lost than planned where a disbenefit is ahead."""
    loss = replace(CUT, id="BEN-05-L", is_disbenefit=True)
    assert not CUT.is_disbenefit
    assert compare(("2020-09-30", 45e6), benefit=loss).state == "ahead"


@pytest.mark.parametrize(
    ("readings", "as_at", "state", "share"),
    [
        ([], date(2020, 3, 31), "not_due", None),
        ([("2020-03-01", 47e6)], date(2020, 3, 31), "not_due", None),
        ([], date(2020, 4, 1), "not_read", None),
        ([("2020-03-31", 46e6)], date(2020, 4, 1), "not_read", 1.0),
        ([("2020-09-30", 49e6)], date(2020, 12, 1), "behind", 0.25),
        ([("2020-09-30", 46e6)], date(2020, 12, 1), "on_plan", 1.0),
        ([("2020-09-30", 45e6)], date(2020, 12, 1), "ahead", 1.25),
        ([("2020-09-30", 50e6)], date(2020, 12, 1), "behind", 0.0),
        ([("2020-09-30", 52e6)], date(2020, 12, 1), "reversed", -0.5),
        ([("2021-03-31", 45e6)], date(2021, 3, 31), "behind", 0.5),
        (
            [("2020-11-30", 48e6), ("2020-09-30", 45e6), ("2021-01-01", 40e6)],
            date(2020, 12, 1),
            "behind",
            0.5,
        ),
    ],
)
def test_realised_against_planned(readings, as_at, state, share):
    found = compare(*readings, as_at=as_at)
    assert (found.state, found.realised_share) == (state, share)
    assert state in BENEFIT_STATES


def test_what_rises_and_what_falls_read_alike():
    waits = replace(
        CUT, type="qualitative", unit="%", baseline=80.0, target=92.0, measure="share"
    )
    path = [BenefitReading(date(2020, 4, 1), 88.0)]
    found = compare(("2020-04-01", 82.0), benefit=waits, profile=path)
    assert (found.state, found.planned, found.realised) == ("behind", 8.0, 2.0)
    assert found.reasons == (
        (
            "Less is realised than planned; planned 88% for 1 April 2020; "
            "read 82% for 1 April 2020."
        ),
    )


def test_a_benefit_that_cannot_be_claimed_is_compared_with_nothing():
    found = compare(("2020-09-30", 45e6), benefit=replace(CUT, owner=""))
    assert (found.state, found.planned, found.realised) == ("not_claimable", None, None)
    assert found.reasons == ("It has no owner.",)
    assert compare(profile=[]).reasons == ("It has no planned path over time.",)


def test_two_planned_values_of_one_day_are_refused():
    with pytest.raises(InputError) as caught:
        compare(profile=[PATH[0], *PATH, *PATH])
    assert [(each.where, each.found) for each in caught.value.faults] == [
        ("profile", "2 values for 2020-04-01"),
        ("profile", "3 values for 2021-03-31"),
    ]


def test_of_two_readings_of_one_day_the_later_one_corrects_the_other():
    found = compare(("2020-09-30", 45e6), ("2020-09-30", 49e6))
    assert found.realised == -1e6


AE = Indicator("ae", "A&E", "Within four hours", "monthly", "%", "up")
SEEN = replace(CUT, indicator="ae")


def make_series(values, body="mft"):
    months = pl.date_range(
        date(2017, 1, 1), interval="1mo", eager=True, end=date(2019, 12, 1)
    )[: len(values)]
    return pl.DataFrame(
        {
            "indicator": ["ae"] * len(values),
            "body": [body] * len(values),
            "month": months,
            "value": values,
        },
        schema_overrides={"value": pl.Float64},
    )


def test_a_step_that_lasts_is_a_signal_of_the_benefit():
    steady, better = [80.0, 81.0] * 9, [90.0, 91.0, 90.0, 91.0, 90.0, 91.0, 90.0]
    found = chart_benefit(SEEN, make_series([*steady, *better]), {"ae": AE}, body="mft")
    assert found.wanted is True
    assert found.charts.points.height == 25
    assert found.sentence == (
        "A&E: 90.0% in January 2019; better than chance explains, and higher."
    )


def test_one_good_month_within_the_limits_is_no_signal():
    found = chart_benefit(
        SEEN, make_series([80.0, 84.0] * 10 + [85.0]), {"ae": AE}, body="mft"
    )
    assert found.wanted is False


def test_too_few_months_say_nothing():
    found = chart_benefit(SEEN, make_series([80.0, 81.0]), {"ae": AE}, body="mft")
    assert found.wanted is None


def test_only_the_series_of_the_body_counts():
    both = pl.concat(
        [make_series([80.0, 81.0] * 9), make_series([95.0, 50.0] * 9, "dgt")]
    )
    found = chart_benefit(SEEN, both, {"ae": AE}, body="mft")
    assert found.charts.points["body"].unique().to_list() == ["mft"]


@pytest.mark.parametrize(
    ("indicator", "body", "said"), [("", "mft", "none"), ("ae", "dgt", "ae")]
)
def test_a_benefit_without_a_series_cannot_be_charted(indicator, body, said):
    with pytest.raises(InputError) as caught:
        chart_benefit(
            replace(CUT, indicator=indicator),
            make_series([80.0, None]),
            {"ae": AE},
            body=body,
        )
    (fault,) = caught.value.faults
    assert (fault.where, fault.found) == ("indicator", said)
