"""Programmes that a reader may read, with how many milestones each has."""

from datetime import date
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from placeplan_web.programme.models import Programme, ProgrammeRole
from placeplan_web.programme.rules import list_posts


def list_readable(reader: Any, today: date) -> QuerySet[Programme]:
    """Give the programmes that are open, or in which the reader has a part today."""
    roles = ProgrammeRole.objects.filter(
        Q(ends_on=None) | Q(ends_on__gte=today),
        programme=OuterRef("pk"),
        post__in=list_posts(reader, today),
        starts_on__lte=today,
    )
    kept = Programme.objects.filter(withdrawn_at=None)
    return kept.filter(Q(is_open=True) | Exists(roles))


def count_milestones(programmes: QuerySet[Programme], day: date) -> QuerySet[Programme]:
    """Count milestones: all, those reached by the day, and those late on it."""
    used = Q(milestones__withdrawn_at=None)
    reached = Q(milestones__finished_on__lte=day)
    overdue = Q(milestones__baseline_ends_on__lt=day)
    return programmes.annotate(
        milestone_count=Count("milestones", filter=used),
        reached_count=Count("milestones", filter=used & reached),
        late_count=Count("milestones", filter=used & overdue & ~reached),
    )
