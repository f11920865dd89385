"""What holds for every test of the web side.

Run with ``DJANGO_SETTINGS_MODULE=placeplan_web.config.settings``; SQLite in memory by
default, PostgreSQL when ``PLACEPLAN_DATABASE_URL`` says so (see
``tools/with_postgres.py``).
"""

import pytest
from django.core.cache import caches

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
