"""Batches of effects change nothing: what they take is what one after another takes."""

import numpy as np
import pytest

from placeplan.demand.change import Work, apply_effects
from placeplan.demand.coded_rows import CodedRows
from placeplan.demand.effect_batch import list_batches
from placeplan.demand.thinning import Drawn, Thin, take_expected

# Effects 0 and 1 never meet; 2 meets both; 3 acts nowhere; 4 begins in the second year.
ACTS = np.array(
    [
        [True, False, True, False, False],
        [True, False, False, False, True],
        [False, True, True, False, False],
        [False, True, False, False, True],
        [False, False, False, False, False],
    ]
)
SHARES = np.array(
    [[0.25, 0.5], [0.125, 0.375], [0.5, 0.0625], [0.75, 0.75], [0.0, 0.625]]
)
COUNTS = np.array([[40.0, 24], [16, 8], [72, 56], [12, 20], [7, 9]])
LINE = np.array([0, 0, 1, 2, 2])
STAY = np.array([2, 5, 3, 0, 4])


def _work() -> Work:
    rows = CodedRows(LINE, STAY, ACTS, COUNTS)
    return Work(rows, ("avoidance",) * 5, SHARES > 0, (), 3)


def test_a_batch_ends_where_an_effect_meets_another() -> None:
    batches = list_batches(_work().rows, range(5))
    assert [batch.effects for batch in batches] == [(0, 1), (2, 3, 4)]


@pytest.mark.parametrize("drawn", [False, True])
def test_batches_take_what_effects_take_one_after_another(*, drawn: bool) -> None:
    def thin() -> Thin:
        return Drawn(np.random.default_rng(7)) if drawn else take_expected

    entries = apply_effects(_work(), COUNTS, SHARES, thin())
    left, each = COUNTS.copy(), thin()
    for effect, entry in enumerate(entries):
        units, nights = np.zeros((3, 2)), np.zeros((3, 2))
        for row in np.flatnonzero(ACTS[:, effect]):
            for year in range(2):
                share = SHARES[effect, [year]]
                taken = float(each(left[row, [year]], share)[0])
                left[row, year] -= taken
                units[LINE[row], year] += taken
                nights[LINE[row], year] += taken * STAY[row]
        assert entry.effect == effect
        assert entry.lines.tolist() == sorted(set(LINE[ACTS[:, effect]].tolist()))
        assert entry.units.tolist() == units[entry.lines].tolist()
        assert entry.bed_days.tolist() == nights[entry.lines].tolist()


def test_effects_left_out_take_nothing_and_are_not_told() -> None:
    begun = SHARES > 0
    begun[[0, 2]] = False
    entries = apply_effects(_work(), COUNTS, SHARES, take_expected, begun)
    assert [entry.effect for entry in entries] == [1, 3, 4]
    assert entries[2].units.tolist() == [[0.0, 5.0], [0.0, 7.8125]]
