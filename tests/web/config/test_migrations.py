"""The records are what the migrations made of them, one line of migrations a room."""

from io import StringIO

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader

pytestmark = pytest.mark.django_db


def test_no_change_of_a_model_lacks_its_migration():
    out = StringIO()

    call_command("makemigrations", check_changes=True, dry_run=True, stdout=out)

    assert out.getvalue() == "No changes detected\n"


def test_each_room_has_one_line_of_migrations():
    loader = MigrationLoader(connection)

    for room in settings.ROOMS:
        label = room.rsplit(".", maxsplit=1)[-1]
        if label in loader.migrated_apps:
            assert len(loader.graph.leaf_nodes(label)) == 1, label


def test_checks_of_the_framework_find_nothing():
    out = StringIO()

    call_command("check", stdout=out, fail_level="WARNING")

    assert out.getvalue() == "System check identified no issues (0 silenced).\n"
