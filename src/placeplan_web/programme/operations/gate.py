"""Check a gate of a service change: with evidence, or with a reason why not."""

from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction

from placeplan.programme.gate import list_gates
from placeplan_web.programme.models import GateCheck, GateState, ServiceChange
from placeplan_web.programme.operations.refusal import need_past, need_words
from placeplan_web.registers.operations import check_version, lock_record, save_record


def check_gate(
    *,
    by: UUID | str,
    change: ServiceChange,
    gate: str,
    state: GateState,
    words: str,
    on: date,
    at: datetime,
    expected_version: int | None = None,
) -> GateCheck:
    """Say how a gate stands; `words` are the evidence, or why it is not needed.

    Which gates there are is the law of `on`, and that day is kept with the check.

    Raises
    ------
    ClashError
        Somebody else has written since `expected_version`.
    django.core.exceptions.ValidationError
        No words, a day that has not come, or the law of that day has no such gate.
    """
    need_past(on, at, "on")
    if state != GateState.OPEN:
        problem = "Name the evidence." if state == GateState.MET else "Say why not."
        need_words(words, "words", problem)
    known = {each.step for each in list_gates(on)}
    if gate not in known:
        raise ValidationError({"gate": "The law of that day has no such step."})
    with transaction.atomic():
        held = lock_record(change)
        kept = GateCheck.objects.filter(service_change=held, gate=gate).first()
        check = kept or GateCheck(
            programme=held.programme, service_change=held, gate=gate
        )
        if kept is not None:
            check_version(lock_record(kept), expected_version)
        changes = {
            "state": state,
            "law_as_at": on,
            "decided_on": None if state == GateState.OPEN else on,
            "evidence": words.strip() if state == GateState.MET else "",
            "not_needed_reason": (
                words.strip() if state == GateState.NOT_NEEDED else ""
            ),
        }
        return save_record(by=by, record=check, changes=changes, at=at, verb="check")
