"""Lay risks that crossed their threshold before groups, until they discuss them."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max, Q, QuerySet
from django.utils import timezone

from placeplan_web.governance.models import (
    AgendaItem,
    Escalation,
    Group,
    ItemPurpose,
    Meeting,
    MeetingState,
)
from placeplan_web.governance.operations.agenda import find_last_place
from placeplan_web.governance.queries.escalation import list_open
from placeplan_web.governance.queries.next_meeting import find_next_meeting
from placeplan_web.programme.models import Risk, ThresholdCrossing
from placeplan_web.programme.operations.refusal import need_words
from placeplan_web.registers.operations import (
    lock_record,
    save_record,
    withdraw_record,
)

SECTION = "Risks at the threshold"
HEARD_BY = ("grp-steb", "grp-sc-steering", "grp-icp-steering")
"""Groups that discuss every risk at 8 or above; those that are parts of them, too."""


def raise_escalations(
    *, by: UUID | str, at: datetime, groups: Iterable[Group] | None = None
) -> list[Escalation]:
    """Lay each risk whose current score crossed upwards before the groups, once.

    A risk that has fallen below the threshold since is stood down, and so is one that
    was closed or withdrawn. Asking again writes nothing.

    Parameters
    ----------
    groups : iterable of Group or None
        Who discusses them; `list_hearing_groups` when None.
    """
    hearing = list(list_hearing_groups() if groups is None else groups)
    raised = []
    with transaction.atomic():
        crossings = list_last_crossings()
        _stand_down_fallen(by, crossings, at)
        _stand_down_closed(by, at)
        for crossing in crossings:
            if not crossing.is_upward:
                continue
            told = {each.group_id for each in crossing.escalations.all()}
            raised += [
                lay_risk(by, crossing, group, at)
                for group in hearing
                if group.pk not in told
            ]
    return raised


def list_hearing_groups() -> list[Group]:
    """Give the groups that discuss escalated risks, and those that are parts."""
    named = Group.objects.filter(slug__in=HEARD_BY, withdrawn_at=None)
    parts = Group.objects.filter(part_of__in=named, withdrawn_at=None)
    return [*named.exclude(pk__in=parts.values("part_of")), *parts]


def list_last_crossings() -> list[ThresholdCrossing]:
    """Give the newest crossing of each risk that is still in its register."""
    newest = ThresholdCrossing.objects.values("risk").annotate(last=Max("pk"))
    rows = ThresholdCrossing.objects.filter(pk__in=newest.values("last"))
    held = rows.filter(risk__withdrawn_at=None, risk__closed_on=None)
    return list(held.select_related("risk", "score").prefetch_related("escalations"))


def place_escalations(
    *, by: UUID | str, meeting: Meeting, at: datetime
) -> list[Escalation]:
    """Put each risk that waits for a group on the agenda of its meeting, once each.

    One that stands on a later agenda is brought forward; there it is taken off, unless
    that agenda is announced already.
    """
    placed = []
    today = timezone.localdate(at)
    with transaction.atomic():
        for each in list_open(meeting.group):
            if each.item and not _is_gone_by(each.item.meeting, today):
                if _sort(each.item.meeting) <= _sort(meeting):
                    continue  # it waits on an agenda that is still to come
                _take_off(by, each.item, at)
            item = _add_item(by, meeting, each.risk, at)
            placed.append(
                save_record(
                    by=by, record=each, changes={"item": item}, at=at, verb="place"
                )
            )
    return placed


def place_on_next_agendas(*, by: UUID | str, at: datetime) -> list[Escalation]:
    """Put what waits on the next agenda of every group that has one to come."""
    placed: list[Escalation] = []
    today = timezone.localdate(at)
    with transaction.atomic():
        for group in Group.objects.filter(pk__in={e.group_id for e in list_open()}):
            meeting = find_next_meeting(group, today)
            if meeting is not None:
                placed += place_escalations(by=by, meeting=meeting, at=at)
    return placed


def follow_crossing(*, by: UUID | str, at: datetime) -> list[Escalation]:
    """Lay risks before groups and on their next agendas, as a score crosses."""
    raised = raise_escalations(by=by, at=at)
    place_on_next_agendas(by=by, at=at)
    return raised


def discuss_escalation(
    *, by: UUID | str, escalation: Escalation, discussion: str, at: datetime
) -> Escalation:
    """Record that a group discussed a risk on its item, and what was said.

    Raises
    ------
    django.core.exceptions.ValidationError
        It stands on no agenda, the meeting has not been opened, or it was heard before.
    """
    need_words(discussion, "discussion", "Say what was said of the risk.")
    with transaction.atomic():
        held = lock_record(escalation)
        meeting = held.item.meeting if held.item else None
        if not held.is_open or meeting is None or meeting.opened_at is None:
            raise ValidationError("It is on no agenda of a meeting that has begun.")
        changes = {"discussed_on": meeting.held_on, "discussion": discussion.strip()}
        return save_record(by=by, record=held, changes=changes, at=at, verb="discuss")


def lay_risk(
    by: UUID | str,
    crossing: ThresholdCrossing,
    group: Group,
    at: datetime,
    *,
    raised_on: date | None = None,
    reason: str = "",
) -> Escalation:
    """Lay a risk before a group, from the day of its score where no other is given."""
    fields = {
        "crossing": crossing,
        "risk": crossing.risk,
        "group": group,
        "raised_on": raised_on or crossing.score.scored_on,
    }
    return save_record(
        by=by, record=Escalation(), changes=fields, at=at, verb="raise", reason=reason
    )


def _stand_down_fallen(
    by: UUID | str, crossings: Iterable[ThresholdCrossing], at: datetime
) -> None:
    fallen = {each.risk_id: each for each in crossings if not each.is_upward}
    for each in _list_waiting().filter(risk__in=fallen):
        words = f"Its score fell below {fallen[each.risk_id].threshold}."
        stand_down(by, each, words, at)


def _stand_down_closed(by: UUID | str, at: datetime) -> None:
    gone = Q(risk__closed_on__isnull=False) | Q(risk__withdrawn_at__isnull=False)
    for each in _list_waiting().filter(gone):
        stand_down(by, each, "The risk was closed or withdrawn.", at)


def _list_waiting() -> QuerySet[Escalation]:
    return Escalation.objects.filter(
        discussed_on=None, stood_down_on=None, withdrawn_at=None
    )


def stand_down(
    by: UUID | str, escalation: Escalation, words: str, at: datetime
) -> Escalation:
    """Have a group owe no discussion of a risk any longer, and say why."""
    changes = {
        "stood_down_on": timezone.localdate(at),
        "stood_down_reason": words.strip(),
    }
    return save_record(
        by=by, record=escalation, changes=changes, at=at, verb="stand-down"
    )


def _is_gone_by(meeting: Meeting, today: date) -> bool:
    """Tell a meeting that hears nothing more: over, or past and never opened."""
    is_missed = meeting.held_on < today and meeting.opened_at is None
    return meeting.is_over or is_missed


def _sort(meeting: Meeting) -> tuple[date, str, int]:
    """Give what sorts the meetings of a group, as `find_next_meeting` does."""
    hour = meeting.starts_at.isoformat() if meeting.starts_at else "~"
    return meeting.held_on, hour, meeting.pk


def _take_off(by: UUID | str, item: AgendaItem, at: datetime) -> None:
    if item.meeting.state == MeetingState.PLANNED and not item.is_withdrawn:
        why = "The risk is heard at an earlier meeting."
        withdraw_record(by=by, record=item, reason=why, at=at)


def _add_item(by: UUID | str, meeting: Meeting, risk: Risk, at: datetime) -> AgendaItem:
    fields = {
        **find_last_place(meeting),
        "section": SECTION,
        "title": f"{risk.reference}: {risk.title}"[:300],
        "purpose": ItemPurpose.DISCUSS,
    }
    item = AgendaItem(meeting=meeting)
    return save_record(
        by=by, record=item, changes=fields, at=at, verb="place-escalation"
    )
