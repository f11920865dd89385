from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate


class GovernanceConfig(AppConfig):
    name = "placeplan_web.governance"
    label = "governance"

    def ready(self) -> None:
        post_migrate.connect(guard_governance, sender=self)


def guard_governance(using: str = "default", **_: Any) -> None:
    """Let the database hold what no constraint can: agreed minutes, one at a time."""
    from placeplan_web.governance.triggers import create_triggers  # apps are loaded now

    create_triggers(connections[using])
