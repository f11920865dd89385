"""Make a new plan folder of a draft: checked whole, stored, and on the record."""

from datetime import datetime
from typing import Final

from django.db import transaction

from placeplan_web.accounts.models import User
from placeplan_web.evidence.models import Dataset
from placeplan_web.evidence.operations import RefusedError, add_version
from placeplan_web.evidence.store import remove_folder
from placeplan_web.initiatives.models import Draft, PlanVersion
from placeplan_web.initiatives.queries.draft import (
    list_initiatives,
    read_tables,
    write_tables,
)
from placeplan_web.initiatives.queries.folder import (
    digest_tables,
    make_files,
    write_files,
)
from placeplan_web.registers.operations import append_row

MOVED_ON: Final = (
    "Somebody changed the draft while you looked at it, so nothing was made. Look at "
    "what differs now, and make the new version then."
)
THE_SAME: Final = (
    "Nothing differs from the plan folder that the draft came from, so there is "
    "nothing to make. Change an initiative first."
)


def make_version(
    *, by: User, draft: Draft, title: str, digest: str, reason: str, at: datetime
) -> PlanVersion:
    """Store the plan as the draft now says it; the draft goes on from there.

    `digest` is that of what was looked at (`queries.folder.digest_tables`).

    Raises
    ------
    placeplan.errors.InputError
        Everything for which the library refuses the plan; nothing is stored then.
    RefusedError
        Nothing differs, the draft moved on, or too many plan folders are kept.
    """
    stored: list[str] = []
    try:
        with transaction.atomic():
            rows = Draft.objects.select_for_update(of=("self",))
            held = rows.select_related("dataset").get(pk=draft.pk)
            version = _store(by, held, title, digest, at, stored)
            append_row(by=by.public_id, row=version, at=at, reason=reason)
            held.dataset = version.dataset
            held.save(update_fields=["dataset"])
    except BaseException:
        for folder in stored:
            remove_folder(folder)
        raise
    return version


def _store(
    by: User, draft: Draft, title: str, digest: str, at: datetime, stored: list[str]
) -> PlanVersion:
    came_from: Dataset = draft.dataset
    tables = write_tables(list_initiatives(draft))
    if digest != digest_tables(came_from, tables):
        raise RefusedError(MOVED_ON)
    files = make_files(read_tables(came_from), tables)
    if not files:
        raise RefusedError(THE_SAME)
    made = add_version(
        by=by,
        dataset=came_from,
        title=title,
        change=lambda folder: write_files(files, folder),
        at=at,
    )
    stored.append(made.folder)
    return PlanVersion(draft=draft, dataset=made, came_from=came_from)
