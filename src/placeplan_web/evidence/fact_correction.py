"""Correct a fact, and register what rests on facts: each with its audit row."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from placeplan.evidence import Correction, Fact, FactCitation, FactValue
from placeplan_web.audit.operations import record
from placeplan_web.evidence import models
from placeplan_web.evidence.fact_register import get_register
from placeplan_web.evidence.operations import RefusedError

CLASH = (
    "Somebody else corrected this fact while you wrote. What it says now stands above; "
    "send the form again if your correction still holds."
)


def correct_fact(
    *,
    by: UUID | str,
    fact: str,
    value: FactValue,
    reason: str,
    known_on: date,
    source: str,
    document: str,
    heading: str,
    seen_version: int,
    at: datetime,
) -> Correction:
    """Add a version to a fact; the versions before stay as they were.

    `document` and `heading` say where in the paper it stands. `seen_version` is the
    version that the writer read: when another has come since, nothing is written.

    Raises
    ------
    placeplan.errors.UnknownNameError
        No fact of that id.
    placeplan.errors.QuestionError
        No reason, nothing that changes, or a day before that of the version before.
    RefusedError
        Somebody corrected it in between.
    """
    register = get_register()
    if register.get_fact(fact).version != seen_version:
        raise RefusedError(CLASH)
    correction = register.correct(
        fact,
        value,
        reason=reason,
        on=known_on,
        source=source,
        document=document,
        heading=heading,
    )
    is_outside = fact in {each.id for each in register.outside}
    try:
        _keep_version(by, correction.new, at, before=seen_version, outside=is_outside)
    except IntegrityError as error:
        raise RefusedError(CLASH) from error
    return correction


@transaction.atomic
def _keep_version(
    by: UUID | str, new: Fact, at: datetime, *, before: int, outside: bool
) -> None:
    """Add the version, with its audit row."""
    models.FactVersion.objects.create(
        **_write_version(new), is_outside=outside, corrected_at=at
    )
    record(
        by=by,
        verb="correct",
        kind="evidence.fact",
        identifier=new.id,
        changes={"version": [before, new.version]},
        at=at,
    )


def register_citations(
    *, by: UUID | str, room: str, citations: Iterable[FactCitation], at: datetime
) -> int:
    """Make what a room has registered as resting on facts exactly these rows.

    Raises
    ------
    placeplan.errors.UnknownNameError
        One of them cites a fact that is not there.
    """
    rows = list(citations)
    get_register().with_citations(rows)
    with transaction.atomic():
        models.FactCitation.objects.filter(room=room).delete()
        models.FactCitation.objects.bulk_create(
            models.FactCitation(
                room=room,
                fact=row.fact,
                kind=row.kind,
                identifier=row.id,
                title=row.title,
                address=row.address or None,
                source=room,
                status="derived",
            )
            for row in rows
        )
        record(
            by=by,
            verb="register",
            kind="evidence.citations",
            identifier=room,
            changes={"rows": len(rows)},
            at=at,
        )
    return len(rows)


def _write_version(fact: Fact) -> dict[str, object]:
    same = ("version", "category", "statement", "unit", "place", "period", "document")
    more = ("heading", "known_on", "source", "status")
    empty = ("body", "note", "reason")
    return {
        "fact": fact.id,
        "kind": fact.value.kind,
        "value": fact.value.value or None,
        "value_to": fact.value.value_to or None,
        "supersedes": " ".join(fact.supersedes) or None,
        "conflicts_with": " ".join(fact.conflicts_with) or None,
        **{name: getattr(fact, name) for name in (*same, *more)},
        **{name: getattr(fact, name) or None for name in empty},
    }
