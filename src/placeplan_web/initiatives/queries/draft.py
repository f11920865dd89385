"""Reads of drafts, and what a draft says as the tables of a plan folder."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db.models import Count, Q, QuerySet

from placeplan.demand.initiative_inputs import INITIATIVES
from placeplan_web.accounts.models import User
from placeplan_web.evidence.models import Dataset
from placeplan_web.evidence.shelf import get_plan
from placeplan_web.initiatives.models import Draft, Initiative
from placeplan_web.initiatives.queries.table import (
    OWNER,
    PARTS,
    Row,
    Tables,
    list_rows,
    write_value,
)
from placeplan_web.places.queries import list_sources
from placeplan_web.registers.known import PastDay, list_records_known

Reader = User | AnonymousUser


def list_drafts(reader: Reader) -> QuerySet[Draft]:
    """Give the drafts that a reader may read."""
    near = Q(owner__isnull=True)
    if isinstance(reader, User):
        near |= Q(owner=reader)
        if reader.organisation:
            near |= Q(organisation=reader.organisation)
    in_use = Count("initiatives", filter=Q(initiatives__withdrawn_at__isnull=True))
    return Draft.objects.filter(near).annotate(in_use=in_use)


def find_draft(slug: str) -> Draft | None:
    """Find a draft by its part of the address."""
    return Draft.objects.select_related("dataset").filter(slug=slug).first()


def list_initiatives(draft: Draft) -> list[Initiative]:
    """Give the initiatives in use, in the order of their references."""
    return list(draft.initiatives.filter(withdrawn_at__isnull=True))


def list_late_sources(day: date) -> frozenset[str]:
    """Give the sources that were not out yet on a day."""
    sources = list_sources()
    return frozenset(slug for slug, each in sources.items() if each.dated > day)


def find_past(day: date | None) -> PastDay | None:
    """Give the past day that a page is about; nothing for today."""
    return PastDay(day, list_late_sources(day)) if day else None


def list_known(draft: Draft, past: PastDay | None) -> list[Initiative]:
    """Give the initiatives in use as they stand, or as they were known on a day."""
    if past is None:
        return list_initiatives(draft)
    return list_records_known(Initiative, past, draft=draft)


def find_dataset(draft: Draft, past: PastDay | None) -> Dataset:
    """Give the plan folder that a draft went on from, today or on a day."""
    if past is None:
        return draft.dataset
    later = draft.versions.filter(at__gte=past.moment).select_related("came_from")
    first = later.order_by("at", "pk").first()
    return first.came_from if first else draft.dataset


def read_tables(dataset: Dataset) -> Tables:
    """Give the tables of initiatives of a stored plan folder, by name."""
    tables = get_plan(dataset).tables
    return {
        contract.name: list_rows(tables[contract.name], contract)
        for contract in (INITIATIVES, *PARTS)
    }


def write_tables(initiatives: Iterable[Initiative]) -> Tables:
    """Give the tables that initiatives make, in the order of the initiatives."""
    chosen = list(initiatives)
    parts: dict[str, list[Row]] = {
        contract.name: [
            {OWNER: each.slug, **row}
            for each in chosen
            for row in each.rows.get(contract.name, ())
        ]
        for contract in PARTS
    }
    return {INITIATIVES.name: [write_row(each) for each in chosen], **parts}


def write_row(initiative: Any) -> Row:
    """Give an initiative, or a version of it, as a row of its table."""
    fields = {name: getattr(initiative, name) for name in _list_fields()}
    written = {name: write_value(value) for name, value in fields.items()}
    return {"id": initiative.slug, **written}


def _list_fields() -> list[str]:
    return [column.name for column in INITIATIVES.columns if column.name != "id"]
