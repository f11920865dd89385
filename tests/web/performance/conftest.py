"""Performance of a tiny system, loaded with its registry."""

from datetime import UTC, datetime

import pytest

from factories.performance_factory import write_performance
from factories.plan_folder import write_plan_folder
from placeplan_web.performance.operations import load_performance
from placeplan_web.places.operations import load_registry

NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


@pytest.fixture
def tables(db, tmp_path):
    folder = write_performance(write_plan_folder(tmp_path / "plan"))
    load_registry(folder=folder, by="command")
    return load_performance(folder=folder, by="command", at=NOON)
