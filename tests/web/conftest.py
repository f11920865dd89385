"""What holds for every test of the web side.

Run with ``DJANGO_SETTINGS_MODULE=placeplan_web.config.settings``; SQLite in memory by
default, PostgreSQL when ``PLACEPLAN_DATABASE_URL`` says so (see
``tools/with_postgres.py``).
"""

import pytest
from django.core.cache import caches

from clear_audit import _tests_may_clear_the_audit  # noqa: F401 - used by its presence


@pytest.fixture(autouse=True)
def _own_files(settings, tmp_path):
    """Give each test a folder of its own for what the pages write."""
    settings.MEDIA_ROOT = tmp_path / "media"
    caches["memory"].clear()


@pytest.fixture(autouse=True)
def _quick_passwords(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
