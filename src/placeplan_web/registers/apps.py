from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate


class RegistersConfig(AppConfig):
    name = "placeplan_web.registers"
    label = "registers"

    def ready(self) -> None:
        post_migrate.connect(guard_rows, sender=self)


def guard_rows(using: str = "default", **_: Any) -> None:
    """Let the database refuse changes to what is only ever added."""
    from placeplan_web.registers.triggers import create_triggers  # apps are loaded now

    create_triggers(connections[using])
