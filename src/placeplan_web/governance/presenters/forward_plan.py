"""Whether the public was told of a decision in time, by the library's rule."""

from datetime import date
from typing import Any, Final

from placeplan.errors import InputError
from placeplan.governance.notice import NoticeCheck, check_notice
from placeplan_web.governance.models import ForwardPlanEntry
from placeplan_web.registers.kind import Section

RULE: Final = "key_decision"
NO_RULE: Final = "no rule: it is no key decision"


def find_notice(published_on: date | None, due_on: date | None) -> NoticeCheck | None:
    """Ask for the notice of a key decision; None where a day is not known."""
    if published_on is None or due_on is None or due_on < published_on:
        return None
    try:
        return check_notice(RULE, published_on, due_on)
    except InputError:  # bank holidays are known from 2012 on
        return None


def say_notice(
    *, is_key_decision: bool, published_on: date | None, due_on: date | None
) -> str | None:
    """Say how much notice there was, in a few words for a list."""
    if not is_key_decision:
        return NO_RULE
    if published_on is None:
        return "none: the public has not been told"
    found = find_notice(published_on, due_on)
    if found is None:
        return "not known: no day is set, or it is before the notice"
    state = "enough" if found.state == "enough" else "short"
    return f"{state}: {found.given} of {found.needed} clear days"


def list_forward_plan_sections(
    _scope: Any, record: ForwardPlanEntry, _reader: Any
) -> list[Section]:
    """Show the rule beside its effect."""
    if not record.is_key_decision:
        return []
    found = find_notice(record.published_on, record.due_starts_on)
    title = "Notice of a key decision"
    if found is None:
        words = "It needs 28 clear days of notice, counted once both days are known."
        return [Section(title, words=words)]
    more = []
    if found.state != "enough":
        reason = record.exception_reason or "No reason is given why it cannot wait."
        more = [f"Why it cannot wait: {reason}"]
    said = [*found.reasons, *more, f"Source: {found.period.source}."]
    return [Section(title, words=" ".join(said))]
