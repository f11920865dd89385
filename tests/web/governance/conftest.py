"""The example's governance, loaded once for the tests of a file that only read it."""

from pathlib import Path

import pytest
from django.db import transaction

from factories.programme_factory import BY, NOW
from placeplan_web.governance.operations.load import load_governance
from placeplan_web.places.operations import load_registry
from placeplan_web.programme.operations.load import load_programme

EXAMPLE = Path(__file__).parents[3] / "examples" / "kent-medway"


def load_example():
    """Load Kent and Medway's governance, after its places and its programme."""
    load_registry(folder=EXAMPLE, by=BY)
    load_programme(folder=EXAMPLE, by=BY, at=NOW)
    return load_governance(folder=EXAMPLE, by=BY, at=NOW)


@pytest.fixture(scope="module")
def _loaded_once(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        yield load_example()
        transaction.set_rollback(True)


@pytest.fixture
def loaded(_loaded_once, db):
    """Give the loading of Kent and Medway's governance.

    It is done once for a file, all of whose tests find it there; each gives back what
    it changed.
    """
    return _loaded_once


@pytest.fixture
def loaded_here(db):
    """The same for one test, in a file whose other tests begin with nothing."""
    return load_example()
