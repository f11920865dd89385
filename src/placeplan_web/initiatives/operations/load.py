"""Bring the draft of the example up to date with its plan folder."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from django.db import transaction

from placeplan.demand.initiative_inputs import INITIATIVES
from placeplan_web.audit.operations import record
from placeplan_web.evidence.models import Dataset
from placeplan_web.evidence.operations import SYSTEM
from placeplan_web.initiatives.models import Draft, Initiative
from placeplan_web.initiatives.operations.draft import open_draft
from placeplan_web.initiatives.queries.draft import read_tables
from placeplan_web.initiatives.queries.fields import make_fields
from placeplan_web.places.folder import lock_loads
from placeplan_web.registers.operations import save_record, withdraw_record

LOAD_LOCK: Final = 7_052_630_061  # any number that nothing else locks on
GONE: Final = "The example has it no longer."


def load_initiatives(*, dataset: Dataset, at: datetime) -> Draft:
    """Let the draft of an example say what its plan folder says; give the draft.

    What somebody has changed here since stays as they left it, and so does the whole
    draft once a new version of the plan was made of it. Nothing is written when the
    draft came from this very folder.
    """
    with transaction.atomic():
        lock_loads(LOAD_LOCK)
        drafts = Draft.objects.filter(owner__isnull=True, dataset__plan=dataset.plan)
        draft = drafts.select_related("dataset").first()
        if draft is None:
            return open_draft(by=None, dataset=dataset, at=at)
        if draft.dataset_id != dataset.pk and draft.dataset.is_example:
            _refresh(draft, dataset, at)
    return draft


def _refresh(draft: Draft, dataset: Dataset, at: datetime) -> None:
    tables = read_tables(dataset)
    said = {row["id"]: make_fields(row, tables) for row in tables[INITIATIVES.name]}
    known = {each.slug: each for each in draft.initiatives.all()}
    for slug, fields in said.items():
        _write(draft, known.get(slug), fields, at)
    for slug in known.keys() - said.keys():
        if _is_ours(known[slug]):
            withdraw_record(by=SYSTEM, record=known[slug], reason=GONE, at=at)
    before, draft.dataset = draft.dataset, dataset
    draft.save(update_fields=["dataset"])
    record(
        by=SYSTEM,
        verb="refresh",
        kind="initiatives.draft",
        identifier=str(draft.public_id),
        changes={"dataset": [str(before.public_id), str(dataset.public_id)]},
        at=at,
    )


def _write(
    draft: Draft, kept: Initiative | None, fields: Mapping[str, Any], at: datetime
) -> None:
    if kept is None:
        save_record(by=SYSTEM, record=Initiative(draft=draft), changes=fields, at=at)
    elif _is_ours(kept):
        save_record(by=SYSTEM, record=kept, changes=fields, at=at)


def _is_ours(kept: Initiative) -> bool:
    """Whether nobody has changed it since it was loaded."""
    return kept.changed_by == SYSTEM and not kept.is_withdrawn
