"""Enough draws: whether more would change a printed digit."""

import numpy as np
import polars as pl
import pytest

from placeplan.plan.enough_draws import enough_draws, say_enough_draws
from placeplan.plan.spread import Spread


def _spread(*rows):
    columns = ("measure", "unit", "pod", "value", "mc_error")
    return pl.DataFrame(rows, columns, orient="row").with_columns(
        scenario=pl.lit("plan"), year=2030, staff_group=pl.lit(None, pl.String)
    )


def test_each_unit_is_held_to_what_is_printed_of_it():
    found = enough_draws(
        _spread(
            ("beds_needed", "beds", None, 812.0, 0.24),
            ("beds_needed", "beds", None, 812.0, 0.5),
            ("cost_pounds", "pounds", None, 4.5e9, 50_000.0),
            ("cost_pounds", "pounds", None, 4.5e9, 5.5e6),
            ("activity", "spells", "emergency_spell", 230_145.0, 200.0),
            ("activity", "births", "birth", 0.4, 0.01),
        ),
        256,
    )

    assert found.select("printed_to", "enough", "draws_needed", "holds_to").rows() == [
        (1.0, True, 236.0, 1.0),
        (1.0, False, 1024.0, 10.0),
        (100_000.0, False, 1024.0, 1_000_000.0),
        (100_000.0, False, 12_390_400.0, 100_000_000.0),
        (1000.0, True, 164.0, 1000.0),
        (1.0, True, 2.0, pytest.approx(0.1)),
    ]
    assert found["words"].to_list() == [
        "256 draws are enough to print whole beds.",
        "256 draws hold it to 10 beds; to print whole beds takes about 1,024 draws.",
        (
            "256 draws hold it to £1 million; to print £0.1 million takes about 1,024 "
            "draws."
        ),
        (
            "256 draws hold it to £100 million; to print £0.1 million takes more than "
            "the 10,000 draws that can be run."
        ),
        "256 draws are enough to print 1,000 spells.",
        "256 draws are enough to print whole births.",
    ]


def test_as_many_draws_as_are_asked_for_hold_the_digit():
    """With the draws that it names the mean of other draws moves by less than half."""
    rng = np.random.default_rng(2)
    first = Spread.from_draws(rng.normal(800, 4, (100, 1)))
    spread = _spread(("beds_needed", "beds", None, 800.0, float(first.mc_error[0])))
    needed = int(enough_draws(spread, 100)["draws_needed"][0])

    off = [rng.normal(800, 4, needed).mean() - 800 for _ in range(400)]
    assert np.mean(np.abs(off) < 0.5) == pytest.approx(0.954, abs=0.04)


def test_a_run_says_it_in_one_sentence():
    spread = _spread(
        ("beds_needed", "beds", None, 812.0, 0.5),
        ("cost_pounds", "pounds", None, 4.5e9, 5.5e6),
        ("activity", "births", "birth", 22_000.0, 10.0),
        ("activity", "spells", "day_case", 22_000.0, 90.0),
    )

    assert say_enough_draws(spread, 256) == (
        "256 draws are enough for every digit that is printed of 1 of the 4 totals of "
        "2030/31; beds needed holds to 10 beds (whole beds: about 1,024 draws); cost "
        "holds to £100 million (£0.1 million: more than the 10,000 draws that can be "
        "run)."
    )
