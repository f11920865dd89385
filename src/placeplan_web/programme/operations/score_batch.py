"""Score many risks at once: as `add_score` does each, in few statements."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction

from placeplan.programme.crossing import find_crossings
from placeplan.programme.score_history import ScoreHistory
from placeplan_web.audit.operations import Happening, record_all
from placeplan_web.programme.models import (
    Risk,
    RiskScore,
    ScoreKind,
    ThresholdCrossing,
)
from placeplan_web.programme.operations.refusal import (
    need_past,
    need_words,
    refuse_in_words,
)
from placeplan_web.programme.operations.risk import LINKS, tell_followers
from placeplan_web.programme.queries.score_history import read_histories
from placeplan_web.registers.batch import ROWS_AT_ONCE, BatchWrite, save_records
from placeplan_web.registers.changes import note_changes
from placeplan_web.registers.operations import TRACE

HELD_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class NewScore:
    """A score to be added to the risk of a key."""

    risk: int
    kind: ScoreKind
    impact: int
    likelihood: int
    reason: str


def add_scores(
    *, by: UUID | str, scores: Sequence[NewScore], scored_on: date, at: datetime
) -> int:
    """Add every score or none, with its crossings of the threshold; give how many.

    A risk is written once, whatever kinds of score it is given.

    Raises
    ------
    django.core.exceptions.ValidationError
        No reason, a day to come or before the last score, a risk that is closed.
    """
    need_past(scored_on, at, "scored_on")
    for each in scores:
        need_words(each.reason, "reason", "Say why the risk is scored so.")
    with transaction.atomic():
        held = _hold_open(sorted({each.risk for each in scores}))
        _refuse_back_dated(scores, held, scored_on)
        before = _read(held)
        rows = [_make_row(each, held[each.risk], scored_on) for each in scores]
        _append(rows, "score", by=by, at=at)
        save_records(by=by, writes=_list_writes(rows, held), at=at)
        crossings = _find_new_crossings(rows, before, _read(held))
        _append(crossings, "cross", by=by, at=at)
        if crossings:
            tell_followers(by=by, at=at)
    return len(rows)


def _hold_open(keys: Sequence[int]) -> dict[int, Risk]:
    held: dict[int, Risk] = {}
    for start in range(0, len(keys), HELD_AT_ONCE):
        some = keys[start : start + HELD_AT_ONCE]
        held |= Risk.objects.select_for_update(of=("self",)).in_bulk(some)
    for risk in held.values():
        if risk.is_withdrawn or risk.closed_on:
            raise ValidationError(f"{risk.reference} is closed or withdrawn.")
    return held


def _refuse_back_dated(
    scores: Sequence[NewScore], held: Mapping[int, Risk], scored_on: date
) -> None:
    wanted = {(each.risk, each.kind.value) for each in scores}
    later = RiskScore.objects.filter(scored_on__gt=scored_on)
    if wanted & set(later.values_list("risk_id", "kind")):
        words = "There is a score of a later day. Nothing is back-dated."
        raise ValidationError({"scored_on": words})


def _read(held: Mapping[int, Risk]) -> Mapping[int, ScoreHistory]:
    keys = list(held)
    found: dict[int, ScoreHistory] = {}
    for start in range(0, len(keys), HELD_AT_ONCE):
        some = keys[start : start + HELD_AT_ONCE]
        found |= read_histories([held[key] for key in some])
    return found


def _make_row(each: NewScore, risk: Risk, scored_on: date) -> RiskScore:
    return RiskScore(
        risk=risk,
        kind=each.kind,
        impact=each.impact,
        likelihood=each.likelihood,
        scored_on=scored_on,
        reason=each.reason.strip(),
    )


def _append(rows: Sequence[Any], verb: str, *, by: UUID | str, at: datetime) -> None:
    """Add rows of one table, each with its audit row, as `append_row` does."""
    if not rows:
        return
    model = type(rows[0])
    names = [field.name for field in model._meta.concrete_fields]
    for row in rows:
        row.by, row.at = str(by), at
        row.clean_fields(exclude=("risk", "score"))
    made = model.objects.bulk_create(rows, batch_size=ROWS_AT_ONCE)
    noted = [each for each in names if each not in TRACE]
    happenings = [
        Happening(
            verb, model._meta.label_lower, row.public_id, note_changes(None, row, noted)
        )
        for row in made
    ]
    record_all(by=by, happenings=happenings, at=at)


def _list_writes(
    rows: Sequence[RiskScore], held: Mapping[int, Risk]
) -> list[BatchWrite]:
    """Point each risk to its newest scores."""
    changes: dict[int, dict[str, Any]] = {}
    reasons: dict[int, str] = {}
    for row in rows:
        changes.setdefault(row.risk_id, {})[LINKS[ScoreKind(row.kind)]] = row
        reasons[row.risk_id] = row.reason
    return [
        BatchWrite(held[key], moved, "score", reasons[key])
        for key, moved in changes.items()
    ]


def _find_new_crossings(
    rows: Sequence[RiskScore],
    before: Mapping[int, ScoreHistory],
    after: Mapping[int, ScoreHistory],
) -> list[ThresholdCrossing]:
    found = []
    for row in rows:
        if row.kind != ScoreKind.CURRENT:
            continue
        with refuse_in_words("scored_on"):
            crossings = find_crossings(after[row.risk_id])
            if len(crossings) == len(find_crossings(before[row.risk_id])):
                continue
        newest = crossings[-1]
        found.append(
            ThresholdCrossing(
                risk=row.risk,
                score=row,
                is_upward=newest.direction == "up",
                threshold=newest.threshold,
                matrix=newest.matrix,
                reason=row.reason,
            )
        )
    return found
