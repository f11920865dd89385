"""Risks laid before groups, and how long each has waited to be discussed."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q

from placeplan.governance.escalation import EscalationAge, EscalationItem, find_ages
from placeplan_web.governance.models import Escalation, Group


def list_open(group: Group | None = None) -> list[Escalation]:
    """Give escalations that wait: before one group, or before any, the oldest first."""
    rows = Escalation.objects.filter(
        discussed_on=None, stood_down_on=None, withdrawn_at=None
    )
    if group is not None:
        rows = rows.filter(group=group)
    return list(rows.select_related("risk__current_score", "group", "item__meeting"))


def list_ages(
    escalations: Iterable[Escalation], as_at: date
) -> list[tuple[Escalation, EscalationAge]]:
    """Give how long each escalation has waited by a day, those unheard first."""
    found = []
    for each in escalations:
        item = read_item(each)
        heard = {}
        if each.discussed_on is not None and each.discussed_on <= as_at:
            heard = {item: each.discussed_on}
        found += [(each, age) for age in find_ages([item], heard, as_at)]
    return sorted(
        found, key=lambda one: (one[1].discussed_on is not None, -one[1].days)
    )


def list_laid(
    day: date, readable: Q | None = None
) -> list[tuple[Escalation, EscalationAge]]:
    """Give every risk laid before a group by a day, with its age. One question."""
    rows = Escalation.objects.filter(raised_on__lte=day, withdrawn_at=None)
    if readable is not None:
        rows = rows.filter(group__in=Group.objects.filter(readable))
    known = rows.select_related(
        "risk__programme",
        "group",
        "item__meeting__group",
        "item__meeting__part",
        "crossing__score",
    )
    return list_ages(known, day)


def read_item(escalation: Escalation) -> EscalationItem:
    return EscalationItem(
        escalation.risk.reference, escalation.group.name, escalation.raised_on
    )
