"""Records as they were known on a past day, from the versions of their history.

What was entered here is known from the moment at which it was. What a paper says is
known from the day of the paper, though somebody loaded it later: so the first version
of a record that names a paper stands as soon as the paper was out.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.core.exceptions import FieldError
from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from placeplan_web.registers.kind import RegisterKind
from placeplan_web.registers.models import RecordStatus


@dataclass(frozen=True, slots=True)
class PastDay:
    """A day of the past, and the sources that were not out yet when it ended."""

    day: date
    late_sources: Collection[str] = ()

    @property
    def moment(self) -> datetime:
        """When the day is over, in the time zone of the pages."""
        tomorrow = datetime.combine(self.day + timedelta(days=1), time.min)
        return timezone.make_aware(tomorrow)

    @property
    def condition(self) -> Q:
        """What holds for a version that was known."""
        is_first_of_paper = Q(version=1) & ~Q(status=RecordStatus.RECORDED)
        return Q(history_date__lt=self.moment) | (
            is_first_of_paper & ~Q(source__in=self.late_sources)
        )


def list_known(kind: RegisterKind, scope: Any, past: PastDay) -> QuerySet[Any]:
    """Give the version of each record that was the newest known on a day."""
    history: Any = kind.model.history
    newest = history.filter(past.condition, id=OuterRef("id")).order_by("-version")
    known = history.filter(
        kind.narrow_versions(scope), version=Subquery(newest.values("version")[:1])
    )
    records: QuerySet[Any] = known.select_related(*kind.related)
    return records


def list_records_known(model: Any, past: PastDay, **narrow: Any) -> list[Any]:
    """Give the records of a model that were in use, as they were known. One query."""
    known: dict[int, Any] = {}
    versions = model.history.filter(past.condition, **narrow)
    for version in versions.order_by("version"):
        known[version.id] = version
    records = [as_record(version) for version in known.values()]
    kept = [record for record in records if record.withdrawn_at is None]
    return sorted(kept, key=_read_order)


def _read_order(record: Any) -> tuple[Any, ...]:
    """Give what a record is sorted by; what is not known comes first."""
    values = (getattr(record, name.lstrip("-")) for name in record._meta.ordering)
    return tuple((value is not None, value) for value in values)


def list_versions_known(versions: Iterable[Any], past: PastDay) -> list[Any]:
    """Give those of the versions of a record that were known."""
    return [each for each in versions if is_known(each, past)]


def is_known(version: Any, past: PastDay) -> bool:
    """Say of one version what `PastDay.condition` asks of the database."""
    is_first_of_paper = version.version == 1 and version.status != RecordStatus.RECORDED
    is_out = is_first_of_paper and version.source not in past.late_sources
    return version.history_date < past.moment or is_out


def narrow_known(
    kind: RegisterKind, versions: QuerySet[Any], condition: Q
) -> QuerySet[Any]:
    """Narrow versions; by ties of today where the history keeps none."""
    try:
        return versions.filter(condition)
    except FieldError:
        records = kind.model._default_manager.filter(condition)
        return versions.filter(id__in=records.values("pk"))


def as_record(version: Any) -> Any:
    """Give a version as the record that it was; what was read along stays read."""
    record = version.instance
    record._state.fields_cache.update(version._state.fields_cache)
    return record
