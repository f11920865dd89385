"""Many futures at once are what each of them is alone."""

import numpy as np
import pytest

from placeplan.demand.many_futures import BLOCK_ROWS, project_many


def _make(draws=7, years=4, cells=5, pods=3, kind=np.float64):
    rng = np.random.default_rng(6)
    people = rng.random((draws, years, cells)).astype(kind)
    use = rng.random((cells, pods)).astype(kind)
    return people, use, rng.random((draws, years, pods))


def test_every_future_is_that_of_its_own_people_and_growth():
    people, use, index = _make()

    found = project_many(people, use, index)
    for draw, year, pod in np.ndindex(found.shape):
        slow = sum(
            float(people[draw, year, cell]) * float(use[cell, pod])
            for cell in range(len(use))
        )
        assert found[draw, year, pod] == pytest.approx(slow * index[draw, year, pod])


def test_blocks_leave_no_seam():
    people, use, index = _make(draws=BLOCK_ROWS // 4 + 3)

    whole = (people @ use) * index
    assert project_many(people, use, index) == pytest.approx(whole)


def test_single_precision_holds_six_digits():
    people, use, index = _make(cells=2000, kind=np.float32)

    exact = project_many(people.astype(float), use.astype(float), index)
    assert project_many(people, use, index) == pytest.approx(exact, rel=1e-6)


def test_shapes_that_do_not_fit_are_refused():
    people, use, index = _make()

    with pytest.raises(ValueError, match="do not fit"):
        project_many(people, use, index[:, 1:])
