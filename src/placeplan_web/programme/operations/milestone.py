"""Reach a milestone, move its forecast, judge it, tie it to another."""

from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction

from placeplan.programme.critical_path import Activity, find_order
from placeplan.programme.rag import rate_milestone
from placeplan.programme.rating_set import get_rating_set_at
from placeplan_web.programme.models import Milestone, MilestoneDependency
from placeplan_web.programme.operations.refusal import (
    need_past,
    need_words,
    refuse_in_words,
)
from placeplan_web.programme.queries.milestone_plan import read_plan
from placeplan_web.registers.note import note_act
from placeplan_web.registers.operations import check_version, lock_record, save_record


def complete_milestone(
    *,
    by: UUID | str,
    milestone: Milestone,
    finished_on: date,
    at: datetime,
    expected_version: int | None = None,
) -> Milestone:
    """Say on which day a milestone was reached; its mitigations are done with it.

    Raises
    ------
    django.core.exceptions.ValidationError
        The day has not come, or it was reached already.
    """
    need_past(finished_on, at, "finished_on")
    with transaction.atomic():
        held = _lock_waiting(milestone, expected_version)
        changes = {"finished_on": finished_on, "blocked_by": ""}
        return save_record(by=by, record=held, changes=changes, at=at, verb="complete")


def slip_milestone(
    *,
    by: UUID | str,
    milestone: Milestone,
    forecast_starts_on: date,
    forecast_ends_on: date,
    reason: str,
    at: datetime,
    expected_version: int | None = None,
) -> Milestone:
    """Expect a milestone in other days than before; what was agreed stays.

    A forecast that is the baseline again is no forecast.

    Raises
    ------
    ClashError
        Somebody else has written since `expected_version`.
    django.core.exceptions.ValidationError
        No reason, days out of order, or it was reached already.
    """
    need_words(reason, "reason", "Say why it is expected then.")
    with transaction.atomic():
        held = _lock_waiting(milestone, expected_version)
        days = (forecast_starts_on, forecast_ends_on)
        changes: dict[str, date | None]
        if days == (held.baseline_starts_on, held.baseline_ends_on):
            changes = {"forecast_starts_on": None, "forecast_ends_on": None}
        else:
            changes = {
                "forecast_starts_on": forecast_starts_on,
                "forecast_ends_on": forecast_ends_on,
            }
        return save_record(
            by=by, record=held, changes=changes, at=at, verb="slip", reason=reason
        )


def judge_milestone(
    *,
    by: UUID | str,
    milestone: Milestone,
    colour: str,
    words: str,
    as_at: date,
    at: datetime,
    expected_version: int | None = None,
) -> Milestone:
    """Judge a milestone beside what its dates give; an empty colour takes it back.

    What the dates gave on the day, and by which rule set, is kept with it.

    Raises
    ------
    django.core.exceptions.ValidationError
        The judgement differs and no words say why, or the set has no such colour.
    """
    need_past(as_at, at, "as_at")
    with transaction.atomic():
        held = lock_record(milestone)
        check_version(held, expected_version)
        changes: dict[str, object] = {
            "judged_rag": "",
            "judged_against": "",
            "judged_set": "",
            "judged_words": "",
            "judged_on": None,
        }
        if colour:
            with refuse_in_words("judged_words"):
                rules = get_rating_set_at(as_at)
                rated = rate_milestone(
                    read_plan(held), as_at, rules, judged=colour, words=words
                )
            changes = {
                "judged_rag": colour,
                "judged_against": rated.computed.colour,
                "judged_set": rules.rule_set,
                "judged_words": words.strip(),
                "judged_on": as_at,
            }
        return save_record(by=by, record=held, changes=changes, at=at, verb="judge")


def tie_milestones(
    *,
    by: UUID | str,
    before: Milestone,
    after: Milestone,
    at: datetime,
    lag_days: int = 0,
) -> MilestoneDependency:
    """Let one milestone wait for another; a circle is refused in words.

    Raises
    ------
    django.core.exceptions.ValidationError
        They would wait for each other, belong to two programmes, or are tied already.
    """
    if before.programme_id != after.programme_id:
        raise ValidationError("Both have to belong to one programme.")
    with transaction.atomic():
        tie = MilestoneDependency(before=before, after=after, lag_days=lag_days)
        tie.full_clean()
        _refuse_circle(tie)
        tie.save()
        note_act(
            by=by,
            verb="tie",
            about=after,
            changes={"before": str(before.public_id), "lag_days": lag_days},
            at=at,
        )
    return tie


def untie_milestones(*, by: UUID | str, tie: MilestoneDependency, at: datetime) -> None:
    """Let a milestone wait for another no longer; the audit keeps that it did."""
    with transaction.atomic():
        changes = {"before": [str(tie.before.public_id), None]}
        note_act(
            by=by,
            verb="untie",
            about=tie.after,
            changes=changes,
            at=at,
        )
        tie.delete()


def _refuse_circle(tie: MilestoneDependency) -> None:
    milestones = Milestone.objects.filter(programme=tie.before.programme_id)
    names = dict(milestones.values_list("pk", "reference"))
    waits: dict[str, list[str]] = {name: [] for name in names.values()}
    ties = MilestoneDependency.objects.filter(after__in=names)
    pairs = [*ties.values_list("before", "after"), (tie.before_id, tie.after_id)]
    for before, after in pairs:
        waits[names[after]].append(names[before])
    with refuse_in_words("before"):
        find_order(
            Activity(name, depends_on=tuple(others)) for name, others in waits.items()
        )


def _lock_waiting(milestone: Milestone, expected_version: int | None) -> Milestone:
    held = lock_record(milestone)
    check_version(held, expected_version)
    if held.finished_on:
        raise ValidationError(f"{held.reference} was reached already.")
    return held
