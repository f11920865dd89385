from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate


class GovernanceConfig(AppConfig):
    name = "placeplan_web.governance"
    label = "governance"

    def ready(self) -> None:
        post_migrate.connect(guard_governance, sender=self)
        follow_the_programme()


def follow_the_programme() -> None:
    """Lay risks before groups as they cross, and tell what is due from posts."""
    from placeplan_web.governance.operations.escalation import follow_crossing
    from placeplan_web.governance.queries.due import find_actions
    from placeplan_web.programme.operations.risk import add_follower
    from placeplan_web.programme.queries.duty import add_source

    add_follower(follow_crossing)
    add_source(find_actions)


def guard_governance(using: str = "default", **_: Any) -> None:
    """Let the database hold what no constraint can: agreed minutes, one at a time."""
    from placeplan_web.governance.triggers import create_triggers  # apps are loaded now

    create_triggers(connections[using])
