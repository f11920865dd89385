"""Pounds become whole pence once, the same way everywhere, and units never mix."""

import operator
from decimal import Decimal

import polars as pl
import pytest

from placeplan.money import (
    Pence,
    Pounds,
    PoundsMillion,
    check_pence,
    to_pence,
    to_pounds,
    to_pounds_million,
)
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
    assert to_pence(Pounds.read(pounds)) == pence


def test_a_column_rounds_as_a_single_amount_does():
    frame = pl.DataFrame({"pounds": [pounds for pounds, _ in AMOUNTS]})

    found = frame.select(to_pence_column(pl.col("pounds"))).to_series()

    assert found.to_list() == [pence for _, pence in AMOUNTS]
    assert found.dtype == pl.Int64


def test_pence_are_said_as_pounds():
    frame = pl.DataFrame({"pence": [-2_350_000_001]})

    found = frame.select(to_pounds_column(pl.col("pence"))).item()

    assert found == -23_500_000.01
    assert to_pounds(Pence(-2_350_000_001)) == Pounds(Decimal("-23500000.01"))


def test_outturn_of_2015_16_in_each_unit():
    """£121.2 million short at providers, from the papers."""
    short = PoundsMillion.read(-121.2)

    assert to_pence(short) == -12_120_000_000
    assert to_pounds(Pence(-12_120_000_000)) == Pounds.read(-121_200_000)
    assert to_pounds_million(Pence(-12_120_000_000)) == short


def test_amounts_of_one_unit_add_up_and_compare():
    assert Pounds.read("10.50") + Pounds.read("0.25") == Pounds.read("10.75")
    assert Pounds.read("10.50") - Pounds.read("0.25") == Pounds.read("10.25")
    assert -PoundsMillion.read(3) == PoundsMillion.read(-3) < PoundsMillion.read(2)


@pytest.mark.parametrize("sign", [operator.add, operator.sub, operator.lt])
@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Pounds.read(1), PoundsMillion.read(1)),
        (PoundsMillion.read(1), Pounds.read(1)),
        (Pounds.read(1), Pence(1)),
        (Pence(1), Pounds.read(1)),
        (PoundsMillion.read(1), Pence(1)),
        (Pounds.read(1), 1.0),
    ],
)
def test_units_do_not_mix(one, other, sign):
    assert one != other
    with pytest.raises(TypeError):
        sign(one, other)


@pytest.mark.parametrize("bare", [1, 1.5, Decimal("1.5"), "1.5", Pence(150), None])
def test_a_bare_number_has_no_unit(bare):
    with pytest.raises(TypeError, match="expected Pounds or PoundsMillion"):
        to_pence(bare)


@pytest.mark.parametrize("bare", [1, 1.5, "1.5", None])
def test_pounds_are_read_and_not_just_called_so(bare):
    with pytest.raises(TypeError, match=r"Pounds takes a Decimal, not .*: use read"):
        Pounds(bare)


@pytest.mark.parametrize(
    "words",
    [
        "ten",
        "",
        "1,000",
        "1_000",
        " 5",
        "1e3",
        "٥",
        "nan",
        "inf",
        "1e17",
        True,
        float("nan"),
    ],
)
def test_what_is_no_amount_is_refused(words):
    with pytest.raises(ValueError, match="amount"):
        Pounds.read(words)


@pytest.mark.parametrize("amount", [1.0, True, "1", Pounds.read(1), Decimal(1)])
def test_who_asks_for_pence_refuses_all_else(amount):
    for ask in (check_pence, to_pounds, to_pounds_million):
        with pytest.raises(TypeError, match="expected whole pence"):
            ask(amount)
