"""Overlapping solutions never close more of the gap than the ledger finds."""

from itertools import combinations

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from placeplan.money import THEMES, hold_to_ledger
from placeplan.tables import STATUS

SOLUTIONS = ("care", "digital", "hospital", "well")
INITIATIVES = ("day-surgery", "falls", "smoking", "teams", "tests")
YEARS = (2019, 2020)
STATUSES = st.sampled_from(("published", "derived", "illustrative"))
pairs = st.tuples(st.sampled_from(SOLUTIONS), st.sampled_from(INITIATIVES))


@st.composite
def plans(draw):
    """Solutions with a theme each, the initiatives that they name, and the ledger."""
    themes = {name: draw(st.sampled_from(THEMES)) for name in SOLUTIONS}
    money = st.integers(0, 10**12) | st.integers(0, 20)
    listed = [
        (year, name, themes[name], draw(money), draw(st.integers(0, 5)), draw(STATUSES))
        for year in YEARS
        for name in draw(st.sets(st.sampled_from(SOLUTIONS), min_size=1))
    ]
    saved = [
        (year, name, draw(money | st.integers(-(10**11), -1)), draw(STATUSES))
        for year in YEARS
        for name in draw(st.sets(st.sampled_from(INITIATIVES)))
    ]
    ties = [(*tie, draw(STATUSES)) for tie in draw(st.sets(pairs))]
    return lay(listed, ties, saved)


def lay(listed, ties, saved):
    text, money, proof = pl.String, pl.Int64, {"status": STATUS}
    of_solution = {"year": pl.Int32, "solution": text, "theme": text}
    of_solution |= {"recurrent_pence": money, "non_recurrent_pence": money}
    of_ledger = {"year": pl.Int32, "initiative": text, "saved_pence": money}
    return (
        pl.DataFrame(listed, schema=of_solution | proof, orient="row"),
        pl.DataFrame(
            ties, schema={"solution": text, "initiative": text} | proof, orient="row"
        ),
        pl.DataFrame(saved, schema=of_ledger | proof, orient="row"),
    )


def name_of(ties, solutions):
    named = ties.filter(pl.col("solution").is_in([*solutions]))
    return {*named["initiative"]}


def gain(saved, year, names):
    """What initiatives save together, those that lose left out."""
    kept = saved.filter(
        (pl.col("year") == year) & pl.col("initiative").is_in([*names])
    )["saved_pence"]
    return sum(max(0, pence) for pence in kept)


@given(plans())
def test_solutions_that_name_initiatives_close_no_more_than_these_save(plan):
    _, ties, saved = plan

    held = hold_to_ledger(*plan)

    for (year,), rows in held.group_by("year"):
        tied = rows.filter("is_tied", pl.col("stated_pence") > 0)
        names = name_of(ties, tied["solution"])
        total = saved.filter(
            (pl.col("year") == year) & pl.col("initiative").is_in([*names])
        )["saved_pence"].sum()
        assert tied["counted_pence"].sum() <= total


@given(plans())
def test_no_group_of_solutions_closes_more_than_its_own_initiatives_gain(plan):
    """Whoever shares with whom, no part of the plan makes money of nothing."""
    _, ties, saved = plan

    held = hold_to_ledger(*plan).filter("is_tied")

    for (year,), rows in held.group_by("year"):
        counted = dict(rows.select("solution", "counted_pence").iter_rows())
        for size in range(1, len(counted) + 1):
            for group in combinations(counted, size):
                most = gain(saved, year, name_of(ties, group))
                assert sum(counted[each] for each in group) <= most


@given(plans())
def test_parts_of_what_is_stated_add_up_to_the_penny(plan):
    listed, _, _ = plan

    held = hold_to_ledger(*plan)

    assert held.height == listed.height
    for row in held.to_dicts():
        parts = ("beyond_pence", "double_counted_pence", "counted_pence")
        assert sum(row[part] for part in parts) == row["stated_pence"]
        assert row["beyond_pence"] >= 0
        assert row["double_counted_pence"] >= 0
    stated = listed["recurrent_pence"].sum() + listed["non_recurrent_pence"].sum()
    assert held["stated_pence"].sum() == stated
    assert held["counted_pence"].sum() <= stated


@given(plans())
def test_solution_that_names_nothing_keeps_what_it_states(plan):
    held = hold_to_ledger(*plan).filter(~pl.col("is_tied"))

    assert held["counted_pence"].to_list() == held["stated_pence"].to_list()


@given(plans())
def test_solutions_that_share_nothing_count_nothing_twice(plan):
    listed, ties, saved = plan
    alone = ties.unique("initiative", keep="first", maintain_order=True)

    held = hold_to_ledger(listed, alone, saved)

    assert held["double_counted_pence"].sum() == 0


@given(plans(), st.randoms(use_true_random=False))
def test_order_of_rows_never_matters(plan, chance):
    seed = chance.randrange(1000)
    mixed = [frame.sample(fraction=1, shuffle=True, seed=seed) for frame in plan]

    assert hold_to_ledger(*mixed).equals(hold_to_ledger(*plan))


@given(plans(), pairs)
def test_naming_one_more_initiative_that_gains_leaves_no_more_beyond_the_ledger(
    plan, tie
):
    listed, ties, saved = plan
    gaining = saved.with_columns(pl.col("saved_pence").abs())
    if tie[0] not in {*ties["solution"]} or tie in ties.rows():
        return
    more = pl.concat(
        [ties, pl.DataFrame([(*tie, "derived")], schema=ties.schema, orient="row")]
    )

    before = hold_to_ledger(listed, ties, gaining)["beyond_pence"].sum()

    assert hold_to_ledger(listed, more, gaining)["beyond_pence"].sum() <= before
