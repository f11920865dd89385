"""Laws of performance that hold for any figures."""

from datetime import date

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from placeplan.performance import Indicator, rank_bodies, score_bodies, sum_series

AE = Indicator("ae", "A&E", "Within four hours", "s", "%", "up", domain="a")
MRSA = Indicator("mrsa", "MRSA", "Cases", "s", "cases", "down", domain="b")
BOTH = {"ae": AE, "mrsa": MRSA}

parts = st.integers(1, 10**6).flatmap(
    lambda whole: st.tuples(st.integers(0, whole), st.just(whole))
)
pairs = st.lists(
    st.tuples(st.integers(0, 100), st.integers(0, 100)), min_size=2, max_size=9
)


def make_values(rows):
    return pl.DataFrame(
        [
            (indicator, f"b{at:02}", float(value))
            for at, row in enumerate(rows)
            for indicator, value in zip(BOTH, row, strict=True)
        ],
        schema=["indicator", "body", "value"],
        orient="row",
    )


@given(st.lists(parts, min_size=1, max_size=9))
def test_a_sum_of_parts_lies_between_the_best_and_the_worst(rows):
    series = pl.DataFrame(
        [
            ("ae", f"b{at}", date(2016, 4, 1), float(n), float(d))
            for at, (n, d) in enumerate(rows)
        ],
        schema=["indicator", "body", "month", "numerator", "denominator"],
        orient="row",
    )
    (together,) = sum_series(series, BOTH, by=["month"])["value"]
    apart = sum_series(series, BOTH)["value"]
    assert apart.min() - 1e-9 <= together <= apart.max() + 1e-9
    above, below = (sum(each) for each in zip(*rows, strict=True))
    assert together == pytest.approx(100 * above / below)


@given(pairs, st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_no_score_and_no_rank(rows, random):
    values = make_values(rows)
    shuffled = list(range(values.height))
    random.shuffle(shuffled)
    weights = {"a": 1.0, "b": 2.0}
    one, other = (
        score_bodies(BOTH, each, weights) for each in (values, values[shuffled])
    )
    assert one["body"].to_list() == other["body"].to_list()
    assert one["score"].to_list() == pytest.approx(other["score"].to_list())
    ranked = rank_bodies(BOTH, values)
    assert ranked.equals(rank_bodies(BOTH, values[shuffled]))


@given(pairs, st.integers(1, 50), st.integers(-50, 50))
def test_units_change_no_score(rows, factor, shift):
    weights = {"a": 1.0, "b": 2.0}
    values = make_values(rows)
    other = values.with_columns(pl.col("value") * factor + shift)
    scores = [
        dict(score_bodies(BOTH, each, weights).select("body", "score").iter_rows())
        for each in (values, other)
    ]
    assert scores[0] == pytest.approx(scores[1])


@given(pairs)
def test_ranks_are_one_more_than_the_number_of_better_bodies(rows):
    ranked = rank_bodies(BOTH, make_values(rows))
    for row in ranked.iter_rows(named=True):
        peers = ranked.filter(indicator=row["indicator"])["value"]
        is_up = row["indicator"] == "ae"
        better = sum(v > row["value"] if is_up else v < row["value"] for v in peers)
        assert row["rank"] == better + 1
