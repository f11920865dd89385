"""What a spreadsheet would run is found, and numbers stay numbers."""

import polars as pl
import pytest

from placeplan.tables import neutralise_formula
from placeplan.tables.formula import find_formulas, is_formula

CELLS = {
    "=1+1": True,
    "+44 20": True,
    "-": True,
    "--1": True,
    "-1-1": True,
    "@x": True,
    " =1": True,
    "\n=1": True,
    "-1\n": True,
    "-103.0": False,
    "-.5": False,
    "-1e-5": False,
    "": False,
    "Ashford": False,
    "a=1": False,
}


@pytest.mark.parametrize(("cell", "runs"), CELLS.items())
def test_one_cell_and_a_column_agree(cell, runs):
    assert is_formula(cell) is runs
    assert find_formulas(pl.Series([cell])).to_list() == [runs]
    assert neutralise_formula(cell) == (f"'{cell}" if runs else cell)
