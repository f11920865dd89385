"""Laws of options: everyone lands once, closing helps nobody's travel, the front."""

from math import comb

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from placeplan.capacity import (
    Geography,
    HuffRule,
    OptionQuestion,
    compare_options,
    count_configurations,
    find_front,
    list_configurations,
    search_configurations,
    share_by_odds,
    share_nearest,
    share_observed,
)
from properties.option_twin import (
    find_front_slowly,
    list_slowly,
    nearest_slowly,
    score_slowly,
    share_slowly,
)

SEEDS = st.integers(0, 2**32 - 1)


def make_geography(seed, *, candidates=4, fixed=1, neighbours=2, areas=9):
    rng = np.random.default_rng(seed)
    standings = (
        ("candidate",) * candidates + ("fixed",) * fixed + ("neighbour",) * neighbours
    )
    sites = len(standings)
    mixed = rng.permutation(sites)
    is_here = rng.random(areas) < 0.7
    is_here[0] = True
    cases = rng.integers(0, 90, areas).astype(float)
    cases[0] += 1
    # Whole minutes, so that some sites are as near as others.
    minutes = rng.integers(1, 80, (areas, sites)).astype(float)
    return Geography(
        sites=tuple(f"s{at}" for at in range(sites)),
        site_names=tuple(f"Site {at}" for at in range(sites)),
        standings=tuple(standings[at] for at in mixed),
        is_open_now=np.ones(sites, dtype=bool),
        size=rng.uniform(0.5, 9, sites),
        capacity=np.where(rng.random(sites) < 0.5, np.nan, rng.uniform(50, 200, sites)),
        areas=tuple(f"a{at}" for at in range(areas)),
        wider_places=("x",) * areas,
        is_here=is_here,
        fifth=rng.integers(0, 6, areas),
        cases=cases,
        minutes=minutes,
        flows=rng.integers(0, 30, minutes.shape).astype(float),
        status="illustrative",
    )


def ask(places, choice, fewest=1, most=3, goals=("mean_minutes", "smallest_cases")):
    rule = HuffRule(0.8, 1.7)
    return OptionQuestion(
        "q", "q", places, fewest, most, choice, rule, None, 60.0, goals, "illustrative"
    )


@settings(max_examples=40)
@given(seed=SEEDS)
def test_shares_of_every_rule_sum_to_one_and_none_goes_to_a_closed_site(seed):
    places = make_geography(seed)
    is_open = np.random.default_rng(seed).random(len(places.sites)) < 0.5
    is_open[seed % len(is_open)] = True
    weight = HuffRule(0.8, 1.7).weigh(places.size, places.minutes)
    for share in (
        share_by_odds(weight, is_open),
        share_nearest(places.minutes, is_open),
        share_observed(places.flows, weight, is_open),
    ):
        assert share.sum(axis=1) == pytest.approx(np.ones(len(share)))
        assert (share >= 0).all()
        assert not share[:, ~is_open].any()


@settings(max_examples=40)
@given(seed=SEEDS)
def test_closing_a_site_never_shortens_the_way_to_the_nearest(seed):
    compared = compare_options(ask(make_geography(seed), "nearest", 0, 4))
    minutes = {
        tuple(opened): row
        for opened, row in zip(
            compared.is_open.tolist(), compared.landing.minutes, strict=True
        )
    }
    for opened, before in minutes.items():
        for at in np.flatnonzero(opened):
            closed = (*opened[:at], False, *opened[at + 1 :])
            assert (minutes[closed] >= before).all()


@settings(max_examples=25)
@given(seed=SEEDS)
@pytest.mark.parametrize("choice", ["huff", "nearest", "observed"])
def test_all_at_once_agrees_with_one_at_a_time(choice, seed):
    places = make_geography(seed)
    question = ask(places, choice)
    compared = compare_options(question)
    for at, opened in enumerate(compared.is_open):
        is_open = places.open_sites(opened)
        shares = question.share_out(opened)
        if choice == "huff":
            shares = share_slowly(places.minutes, places.size, is_open, 0.8, 1.7)
        elif choice == "nearest":
            shares = nearest_slowly(places.minutes, is_open)
        cases, mean, worst, within = score_slowly(
            places.minutes, shares, places.cases, places.is_here
        )
        assert compared.landing.cases[at] == pytest.approx(np.array(cases))
        assert compared.scores["mean_minutes"][at] == pytest.approx(mean)
        assert compared.scores["worst_minutes"][at] == pytest.approx(worst)
        assert compared.landing.within[at] == pytest.approx(np.array(within))


@settings(max_examples=40)
@given(seed=SEEDS)
@pytest.mark.parametrize("choice", ["huff", "nearest", "observed"])
def test_everyone_lands_once(choice, seed):
    places = make_geography(seed)
    landed = compare_options(ask(places, choice)).landing.cases.sum(axis=1)
    assert landed == pytest.approx(np.full(len(landed), places.cases.sum()))


@given(
    st.integers(0, 7).flatmap(
        lambda n: st.tuples(st.just(n), st.integers(0, n), st.integers(0, n))
    )
)
def test_every_way_to_open_sites_is_there_once(bounds):
    candidates, one, other = bounds
    fewest, most = min(one, other), max(one, other)
    rows = list_configurations(candidates, fewest, most)
    listed = [set(np.flatnonzero(row)) for row in rows]
    assert listed == list_slowly(candidates, fewest, most)
    ways = sum(comb(candidates, count) for count in range(fewest, most + 1))
    assert (count_configurations(candidates, fewest, most), len(rows)) == (ways, ways)


@given(
    st.lists(st.tuples(*[st.integers(0, 4).map(float)] * 3), min_size=1, max_size=30)
)
def test_nothing_beats_the_front_and_something_of_it_beats_the_rest(rows):
    goals = np.array(rows)
    on_front, beaten_by = find_front(goals)
    assert on_front.tolist() == find_front_slowly(rows)
    for at in np.flatnonzero(~on_front):
        by = beaten_by[at]
        assert on_front[by]
        assert (goals[by] >= goals[at]).all()
        assert (goals[by] > goals[at]).any()


@pytest.mark.parametrize("seed", range(5))
def test_a_search_finds_the_shortest_travel_among_few(seed):
    places = make_geography(seed, candidates=7, areas=14)
    question = ask(places, "huff", 3, 3)
    whole = compare_options(question)
    searched = compare_options(question, most_compared=10)
    assert searched.was_searched
    best = whole.scores["mean_minutes"].min()
    assert searched.scores["mean_minutes"].min() == pytest.approx(best)


@settings(max_examples=10)
@given(seed=SEEDS, fewest=st.integers(0, 3), more=st.integers(0, 3))
def test_a_search_keeps_to_what_was_asked_and_repeats_itself(seed, fewest, more):
    def judge(is_open):
        return np.stack([is_open @ np.arange(8.0), -is_open.sum(axis=1)], axis=1)

    most = fewest + more
    found = search_configurations(judge, 8, fewest, most, seed=seed)
    again = search_configurations(judge, 8, fewest, most, seed=seed)
    assert (found == again).all()
    counts = found.sum(axis=1)
    assert counts.min() >= fewest
    assert counts.max() <= most
    assert len({row.tobytes() for row in found}) == len(found)
