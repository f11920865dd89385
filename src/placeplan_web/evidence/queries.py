"""Reads of plan folders and runs, each within what a reader may see."""

from datetime import date, datetime, time, timedelta

from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, OuterRef, Q, QuerySet, Sum
from django.utils import timezone

from placeplan_web.accounts.models import User
from placeplan_web.evidence.models import UNDER_WAY, Dataset, Run, RunState

Reader = User | AnonymousUser
RELEASED = "released"
"""A state to look for beside those of `RunState`."""


def list_datasets(reader: Reader) -> QuerySet[Dataset]:
    """Plan folders that the reader may read and run, withdrawn ones left out."""
    kept = Dataset.objects.filter(withdrawn_at__isnull=True)
    released = Run.objects.filter(dataset=OuterRef("pk"), released_at__isnull=False)
    is_open = Q(is_example=True) | Exists(released)
    return kept.filter(is_open | _is_near(reader)).select_related("owner")


def list_runs(reader: Reader, *, as_at: date | None = None) -> QuerySet[Run]:
    """Runs that the reader may see; with a date, only what was released by then."""
    runs = Run.objects.select_related("dataset", "owner")
    if as_at is not None:
        return runs.filter(released_at__lt=end_of_day(as_at))
    return runs.filter(Q(released_at__isnull=False) | _is_near(reader))


def narrow_runs(runs: QuerySet[Run], *, text: str, state: str) -> QuerySet[Run]:
    """Keep the runs whose plan has the words in its title, and those of a state.

    A state is one of `RunState`, or ``released``; empty words and states keep all.
    """
    if text:
        runs = runs.filter(dataset__title__icontains=text)
    if state == RELEASED:
        return runs.filter(released_at__isnull=False)
    return runs.filter(state=state) if state in RunState.values else runs


def find_current_run(*, as_at: date | None = None) -> Run | None:
    """The newest released run known on the date, or nothing.

    Where there is an example, it is a run of it, or one that staff released of the same
    plan: nobody else puts a run of their own on the front page.
    """
    released = Run.objects.filter(state=RunState.FINISHED, released_at__isnull=False)
    if as_at is not None:
        released = released.filter(released_at__lt=end_of_day(as_at))
    examples = Dataset.objects.filter(is_example=True)
    same_plan = Q(dataset__plan__in=examples.values("plan"))
    ours = (
        Q(dataset__is_example=True)
        | same_plan & Q(owner__is_staff=True)
        | ~Exists(examples)
    )
    found = released.filter(ours).select_related("dataset")
    return found.order_by("-released_at", "-pk").first()


def is_known(run: Run, as_at: date | None) -> bool:
    """Whether a run had been released by the day; any run is known today."""
    if as_at is None:
        return True
    return run.released_at is not None and run.released_at < end_of_day(as_at)


def find_run_under_way(owner: User) -> Run | None:
    """The one run that a user has waiting or running, or nothing."""
    return Run.objects.filter(owner=owner, state__in=UNDER_WAY).first()


def list_own_runs(owner: User) -> QuerySet[Run]:
    """Runs that a user asked for, the newest first."""
    return Run.objects.filter(owner=owner).select_related("dataset")


def count_recent_runs(owner: User, *, at: datetime) -> int:
    """How often a user asked for a run in the last day, or asked for one again."""
    recent = Run.objects.filter(owner=owner, requested_at__gt=at - timedelta(days=1))
    return recent.aggregate(times=Sum("times_asked"))["times"] or 0


def count_datasets(owner: User) -> int:
    """How many plan folders a user keeps here."""
    return Dataset.objects.filter(owner=owner, withdrawn_at__isnull=True).count()


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
