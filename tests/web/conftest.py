"""What holds for every test of the web side.

Run with ``DJANGO_SETTINGS_MODULE=placeplan_web.config.settings``; SQLite in memory by
default, PostgreSQL when ``PLACEPLAN_DATABASE_URL`` says so (see
``tools/with_postgres.py``).
"""

import pytest
from django.core.cache import caches
from django.db import connection, connections

from clear_audit import _tests_may_clear_the_audit  # noqa: F401 - used by its presence


@pytest.fixture(autouse=True)
def _own_files(settings, tmp_path_factory):
    """Give each test a folder of its own for what the pages write."""
    home = tmp_path_factory.mktemp("home")
    settings.MEDIA_ROOT = home / "media"
    settings.STATIC_ROOT = home / "static"  # nothing collected, so plain names
    settings.STATIC_ROOT.mkdir()
    caches["memory"].clear()


@pytest.fixture(autouse=True)
def _quick_passwords(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


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
