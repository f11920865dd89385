"""Open a draft: the initiatives of a plan folder become records that can be changed."""

from datetime import datetime
from itertools import count
from typing import Final
from uuid import UUID

from django.db import transaction

from placeplan.demand.initiative_inputs import INITIATIVES
from placeplan_web.accounts.models import User
from placeplan_web.audit.operations import record
from placeplan_web.evidence.models import Dataset
from placeplan_web.evidence.operations import SYSTEM
from placeplan_web.initiatives.models import Draft, Initiative
from placeplan_web.initiatives.queries.draft import read_tables
from placeplan_web.initiatives.queries.fields import make_fields
from placeplan_web.initiatives.queries.table import Tables
from placeplan_web.places.folder import lock_loads
from placeplan_web.registers.batch import BatchWrite, save_records

OPEN_LOCK: Final = 7_052_630_062  # any number that nothing else locks on


def open_draft(*, by: User | None, dataset: Dataset, at: datetime) -> Draft:
    """Make the initiatives of a plan folder the records of a new draft.

    `by` is None for an example, whose draft staff look after.
    """
    tables = read_tables(dataset)
    with transaction.atomic():
        lock_loads(OPEN_LOCK)
        draft = Draft.objects.create(
            slug=_find_slug(dataset.plan),
            name=dataset.title,
            dataset=dataset,
            owner=by,
            organisation=by.organisation if by else "",
            opened_at=at,
        )
        author = str(by.public_id) if by else SYSTEM
        changes = {"dataset": str(dataset.public_id), "slug": draft.slug}
        record(
            by=author,
            verb="open",
            kind="initiatives.draft",
            identifier=str(draft.public_id),
            changes=changes,
            at=at,
        )
        add_initiatives(by=author, draft=draft, tables=tables, at=at)
    return draft


def add_initiatives(
    *, by: UUID | str, draft: Draft, tables: Tables, at: datetime
) -> int:
    """Add an initiative for each row of its table, with the rows of every part."""
    writes = [
        BatchWrite(Initiative(draft=draft), make_fields(row, tables), "add")
        for row in tables[INITIATIVES.name]
    ]
    return save_records(by=by, writes=writes, at=at)


def _find_slug(plan: str) -> str:
    """Give the id of the plan; later drafts of one plan have a number behind it."""
    taken = set(
        Draft.objects.filter(slug__startswith=plan).values_list("slug", flat=True)
    )
    numbered = (f"{plan}-{number}" for number in count(2))
    return plan if plan not in taken else next(s for s in numbered if s not in taken)
