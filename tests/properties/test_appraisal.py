"""Laws of appraisals, whatever the numbers."""

from datetime import date
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from placeplan.money.appraisal import (
    Flow,
    Weighing,
    discount,
    find_discount_schedule,
    find_payback_year,
    find_switches,
    make_flat_schedule,
    value_flows,
)
from placeplan.money.pence import Pence

GREEN_BOOK = find_discount_schedule(date(2017, 4, 1))

flows = st.lists(
    st.builds(
        Flow,
        st.integers(2017, 2120),
        st.sampled_from(["cost", "benefit"]),
        st.integers(0, 10**13).map(Pence),
    ),
    max_size=8,
)


def value(listed, schedule=GREEN_BOOK):
    return value_flows(listed, base_year=2017, schedule=schedule)


@given(flows, flows)
def test_net_present_value_is_additive_to_the_penny(one, other):
    together, apart = value([*one, *other]), (value(one), value(other))

    assert together.net_present_value == sum(each.net_present_value for each in apart)
    assert together.present_cost == sum(each.present_cost for each in apart)


@given(flows)
def test_what_is_turned_round_is_worth_as_much_the_other_way(listed):
    turned = [
        Flow(e.year, "cost" if e.side == "benefit" else "benefit", e.amount)
        for e in listed
    ]

    assert value(turned).net_present_value == -value(listed).net_present_value


@given(flows)
def test_without_discounting_it_is_the_plain_sum(listed):
    found = value(listed, make_flat_schedule(0))

    assert found.net_present_value == sum(each.net for each in listed)
    if found.net_present_value < 0:
        assert found.payback_year is None


@given(flows)
def test_payback_is_the_first_year_from_which_no_sum_is_negative(listed):
    """The slow twin sums from the start for every year."""
    years = sorted({each.year for each in listed})
    sums = {y: sum(e.net for e in listed if e.year <= y) for y in years}
    good = [y for y in years if all(sums[later] >= 0 for later in years if later >= y)]
    paid = any(each.side == "cost" and each.amount for each in listed)

    assert find_payback_year(listed) == (good[0] if good and paid else None)


@given(st.integers(0, 10**14).map(Pence), st.integers(0, 149))
def test_later_is_never_worth_more(amount, years):
    found = [discount(amount, each, GREEN_BOOK) for each in (years, years + 1)]

    assert amount >= found[0] >= found[1] >= 0


@st.composite
def weighings(draw):
    criteria = [f"c{at}" for at in range(draw(st.integers(1, 4)))]
    options = [f"o{at}" for at in range(draw(st.integers(1, 5)))]
    weights = {name: draw(st.integers(0, 20)) for name in criteria}
    weights[criteria[0]] += 1
    scores = {
        option: {name: draw(st.integers(0, 10)) for name in criteria}
        for option in options
    }
    return weights, scores


@given(weighings(), st.integers(1, 1000), st.integers(1, 1000))
def test_ranks_do_not_change_with_the_scale_of_weights(drawn, up, down):
    weights, scores = drawn
    scaled = {name: Fraction(each * up, down) for name, each in weights.items()}

    one, other = (Weighing.from_weights(each, scores) for each in (weights, scaled))

    assert one.find_ranks() == other.find_ranks()
    assert find_switches(one) == find_switches(other)


def lead(weighing, option, criterion, share):
    """How far an option is ahead of the best of the others."""
    totals = {o: weighing.find_total_at(o, criterion, share) for o in weighing.scores}
    rest = [total for name, total in totals.items() if name != option]
    return totals[option] - max(rest, default=Fraction(0))


@given(weighings())
def test_the_winner_leads_up_to_a_switch_and_not_beyond(drawn):
    """The slow twin looks just before and just beyond every crossing there is."""
    weighing = Weighing.from_weights(*drawn)
    winner, *level = weighing.list_winners()
    switches = find_switches(weighing)

    for each in switches:
        assert weighing.find_total_at(
            winner, each.criterion, each.at_share
        ) == weighing.find_total_at(each.rival, each.criterion, each.at_share)
        if not level:
            between = (each.share + each.at_share) / 2
            assert lead(weighing, winner, each.criterion, between) > 0
    if level or len(weighing.scores) == 1:
        return
    for criterion in weighing.weights:
        told = {s.move > 0 for s in switches if s.criterion == criterion}
        for end, above in ((Fraction(0), False), (Fraction(1), True)):
            assert (lead(weighing, winner, criterion, end) < 0) == (above in told)
