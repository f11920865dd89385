"""Begin: load Django, and bring the database and the static files up to date."""

import os
from io import StringIO

import django
from django.core.management import call_command


def begin() -> None:
    """Load the settings and the rooms; commands call this before anything else."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "placeplan_web.config.settings")
    django.setup()


def prepare() -> None:
    """Bring the database up to date and collect the static files; quick when done."""
    call_command("check", stdout=StringIO())
    call_command("migrate", verbosity=0, interactive=False)
    call_command("createcachetable", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
