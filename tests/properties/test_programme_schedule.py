"""Laws of dates, order and money at stake, for any programme."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from placeplan.programme import (
    Activity,
    DateInterval,
    MilestonePlan,
    Progress,
    ProjectSlip,
    find_critical_path,
    find_progress,
    find_state,
    get_delivery_rule_set,
    propose_delivery,
    shift_later,
)

DAYS = st.dates(date(2000, 1, 1), date(2060, 12, 31))
LENGTHS = st.integers(0, 800)
POUNDS = st.integers(0, 10**9).map(lambda pence: pence / 100)
RULES = get_delivery_rule_set()


@st.composite
def intervals(draw):
    first = draw(DAYS)
    return DateInterval(first, first + timedelta(days=draw(LENGTHS)))


@st.composite
def networks(draw):
    """Activities that wait only for earlier ones, so that there is no circle."""
    count = draw(st.integers(1, 9))
    return [
        Activity(
            f"A{at}",
            draw(st.integers(0, 20)),
            tuple(f"A{n}" for n in range(at) if draw(st.booleans())),
            draw(st.integers(0, 10)),
        )
        for at in range(count)
    ]


def find_longest_slowly(activities, to_add=()):
    """The slow twin: the end by trying every chain through the network."""
    held = {each.id: each for each in activities}
    longer = dict(to_add)

    def finish(name):
        each = held[name]
        starts = [each.earliest_day, *(finish(before) for before in each.depends_on)]
        return max(starts) + each.duration_days + longer.get(name, 0)

    return max(finish(name) for name in held)


@given(intervals(), DAYS, st.none() | DAYS)
def test_a_milestone_is_late_exactly_after_its_last_day(due, as_at, finished_on):
    done = finished_on is not None and finished_on <= as_at

    state = find_state(due, as_at, finished_on)

    assert (state == "done") == done
    assert (state == "late") == (not done and as_at > due.ends_on)
    assert (state == "not_due") == (not done and as_at < due.starts_on)


@given(intervals(), st.none() | intervals(), st.none() | DAYS, DAYS, LENGTHS)
def test_more_tolerance_never_makes_progress_worse(
    due, forecast, finished_on, as_at, days
):
    order = list(Progress)
    found = [
        find_progress(MilestonePlan(due, forecast, finished_on, allowed), as_at)
        for allowed in (0, days)
    ]

    assert order.index(found[1]) <= order.index(found[0])


@given(intervals(), st.none() | intervals(), DAYS)
def test_while_it_is_not_reached_a_slip_only_grows_with_the_days(due, forecast, as_at):
    plan = MilestonePlan(due, forecast)

    slips = [plan.find_slip_days(as_at + timedelta(days=n)) for n in (0, 1, 30)]
    assert slips == sorted(slips)


@given(networks())
def test_the_end_is_that_of_the_slow_twin(network):
    assert find_critical_path(network).length_days == find_longest_slowly(network)


@given(networks())
def test_float_is_exactly_what_may_be_lost_before_the_end_moves(network):
    path = find_critical_path(network)

    for name, each in path.times.items():
        spent = find_longest_slowly(network, {name: each.float_days})
        more = find_longest_slowly(network, {name: each.float_days + 1})
        assert (spent, more) == (path.length_days, path.length_days + 1)


@given(networks())
def test_the_longest_chain_has_no_float_and_follows_what_waits(network):
    path = find_critical_path(network)
    held = {each.id: each for each in network}

    assert all(path.times[name].float_days == 0 for name in path.longest)
    assert all(a in held[b].depends_on for a, b in pairwise(path.longest))
    assert path.times[path.longest[-1]].earliest_finish_day == path.length_days


@given(st.lists(POUNDS, min_size=1, max_size=15), st.integers(0, 4000))
def test_moving_later_makes_no_money(values, days):
    planned = dict(enumerate(values, 2016))

    moved = shift_later(planned, days)

    assert list(moved) == list(planned)
    assert sum(moved.values()) <= sum(values) * (1 + 1e-12)


@given(st.lists(POUNDS, min_size=1, max_size=15), st.integers(0, 4000))
def test_by_the_end_of_any_year_no_more_has_come_than_was_planned(values, days):
    moved = list(shift_later(dict(enumerate(values, 2016)), days).values())

    for upto in range(1, len(values) + 1):
        assert sum(moved[:upto]) <= sum(values[:upto]) + 0.01


@given(
    st.lists(POUNDS, min_size=1, max_size=12),
    st.sampled_from(list(Progress)),
    st.integers(0, 1000),
    st.floats(0, 1),
    st.floats(0.01, 1),
)
def test_what_is_at_stake_is_never_below_0_over_all_years(
    values, progress, days, share, probability
):
    planned = dict(enumerate(values, 2016))

    proposal = propose_delivery(
        planned,
        ProjectSlip(progress, days),
        RULES,
        share=share,
        probability=probability,
    )

    assert proposal.probability <= probability
    assert proposal.at_stake_pounds >= -0.01 * len(values)
    assert proposal.at_stake_pounds <= sum(values) + 0.01 * len(values)
