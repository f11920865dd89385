"""People, records and a database to share, which tests of evidence need often."""

import pytest
from django.db import connection, connections

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


@pytest.fixture
def shared_database(transactional_db, tmp_path):
    """Let threads and other programs see the records of the test; give the address.

    PostgreSQL's database is there for all. SQLite's is in memory, and for this test
    moves into a file.
    """
    if connection.vendor == "postgresql":
        at = connection.settings_dict
        port, host = at["PORT"], at["HOST"]
        yield f"postgresql://{at['USER']}:{at['PASSWORD']}@{host}:{port}/{at['NAME']}"
        return
    path, before = tmp_path / "shared.sqlite3", connections.settings["default"]
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(path)])
    in_memory = connections["default"]
    connections.settings["default"] = {**before, "NAME": str(path)}
    connections["default"] = connections.create_connection("default")
    yield f"sqlite:///{path}"
    connections["default"].close()
    connections.settings["default"] = before
    connections["default"] = in_memory
