"""The example's tables are what the scripts make of the official files."""

import sys

import pytest

import make_activity
import make_capacity
from library.official_files import NOT_HERE, SHARED

EXAMPLE = make_activity.FIGURES.parents[1] / "examples/kent-medway"


@pytest.mark.real_files
@pytest.mark.skipif(not SHARED.exists(), reason=NOT_HERE)
def test_the_scripts_write_what_is_committed(tmp_path, monkeypatch, capsys):
    asked = ["script", "--official", str(SHARED), "--out", str(tmp_path)]
    monkeypatch.setattr(sys, "argv", asked)
    make_activity.main()
    make_capacity.main()
    written = sorted(path.relative_to(tmp_path) for path in tmp_path.rglob("*.csv"))
    assert len(written) == 9
    for path in written:
        assert (tmp_path / path).read_bytes() == (EXAMPLE / path).read_bytes(), path
