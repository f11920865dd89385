"""Laws of sharing out pence, for any amount and any weights."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from placeplan.money.pence import Pence
from placeplan.money.share import share_out

AMOUNTS = st.integers(min_value=-(10**12), max_value=10**12).map(Pence)
WEIGHTS = st.dictionaries(
    st.text("abcdef", min_size=1, max_size=3),
    st.integers(min_value=0, max_value=10**6) | st.fractions(0, 5, max_denominator=97),
    min_size=1,
    max_size=8,
).filter(lambda weights: any(weights.values()))


@given(AMOUNTS, WEIGHTS)
def test_parts_are_the_whole_and_each_within_a_penny(total, weights):
    parts = share_out(total, weights)

    whole = sum(map(Fraction, weights.values()))
    assert sum(parts.values()) == total
    assert list(parts) == list(weights)
    for key, pence in parts.items():
        assert abs(pence - total * Fraction(weights[key]) / whole) < 1


@given(AMOUNTS, WEIGHTS, st.randoms(use_true_random=False))
def test_order_never_matters(total, weights, chance):
    mixed = list(weights.items())
    chance.shuffle(mixed)

    assert share_out(total, dict(mixed)) == share_out(total, weights)


@given(AMOUNTS, WEIGHTS)
def test_who_weighs_more_never_gets_less(total, weights):
    parts = share_out(abs(total), weights)

    ranked = sorted(weights, key=lambda key: (Fraction(weights[key]), parts[key]))
    amounts = [parts[key] for key in ranked]
    assert amounts == sorted(amounts)
