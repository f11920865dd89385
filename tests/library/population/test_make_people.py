"""The script that made the example's people makes them again, byte for byte."""

import sys
from pathlib import Path

import numpy as np
import pytest

import make_people
from library.official_files import NOT_HERE, SHARED
from people_codes import HOME_DISTRICTS
from people_network import fit_cells
from people_official import _open_share

EXAMPLE = Path(__file__).parents[3] / "examples/kent-medway/people"


@pytest.mark.real_files
@pytest.mark.skipif(not SHARED.exists(), reason=NOT_HERE)
def test_the_tables_are_what_the_script_makes(tmp_path, monkeypatch):
    arguments = ["make_people", "--official", str(SHARED), "--out", str(tmp_path)]
    monkeypatch.setattr(sys, "argv", arguments)

    make_people.main()

    made = {path.name: path.read_bytes() for path in (tmp_path / "people").iterdir()}
    kept = {path.name: path.read_bytes() for path in EXAMPLE.iterdir()}
    assert made.keys() == kept.keys()
    assert [name for name in made if made[name] != kept[name]] == []


def test_cells_are_fitted_to_both_margins():
    cells = fit_cells(
        np.array([[1.0, 0.05], [1.0, 0.05], [0.05, 1.0]]),
        np.array([30.0, 20.0, 50.0]),
        np.array([60.0, 40.0]),
    )
    assert cells.sum(axis=1) == pytest.approx([30, 20, 50])
    assert cells.sum(axis=0) == pytest.approx([60, 40])
    assert cells[0, 0] / cells[1, 0] == pytest.approx(1.5)  # like lists, like lean


def test_the_oldest_ages_weigh_by_who_is_alive():
    # Of 100 people 50 die in the first year and 50 in the second: 100 of 150 years.
    assert _open_share([0.5, 1.0]) == pytest.approx(100 / 150, abs=1e-9)


def test_thirteen_districts_have_homes():
    assert len(HOME_DISTRICTS) == 13
    assert all(codes.split() for codes in HOME_DISTRICTS.values())
