"""People, records and a database to share, which tests of evidence need often."""

import pytest

from factories.account_factory import UserFactory
from factories.run_factory import add_dataset, add_released_run, make_folders


@pytest.fixture
def owner(db):
    return UserFactory(username="owner", organisation="km-stp")


@pytest.fixture
def colleague(db):
    return UserFactory(username="colleague", organisation="km-stp")


@pytest.fixture
def stranger(db):
    return UserFactory(username="stranger", organisation="ekhuft")


@pytest.fixture
def example(db):
    """Give the tiny plan as the example that everyone may read and run."""
    return add_dataset(title="The system")


@pytest.fixture
def released(db, settings):
    """Give a released run of the example, whose pages stay drawn between tests."""
    settings.MEDIA_ROOT, _, _ = make_folders()
    example = add_dataset(title="The system", folder="datasets/tiny")
    return add_released_run(example, folder="runs/tiny")
