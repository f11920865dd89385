"""The example's programme, loaded once for the tests of a file that only read it."""

from pathlib import Path

import pytest

from factories.programme_factory import BY, NOW
from placeplan_web.programme.operations.load import load_programme

EXAMPLE = Path(__file__).parents[3] / "examples" / "kent-medway"


@pytest.fixture
def loaded(db):
    """Give the loading of Kent and Medway's programme."""
    return load_programme(folder=EXAMPLE, by=BY, at=NOW)
