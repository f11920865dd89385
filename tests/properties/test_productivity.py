"""Laws of productivity, whatever the numbers."""

from dataclasses import replace
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from placeplan.money.pence import Pence
from placeplan.money.productivity import (
    SAFETY_RATINGS,
    CostCentre,
    PeerCriteria,
    TrustProfile,
    UnitCost,
    YearTerms,
    find_catch_up,
    find_savings_path,
    phase_catch_up,
    select_peers,
)
from properties.productivity_twin import save_from_queue

amounts = st.integers(0, 10**13).map(Pence)
thousandths = st.integers(0, 1000).map(lambda number: number / 1000)
growths = st.integers(-100, 100).map(lambda number: number / 1000)


@st.composite
def terms(draw, capped=None):
    count = draw(st.integers(1, 7))
    cap = thousandths if capped else st.none() | thousandths
    return [
        YearTerms(2016 + at, draw(growths), draw(growths), draw(thousandths), draw(cap))
        for at in range(count)
    ]


@st.composite
def paths(draw, capped=None):
    listed = draw(terms(capped))
    due = {each.year: draw(amounts) for each in listed if draw(st.booleans())}
    return draw(amounts), due, listed


@given(paths())
def test_what_is_saved_and_what_waits_is_what_was_wanted(path):
    found = find_savings_path(*path)

    assert found.saved + found.carried == found.wanted
    assert found.catch_up == sum(path[1].values())
    for year in found.years:
        assert year.saved + year.carried == year.wanted
    for before, after in zip(found.years, found.years[1:], strict=False):
        assert after.brought_forward == before.carried


@given(paths(capped=True))
def test_savings_are_never_above_the_cap(path):
    for year, term in zip(find_savings_path(*path).years, path[2], strict=True):
        assert 0 <= year.saved <= year.cap
        assert year.cap <= year.base * Fraction(str(term.cap_share))


@given(paths())
def test_the_path_is_that_of_a_queue_of_dues(path):
    found = find_savings_path(*path)

    saved, waiting = save_from_queue(*path)

    assert [(year.year, year.saved) for year in found.years] == saved
    assert found.carried == waiting


@given(paths(capped=True), st.integers(0, 500).map(lambda number: number / 1000))
def test_a_wider_cap_never_saves_less_in_all(path, wider):
    base, due, listed = path
    wide = [replace(each, cap_share=each.cap_share + wider) for each in listed]

    narrow_path, wide_path = (
        find_savings_path(base, due, each) for each in (listed, wide)
    )

    assert wide_path.saved >= narrow_path.saved
    assert wide_path.wanted == narrow_path.wanted


@given(amounts, st.lists(st.integers(1, 100), min_size=1, max_size=8))
def test_phasing_ties_to_the_penny(total, weights):
    shares = {at: Fraction(each, sum(weights)) for at, each in enumerate(weights)}

    assert sum(phase_catch_up(total, shares).values()) == total


@st.composite
def profiles(draw, name):
    return TrustProfile(
        name,
        name.title(),
        Pence(draw(st.integers(1, 10**12))),
        draw(st.integers(1, 9)),
        draw(st.integers(0, 5)),
        draw(st.booleans()),
        Fraction(draw(st.integers(0, 100)), 100),
        draw(st.sampled_from(SAFETY_RATINGS)),
    )


tolerances = st.fixed_dictionaries(
    {},
    optional={
        "turnover": st.integers(0, 20).map(lambda number: number / 10),
        "sites": st.integers(0, 4),
        "teaching": st.integers(0, 1),
        "premises_share": st.integers(0, 9).map(lambda number: number / 100),
    },
)


@given(
    profiles("own"),
    st.lists(
        st.text("abcdef", min_size=1, max_size=3), unique=True, max_size=6
    ).flatmap(lambda names: st.tuples(*(profiles(name) for name in names))),
    tolerances,
    st.none() | st.sampled_from(SAFETY_RATINGS),
)
def test_every_candidate_hears_why_and_order_does_not_matter(
    own, candidates, allowed, least
):
    criteria = PeerCriteria(allowed, least)

    verdicts = select_peers(own, candidates, criteria)

    assert verdicts == select_peers(own, reversed(candidates), criteria)
    assert {each.id for each in verdicts} == {each.id for each in candidates}
    said = len(allowed) + (least is not None)
    for each in verdicts:
        against = [
            reason for reason in each.reasons if reason.startswith(("Out", "Fails"))
        ]
        assert len(each.reasons) == said
        assert each.chosen == (not against)
        assert list(each.reasons[: len(against)]) == against


centres = st.builds(
    lambda cost, units: (Pence(cost), Fraction(units)),
    st.integers(0, 10**12),
    st.integers(1, 10**6),
)


@given(centres, st.lists(centres, min_size=1, max_size=5))
def test_catch_up_at_the_lowest_peer_is_at_least_that_at_the_nearest(own, others):
    def make(body, cost, units):
        about = ("a", "A", "pay", "units")
        return CostCentre(body, *about, units, cost, "illustrative")

    mine = make("own", *own)
    peers = {f"p{at}": [make(f"p{at}", *each)] for at, each in enumerate(others)}

    (lowest,), (nearest,) = (
        find_catch_up([mine], peers, each) for each in ("lowest", "nearest")
    )

    assert 0 <= nearest.opportunity.pence <= lowest.opportunity.pence <= mine.cost


@given(centres, st.integers(0, 10**7).map(lambda pence: Fraction(pence, 100)))
def test_cost_at_the_benchmark_and_the_opportunity_are_the_cost(own, benchmark):
    unit_cost = UnitCost(*own)

    found = unit_cost.find_opportunity(benchmark)

    kept = min(unit_cost.cost, benchmark * 100 * unit_cost.units)
    assert abs(unit_cost.cost - found - kept) <= Fraction(1, 2)
