"""A tiny registry, loaded."""

import pytest

from factories.places_factory import write_folder
from placeplan_web.places.operations import load_registry


@pytest.fixture
def tiny(db, tmp_path):
    """Load the tiny system, in which ccg-mill sits in two footprints of a set."""
    return load_registry(folder=write_folder(tmp_path / "tiny"), by="command")
