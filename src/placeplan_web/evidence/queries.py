"""Reads of plan folders and runs, each within what a reader may see."""

from datetime import date, datetime, time, timedelta

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, QuerySet
from django.utils import timezone

from placeplan_web.accounts.models import User
from placeplan_web.evidence.models import UNDER_WAY, Dataset, Run, RunState

Reader = User | AnonymousUser


def list_datasets(reader: Reader) -> QuerySet[Dataset]:
    """Plan folders that the reader may run or read, withdrawn ones left out."""
    kept = Dataset.objects.filter(withdrawn_at__isnull=True)
    return kept.filter(Q(is_example=True) | _is_near(reader)).select_related("owner")


def list_runs(reader: Reader, *, as_at: date | None = None) -> QuerySet[Run]:
    """Runs that the reader may see; with a date, only what was released by then."""
    runs = Run.objects.select_related("dataset", "owner")
    if as_at is not None:
        return runs.filter(released_at__lt=end_of_day(as_at))
    return runs.filter(Q(released_at__isnull=False) | _is_near(reader))


def find_current_run(*, as_at: date | None = None) -> Run | None:
    """The newest released run known on the date, or nothing."""
    released = Run.objects.filter(state=RunState.FINISHED, released_at__isnull=False)
    if as_at is not None:
        released = released.filter(released_at__lt=end_of_day(as_at))
    return released.select_related("dataset").order_by("-released_at", "-pk").first()


def find_run_under_way(owner: User) -> Run | None:
    """The one run that a user has waiting or running, or nothing."""
    return Run.objects.filter(owner=owner, state__in=UNDER_WAY).first()


def list_own_runs(owner: User) -> QuerySet[Run]:
    """Runs that a user asked for, the newest first."""
    return Run.objects.filter(owner=owner).select_related("dataset")


def count_recent_runs(owner: User, *, at: datetime) -> int:
    """Runs that a user asked for in the last day."""
    return Run.objects.filter(
        owner=owner, requested_at__gt=at - timedelta(days=1)
    ).count()


def end_of_day(day: date) -> datetime:
    """The moment at which a day is over, in the time zone of the pages."""
    tomorrow = datetime.combine(day + timedelta(days=1), time.min)
    return timezone.make_aware(tomorrow)


def _is_near(reader: Reader) -> Q:
    if not isinstance(reader, User):
        return Q(pk__in=())
    near = Q(owner=reader)
    if reader.organisation:
        near |= Q(organisation=reader.organisation)
    return near
