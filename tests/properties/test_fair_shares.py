"""Laws of fair shares, for any places, formula and pace; fast against slow."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from placeplan.errors import InputError
from placeplan.money import Pence
from placeplan.money.fair_share import (
    INEQUALITIES,
    Formula,
    Pace,
    SharePlace,
    find_fair_shares,
    share_among_members,
    weigh_people,
)
from properties.fair_share_twin import bound_slowly, pace_slowly, weigh_slowly

some = settings(max_examples=max(settings.default.max_examples // 2, 10), deadline=None)
hundredths = st.integers(0, 100).map(lambda n: Fraction(n, 100))
budgets = st.integers(0, 10**8).map(Pence) | st.integers(0, 10**12).map(Pence)
needs = st.integers(1, 40).map(lambda n: Fraction(n, 20))


@st.composite
def formulas(draw):
    first = draw(hundredths)
    return Formula(
        {"acute": first, "mental": 1 - first}, draw(hundredths) * Fraction(99, 100)
    )


@st.composite
def place_lists(draw):
    names = draw(st.lists(st.sampled_from("abcdefgh"), min_size=1, unique=True))
    return [
        SharePlace(
            name,
            draw(st.integers(1, 500) | st.just(0)) if at else draw(st.integers(1, 500)),
            {stream: draw(needs) for stream in ("acute", "mental", INEQUALITIES)},
            draw(st.integers(90, 120).map(lambda n: Fraction(n, 100))),
            Pence(draw(st.integers(0, 10**7))),
            draw(st.none() | st.integers(0, 500)),
        )
        for at, name in enumerate(names)
    ]


@st.composite
def paces(draw):
    minimum, first = (draw(hundredths) - Fraction(1, 4)) / 5, draw(hundredths) / 10
    fades = draw(st.booleans())
    return Pace(
        minimum,
        draw(st.none() | hundredths.map(lambda share: share / 5)),
        draw(st.none() | hundredths.map(lambda share: min(0, minimum) - share / 10)),
        first if fades else None,
        first + draw(hundredths) / 10 if fades else None,
        draw(st.none() | hundredths),
        draw(hundredths),
        draw(hundredths) / 10,
        draw(st.none() | hundredths.map(lambda share: 1 + share)),
    )


@some
@given(place_lists(), formulas(), budgets)
def test_targets_are_the_budget_and_the_formula(places, formula, budget):
    found = find_fair_shares(places, formula, budget)

    slow = weigh_slowly(places, formula.shares)
    whole = sum(slow.values())
    assert sum(share.target for share in found.shares) == budget
    assert sum(share.weighted_people for share in found.shares) == sum(
        place.people for place in places
    )
    for share in found.shares:
        assert abs(share.target - budget * slow[share.place.id] / whole) < 1
        assert sum(share.target_parts.values()) == share.target


@some
@given(place_lists(), formulas(), budgets, needs)
def test_more_need_is_never_a_smaller_target(places, formula, budget, more):
    first, *rest = places
    needier = replace(first, need={k: v + more for k, v in first.need.items()})

    before = find_fair_shares(places, formula, budget).shares[0].target
    after = find_fair_shares([needier, *rest], formula, budget).shares[0].target

    assert after >= before


@some
@given(place_lists(), formulas(), budgets, st.randoms(use_true_random=False))
def test_order_never_matters(places, formula, budget, chance):
    mixed = chance.sample(places, len(places))

    found = find_fair_shares(mixed, formula, budget).allocations

    assert found == find_fair_shares(places, formula, budget).allocations


@some
@given(place_lists(), formulas(), budgets)
def test_other_names_never_matter(places, formula, budget):
    """Names that sort alike, so that equal remainders are settled alike too."""
    renamed = [replace(place, id=f"place-{place.id}") for place in places]

    found = find_fair_shares(renamed, formula, budget).allocations

    kept = find_fair_shares(places, formula, budget).allocations
    assert list(found.values()) == list(kept.values())


@some
@given(place_lists(), formulas(), paces(), budgets)
def test_pace_meets_the_budget_and_keeps_every_bound(places, formula, pace, budget):
    try:
        found = find_fair_shares(places, formula, budget, pace)
    except InputError:
        assume(False)

    targets = {share.place.id: share.target for share in found.shares}
    slow = pace_slowly(places, targets, budget, pace)
    assert sum(found.allocations.values()) == budget
    for share in found.shares:
        bounds = bound_slowly(share.place, share.target, places, budget, pace)
        least, top = bounds[2:]
        assert share.allocation >= least
        assert top is None or share.allocation <= top
        assert abs(share.allocation - slow[share.place.id]) <= 1


@some
@given(place_lists(), formulas(), paces(), budgets)
def test_pace_is_refused_only_when_bounds_cannot_be_kept(places, formula, pace, budget):
    targets = {
        share.place.id: share.target
        for share in find_fair_shares(places, formula, budget).shares
    }
    bounds = [bound_slowly(p, targets[p.id], places, budget, pace) for p in places]
    tops = [least if not now else top for now, _, least, top in bounds]
    crossed = any(top is not None and top < least for _, _, least, top in bounds)
    unspent = None not in tops and sum(tops) < budget
    if sum(least for _, _, least, _ in bounds) > budget or crossed or unspent:
        with pytest.raises(InputError):
            find_fair_shares(places, formula, budget, pace)
    else:
        found = find_fair_shares(places, formula, budget, pace)
        assert sum(found.allocations.values()) == budget


@some
@given(place_lists(), formulas(), budgets, st.data())
def test_members_share_what_their_place_got(places, formula, budget, chosen):
    weighted = weigh_people(places, formula)
    parents = {p.id: chosen.draw(st.sampled_from(["x", "y"])) for p in places}
    held = {
        parent for member, parent in parents.items() if sum(weighted[member].values())
    }
    given_to = {parent: Pence(budget // (1 + at)) for at, parent in enumerate(held)}

    found = share_among_members(given_to, parents, weighted)

    for parent in held:
        members = [member for member in parents if parents[member] == parent]
        assert sum(found[member] for member in members) == given_to[parent]
