"""The words of ``placeplan daily``: what time alone brings, once a day."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Final

import typer
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from placeplan_web.config.actor import COMMAND
from placeplan_web.governance.operations.daily import (
    carry_items_to_next_agendas,
    carry_to_next_agendas,
)
from placeplan_web.governance.operations.escalation import (
    place_on_next_agendas,
    raise_escalations,
)
from placeplan_web.programme.operations.daily import (
    follow_assumptions,
    refresh_deliveries,
)


def _follow(at: datetime) -> int:
    day = timezone.localdate(at)
    return len(follow_assumptions(by=COMMAND, as_at=day, at=at))


def _refresh(at: datetime) -> int:
    day = timezone.localdate(at)
    return len(refresh_deliveries(by=COMMAND, as_at=day, at=at))


def _raise(at: datetime) -> int:
    return len(raise_escalations(by=COMMAND, at=at))


def _place(at: datetime) -> int:
    return len(place_on_next_agendas(by=COMMAND, at=at))


def _carry(at: datetime) -> int:
    return len(carry_to_next_agendas(by=COMMAND, at=at))


def _carry_items(at: datetime) -> int:
    return len(carry_items_to_next_agendas(by=COMMAND, at=at))


STEPS: Final[Mapping[str, Callable[[datetime], int]]] = {
    "Higher scores proposed, where an assumption failed or is overdue": _follow,
    "Deliveries of planned solutions proposed anew, after slips": _refresh,
    "Risks laid before groups": _raise,
    "Risks put on the next agenda": _place,
    "Actions carried to the next agenda": _carry,
    "Unfinished items carried to the next agenda": _carry_items,
}
"""What is done, in order: a step may bring work for those after it."""


def bring_up_to_date() -> int:
    """Do what the day brings, each step whole or not at all; give the exit code."""
    now, failed = timezone.now(), 0
    for words, step in STEPS.items():
        try:
            with transaction.atomic():
                done = step(now)
        except ValidationError as error:
            typer.echo(f"{words}: not done. {' '.join(error.messages)}", err=True)
            failed += 1
        else:
            typer.echo(f"{words}: {done}")
    return 1 if failed else 0
