"""The example's governance, loaded once for the tests of a file that only read it."""

from pathlib import Path

import pytest

from factories.programme_factory import BY, NOW
from placeplan_web.governance.operations.load import load_governance
from placeplan_web.places.operations import load_registry
from placeplan_web.programme.operations.load import load_programme

EXAMPLE = Path(__file__).parents[3] / "examples" / "kent-medway"


@pytest.fixture
def loaded(db):
    """Give the loading of Kent and Medway's governance, after places and programme."""
    load_registry(folder=EXAMPLE, by=BY)
    load_programme(folder=EXAMPLE, by=BY, at=NOW)
    return load_governance(folder=EXAMPLE, by=BY, at=NOW)
