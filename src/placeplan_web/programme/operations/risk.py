"""Score a risk, accept it, and make an issue of it once it has happened."""

from datetime import date, datetime
from typing import Final, Protocol
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction

from placeplan.programme.acceptance import RiskAcceptance as AcceptanceRule
from placeplan.programme.crossing import find_crossings
from placeplan_web.places.models import Post
from placeplan_web.programme.models import (
    Issue,
    Risk,
    RiskAcceptance,
    RiskScore,
    ScoreKind,
    ThresholdCrossing,
)
from placeplan_web.programme.operations.refusal import (
    need_past,
    need_words,
    refuse_in_words,
)
from placeplan_web.programme.queries.score_history import read_history
from placeplan_web.registers.operations import (
    append_row,
    check_version,
    lock_record,
    save_record,
)

LINKS: Final = {
    ScoreKind.INHERENT: "inherent_score",
    ScoreKind.CURRENT: "current_score",
    ScoreKind.TARGET: "target_score",
}


class Follower(Protocol):
    """What a later room does about a crossing of the threshold."""

    def __call__(self, *, by: UUID | str, at: datetime) -> object: ...


_followers: list[Follower] = []


def add_score(
    *,
    by: UUID | str,
    risk: Risk,
    kind: ScoreKind,
    impact: int,
    likelihood: int,
    reason: str,
    scored_on: date,
    at: datetime,
    expected_version: int | None = None,
) -> RiskScore:
    """Score a risk; nothing is written over, and a crossing of the threshold is kept.

    Raises
    ------
    ClashError
        Somebody else has written since `expected_version`.
    django.core.exceptions.ValidationError
        No reason, a step that is none, a day to come or before the last score, a risk
        that is closed.
    """
    need_words(reason, "reason", "Say why the risk is scored so.")
    need_past(scored_on, at, "scored_on")
    with transaction.atomic():
        held = _lock_open(risk, expected_version)
        row = RiskScore(
            risk=held,
            kind=kind,
            impact=impact,
            likelihood=likelihood,
            scored_on=scored_on,
        )
        return _keep_score(by, row, reason, at)


def _keep_score(by: UUID | str, row: RiskScore, reason: str, at: datetime) -> RiskScore:
    """Add a score to a locked risk, make it the risk's own, and note a crossing."""
    later = row.risk.scores.filter(kind=row.kind, scored_on__gt=row.scored_on)
    if later.exists():
        raise ValidationError(
            {"scored_on": "There is a score of a later day. Nothing is back-dated."}
        )
    crossings = len(find_crossings(read_history(row.risk)))
    score = append_row(by=by, row=row, at=at, reason=reason, verb="score")
    changes = {LINKS[ScoreKind(row.kind)]: score}
    save_record(
        by=by, record=row.risk, changes=changes, at=at, verb="score", reason=reason
    )
    if row.kind == ScoreKind.CURRENT:
        _note_crossing(by, score, crossings, at)
    return score


def _note_crossing(
    by: UUID | str, score: RiskScore, before: int, at: datetime
) -> ThresholdCrossing | None:
    """Keep it when this score is the one that crossed the threshold."""
    with refuse_in_words("scored_on"):
        crossings = find_crossings(read_history(score.risk))
    if len(crossings) == before:
        return None
    newest = crossings[-1]
    row = ThresholdCrossing(
        risk=score.risk,
        score=score,
        is_upward=newest.direction == "up",
        threshold=newest.threshold,
        matrix=newest.matrix,
    )
    crossing = append_row(by=by, row=row, at=at, reason=score.reason, verb="cross")
    tell_followers(by=by, at=at)
    return crossing


def tell_followers(*, by: UUID | str, at: datetime) -> None:
    """Let later rooms do what they do about crossings."""
    for follower in _followers:
        follower(by=by, at=at)


def add_follower(follower: Follower) -> None:
    """Let a later room follow each crossing, in the transaction of the score."""
    if follower not in _followers:
        _followers.append(follower)


def accept_risk(
    *,
    by: UUID | str,
    risk: Risk,
    approver_post: Post,
    reason: str,
    accepted_on: date,
    expires_on: date,
    at: datetime,
    expected_version: int | None = None,
) -> RiskAcceptance:
    """Bear a risk as it stands, until a day; the post that approves it is named.

    Raises
    ------
    django.core.exceptions.ValidationError
        It has no current score, no reason, or the end is before the beginning.
    """
    need_words(reason, "reason", "Say why the risk is borne.")
    need_past(accepted_on, at, "accepted_on")
    with transaction.atomic():
        held = _lock_open(risk, expected_version)
        if held.current_score is None:
            raise ValidationError("Score the risk before anybody accepts it.")
        with refuse_in_words("expires_on"):
            AcceptanceRule(
                held.reference,
                approver_post.title,
                reason,
                accepted_on,
                expires_on,
                held.current_score.score,
            )
        row = RiskAcceptance(
            risk=held,
            score=held.current_score,
            approver_post=approver_post,
            accepted_on=accepted_on,
            expires_on=expires_on,
        )
        return append_row(by=by, row=row, at=at, reason=reason, verb="accept")


def turn_into_issue(
    *,
    by: UUID | str,
    risk: Risk,
    happened_on: date,
    effect: str,
    at: datetime,
    expected_version: int | None = None,
) -> Issue:
    """Say that a risk has happened: it becomes an issue, and stays in its register.

    Raises
    ------
    django.core.exceptions.ValidationError
        The day has not come, or the risk has an open issue already.
    """
    need_words(effect, "effect", "Say what it does, now that it has happened.")
    need_past(happened_on, at, "happened_on")
    with transaction.atomic():
        held = _lock_open(risk, expected_version)
        save_record(
            by=by,
            record=held,
            changes={"happened_on": happened_on},
            at=at,
            verb="happen",
            reason=effect,
        )
        project = held.projects.first() if held.projects.count() == 1 else None
        issue = Issue(programme=held.programme, risk=held, project=project)
        changes = {
            "title": held.title,
            "effect": effect,
            "raised_on": happened_on,
            "owner_post": held.owner_post,
            "owner_words": held.owner_words,
        }
        return save_record(by=by, record=issue, changes=changes, at=at)


def _lock_open(risk: Risk, expected_version: int | None) -> Risk:
    held = lock_record(risk)
    check_version(held, expected_version)
    if held.is_withdrawn or held.closed_on:
        raise ValidationError(f"{held.reference} is closed or withdrawn.")
    return held
