"""Laws of counting and of the registry, for any footprints."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from factories.places_factory import make_footprint, make_registry, make_tables
from placeplan.places import (
    Lookup,
    LookupCell,
    Registry,
    count_over_footprints,
    make_lookup,
)

MEMBERS = ("ash", "beech", "cedar", "elm", "fir")
values = st.fixed_dictionaries({m: st.integers(0, 10**7) for m in MEMBERS})
some = st.sets(st.sampled_from(MEMBERS))
footprints = st.lists(
    st.tuples(some, some).map(
        lambda both: make_footprint("f", *both[0], part=sorted(both[1] - both[0]))
    ),
    max_size=5,
)


def count_slowly(values, footprints):
    """Count with the obvious twin: look at each member, one after another."""
    total = 0
    for member, value in values.items():
        for footprint in footprints:
            if any(m.id == member and m.is_whole for m in footprint.members):
                total += value
                break
    return total


@given(values, footprints)
def test_each_member_is_counted_once_as_the_slow_twin_does(values, footprints):
    count = count_over_footprints(values, footprints)
    assert count.total == count_slowly(values, footprints)


@given(values, footprints)
def test_overlap_never_counts_twice(values, footprints):
    count = count_over_footprints(values, footprints)
    assert count.total <= count.most <= sum(values.values())
    assert count.double_counted >= 0
    assert bool(count.counted_once) == any(
        sum(m.is_whole and m.id == member for f in footprints for m in f.members) > 1
        for member in values
    )


@given(values, footprints, st.randoms())
def test_order_of_footprints_does_not_matter(values, footprints, random):
    shuffled = random.sample(footprints, len(footprints))
    assert count_over_footprints(values, shuffled) == count_over_footprints(
        values, footprints
    )


@given(values, footprints)
def test_same_footprint_again_changes_only_the_naive_total(values, footprints):
    once = count_over_footprints(values, footprints)
    twice = count_over_footprints(values, footprints * 2)
    assert (twice.total, twice.in_part) == (once.total, once.in_part)
    assert twice.naive_total == 2 * once.naive_total


@given(st.lists(st.integers(1, 100), min_size=1, max_size=5), st.integers(0, 10**7))
def test_spreading_over_organisations_keeps_the_sum(weights, people):
    cells = (
        LookupCell("area", member, weight / sum(weights))
        for member, weight in zip(MEMBERS, weights, strict=False)
    )
    lookup: Lookup = make_lookup(cells)
    spread = lookup.spread({"area": float(people)})
    assert abs(sum(spread.values()) - people) <= 1e-9 * max(people, 1)


@given(st.randoms(), st.dates(date(2012, 1, 1), date(2024, 1, 1)))
def test_order_of_rows_does_not_change_the_registry(random, day):
    ordered = {"levels", "functions"}  # keep the order of the paper
    tables = {
        name: frame
        if name in ordered
        else frame[random.sample(range(frame.height), frame.height)]
        for name, frame in make_tables().items()
    }
    shuffled = Registry.from_tables(tables)
    assert shuffled == make_registry()
    assert (
        shuffled.as_at(day).list_entries() == make_registry().as_at(day).list_entries()
    )


@given(st.dates(date(2012, 1, 1), date(2024, 1, 1)))
def test_ended_bodies_are_seen_only_as_predecessors(day):
    view = make_registry().as_at(day)
    standing = {entry.id for entry in view.list_entries()}
    for entry in view.list_entries():
        assert {member.id for member in entry.members} <= standing
        assert not set(entry.predecessors) & standing
