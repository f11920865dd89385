"""Records of a programme as they were known on a day."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from placeplan_web.evidence.queries import end_of_day
from placeplan_web.places.queries import list_sources
from placeplan_web.programme.models import Programme
from placeplan_web.registers.models import RecordStatus


def list_known(
    model: Any, programme: Programme, as_at: date | None, papers: Mapping[str, date]
) -> list[Any]:
    """Give the records of a programme that are in use, as known now or on a past day.

    What was entered here is known from the day on which it was; what a paper says from
    the day of the paper, though somebody loaded it later. One query.
    """
    if as_at is None:
        return list(model.objects.filter(programme=programme, withdrawn_at=None))
    known: dict[int, Any] = {}
    moment = end_of_day(as_at)
    for version in model.history.filter(programme=programme).order_by("version"):
        first = version.id not in known
        if version.history_date < moment or (first and _is_out(version, as_at, papers)):
            known[version.id] = version
    records = [version.instance for version in known.values()]
    kept = [record for record in records if record.withdrawn_at is None]
    order = [name.removeprefix("-") for name in model._meta.ordering]
    return sorted(kept, key=lambda each: tuple(getattr(each, n) for n in order))


def list_papers(as_at: date | None) -> Mapping[str, date]:
    """Give the day of each source; not needed, and not read, for today."""
    if as_at is None:
        return {}
    return {slug: source.dated for slug, source in list_sources().items()}


def _is_out(version: Any, as_at: date, papers: Mapping[str, date]) -> bool:
    """Tell whether the paper was out; one that nobody dated is taken to be."""
    if version.status == RecordStatus.RECORDED:
        return False
    return papers.get(version.source, date.min) <= as_at
