"""A meeting and its agenda as they were known when a past day was over.

Items that were added, renumbered or taken off later stand as they stood. Who may read
what goes by today: an item that has become private since is kept back on every day.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db.models import Prefetch, Q, QuerySet, prefetch_related_objects
from django.utils import timezone

from placeplan_web.governance.models import (
    Action,
    AgendaItem,
    Attendance,
    CarriedAction,
    Decision,
    Declaration,
    Escalation,
    ItemState,
    Meeting,
    MeetingState,
    Minutes,
    MinutesCorrection,
    Paper,
    PaperVersion,
    Vote,
)
from placeplan_web.governance.queries.escalation import list_ages
from placeplan_web.governance.queries.meeting_view import (
    MeetingView,
    PastView,
    narrow_carried,
    view_items,
)
from placeplan_web.governance.queries.minutes_parts import look_up_parts
from placeplan_web.governance.queries.paper_access import read_reader
from placeplan_web.governance.queries.table import lay_table
from placeplan_web.registers.known import PastDay, list_records_known


def read_past_meeting(
    meeting: Meeting,
    user: Any,
    moment: datetime,
    past: PastDay,
    number: str | None = None,
) -> MeetingView:
    """Read a meeting for whoever reads at a moment, as it was known on a past day.

    The number of questions is fixed, as it is for a meeting as it stands.
    """
    known = find_known_meeting(meeting, past)
    shown = known or _forget(meeting)
    table = lay_table(shown)
    reader = read_reader(user, shown, timezone.localdate(moment))
    items = list_known_items(shown, past, number)
    escalations = [each for item in items for each in item.escalations.all()]
    return MeetingView(
        *(shown, table, reader),
        view_items(items, table, past.moment, past.day),
        list_known_stays(shown, past),
        narrow_carried(reader, list_known_carried(shown, past)),
        {each.pk: age for each, age in list_ages(escalations, past.day)},
        escalations,
        find_known_minutes(shown, past),
        PastView(past.day, known is not None, list_known_declarations(items, past)),
    )


def _forget(meeting: Meeting) -> Meeting:
    """Give what the address itself tells of a meeting: its group and its day."""
    return Meeting(
        id=meeting.pk,
        public_id=meeting.public_id,
        group=meeting.group,
        part=meeting.part,
        held_on=meeting.held_on,
    )


def find_known_meeting(meeting: Meeting, past: PastDay) -> Meeting | None:
    """Find a meeting as it was known; none where nobody had planned it yet."""
    for known in list_records_known(Meeting, past, id=meeting.pk):
        known.group, known.part = meeting.group, meeting.part
        return set_back_meeting(known, past)
    return None


def set_back_meeting(meeting: Meeting, past: PastDay) -> Meeting:
    """Have a meeting be planned on the days before it, though a paper tells its end."""
    if meeting.held_on > past.day and meeting.state != MeetingState.CANCELLED:
        meeting.state = MeetingState.PLANNED
        meeting.opened_at = meeting.closed_at = None
    if meeting.notice_published_at and meeting.notice_published_at >= past.moment:
        meeting.notice_published_at, meeting.notice_state = None, ""
    return meeting


def list_known_items(
    meeting: Meeting, past: PastDay, number: str | None = None
) -> list[AgendaItem]:
    """Give the agenda as it was known, with its parts; one item alone by its number."""
    today = {each.pk: each for each in AgendaItem.objects.filter(meeting_id=meeting.pk)}
    items = []
    for known in list_records_known(AgendaItem, past, meeting=meeting.pk):
        item = today[known.pk] if today[known.pk].is_private else known
        item.number, item.position = known.number, known.position
        item.state, item.meeting = known.state, meeting
        item.carried_from_id = known.carried_from_id
        if meeting.held_on > past.day:
            _set_back(item)
        if number in (None, item.number):
            items.append(item)
    prefetch_related_objects(items, *_list_parts(items, past))
    return items


def _set_back(item: AgendaItem) -> None:
    """Have an item be planned on the days before its meeting."""
    item.state, item.outcome_words = ItemState.PLANNED, ""
    item.quorum_exit, item.exit_reason, item.referred_to = "", "", None


def _list_parts(items: Sequence[AgendaItem], past: PastDay) -> list[Any]:
    """List what is read with items: of it, what was there when the day was over."""
    known = list_records_known(Paper, past, item__in=[each.pk for each in items])
    papers = Paper.objects.filter(pk__in=[each.pk for each in known])
    versions = PaperVersion.objects.filter(published_at__lt=past.moment)
    votes = Vote.objects.filter(at__lt=past.moment)
    laid = Escalation.objects.filter(raised_on__lte=past.day)
    return [
        *("presenter_post", "referred_to", "body_links__body"),
        "carried_from__meeting",
        Prefetch("carried_to", _narrow_carried_to(items, past)),
        Prefetch("papers", papers),
        Prefetch("papers__versions", versions),
        *("declarations__post", "declarations__seat", "declarations__interest"),
        Prefetch("votes", votes.prefetch_related("ballots__seat")),
        Prefetch("decisions", Decision.objects.filter(decided_on__lte=past.day)),
        Prefetch("escalations", laid.select_related("risk__programme", "group")),
        Prefetch("actions", _narrow_actions(items, past)),
    ]


def _narrow_carried_to(
    items: Sequence[AgendaItem], past: PastDay
) -> QuerySet[AgendaItem]:
    """Narrow to where items had been carried, by the end of the day."""
    pks = [each.pk for each in items]
    known = list_records_known(AgendaItem, past, carried_from__in=pks)
    laid = AgendaItem.objects.filter(pk__in=[each.pk for each in known])
    return laid.select_related("meeting")


def _narrow_actions(items: Sequence[AgendaItem], past: PastDay) -> QuerySet[Action]:
    known = list_records_known(Action, past, item__in=[each.pk for each in items])
    return Action.objects.filter(pk__in=[each.pk for each in known]).select_related(
        "owner_post"
    )


def list_known_declarations(
    items: Iterable[AgendaItem], past: PastDay
) -> Mapping[int, list[Declaration]]:
    """Give, for the key of each item, what was declared on it, ruled as it was then."""
    pks = [each.pk for each in items]
    known = [
        each
        for each in list_records_known(Declaration, past, item__in=pks)
        if each.declared_at < past.moment
    ]
    prefetch_related_objects(known, "post", "seat", "interest")
    found: dict[int, list[Declaration]] = {pk: [] for pk in pks}
    for each in known:
        found[each.item_id].append(each)
    return found


def list_known_stays(meeting: Meeting, past: PastDay) -> list[Attendance]:
    """Give who had come by the end of the day."""
    came = Attendance.objects.filter(meeting=meeting.pk, joined_at__lt=past.moment)
    stays = list(came.select_related("seat", "post"))
    for each in stays:
        if each.left_at is not None and each.left_at >= past.moment:
            each.left_at = None
    return stays


def list_known_carried(meeting: Meeting, past: PastDay) -> list[CarriedAction]:
    """Give the actions that had been carried to a meeting, as they stood."""
    rows = CarriedAction.objects.filter(meeting=meeting.pk, at__lt=past.moment)
    carried = list(rows)
    pks = [each.action_id for each in carried]
    known = {each.pk: each for each in list_records_known(Action, past, id__in=pks)}
    meeting_ties = ("item__meeting__group", "item__meeting__part")
    ties = (*meeting_ties, "item__declarations", "item__body_links__body", "owner_post")
    prefetch_related_objects(list(known.values()), *ties)
    kept = [each for each in carried if each.action_id in known]
    for each in kept:
        each.action = known[each.action_id]
    return kept


def find_known_minutes(meeting: Meeting, past: PastDay) -> Minutes | None:
    """Find the minutes as they were drafted or agreed by then."""
    known: list[Minutes] = list_records_known(Minutes, past, meeting=meeting.pk)
    by_then = Q(at__lt=past.moment)
    made = MinutesCorrection.objects.filter(by_then)
    prefetch_related_objects(
        known, look_up_parts(by_then), Prefetch("corrections", made)
    )
    for each in known:
        each.meeting = meeting
        return each
    return None
