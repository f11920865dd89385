"""Laws of what a fund pays: nothing goes astray, and meeting more never pays less."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from placeplan.money import Pence
from placeplan.money.fund import (
    AccessResult,
    QuarterResult,
    get_fund_rules,
    pay_quarter,
)
from placeplan.periods import Quarter

ACCESS = ("rtt", "ae", "cancer")

allocations = st.integers(min_value=0, max_value=10**12).map(Pence)
quarters = st.builds(Quarter, st.integers(2016, 2018), st.integers(1, 4))
shares = st.none() | st.fractions(min_value=0, max_value=1, max_denominator=1000)
known = st.fractions(min_value=0, max_value=1, max_denominator=1000)
flags = st.none() | st.booleans()


@st.composite
def results(draw):
    access = {
        part: AccessResult(draw(shares), draw(shares))
        for part in draw(st.sets(st.sampled_from(ACCESS)))
    }
    return QuarterResult(draw(flags), access)


@given(quarters, allocations, results())
def test_earned_at_risk_and_lost_are_the_allocation_to_the_penny(
    quarter, whole, result
):
    paid = pay_quarter(get_fund_rules("stf", quarter), whole, result)

    states = [paid.sum_state(state) for state in ("earned", "at_risk", "lost")]
    assert sum(states) == whole
    assert min(states) >= 0
    assert [each.part for each in paid.parts] == ["finance", *ACCESS]


@given(quarters, allocations, results())
def test_each_part_pays_what_its_share_says_within_a_penny(quarter, whole, result):
    rules = get_fund_rules("stf", quarter)
    share = {each.part: each.share for each in rules.parts}

    for part in pay_quarter(rules, whole, result).parts:
        assert abs(part.pence - share[part.part] * whole) < 1


@given(quarters, allocations, results(), st.sampled_from(ACCESS), known, known)
def test_seeing_more_people_in_time_never_pays_less(
    quarter, whole, result, part, one, other
):
    rules = get_fund_rules("stf", quarter)
    agreed = result.access.get(part, AccessResult()).trajectory
    fewer, more = sorted([one, other])

    def earn(share: Fraction) -> Pence:
        access = {**result.access, part: AccessResult(share, agreed)}
        paid = pay_quarter(rules, whole, QuarterResult(result.total_met, access))
        return paid.sum_state("earned")

    assert earn(fewer) <= earn(more)


@given(quarters, allocations, results())
def test_meeting_the_control_total_never_pays_less(quarter, whole, result):
    rules = get_fund_rules("stf", quarter)
    paid = {
        met: pay_quarter(rules, whole, QuarterResult(met, result.access))
        for met in (True, None, False)
    }

    assert paid[False].sum_state("lost") == whole
    assert paid[True].sum_state("earned") >= paid[None].sum_state("earned") == 0
    assert paid[True].sum_state("lost") == paid[None].sum_state("lost")
