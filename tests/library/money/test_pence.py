"""Pounds become whole pence once, and the same way everywhere."""

import polars as pl
import pytest

from placeplan.money import Pence, to_pence, to_pounds
from placeplan.money.pence import to_pence_column, to_pounds_column

AMOUNTS = [
    (-23_500_000.0, -2_350_000_000),
    (0.0, 0),
    (0.005, 0),
    (0.015, 2),
    (1.1, 110),
]


@pytest.mark.parametrize(("pounds", "pence"), AMOUNTS)
def test_pounds_round_to_the_nearest_penny(pounds, pence):
    assert to_pence(pounds) == pence


def test_a_column_rounds_as_a_single_amount_does():
    frame = pl.DataFrame({"pounds": [pounds for pounds, _ in AMOUNTS]})

    found = frame.select(to_pence_column(pl.col("pounds"))).to_series()

    assert found.to_list() == [pence for _, pence in AMOUNTS]
    assert found.dtype == pl.Int64


def test_pence_are_said_as_pounds():
    frame = pl.DataFrame({"pence": [-2_350_000_001]})

    found = frame.select(to_pounds_column(pl.col("pence"))).item()

    assert to_pounds(Pence(-2_350_000_001)) == found == -23_500_000.01
