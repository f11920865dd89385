"""A meeting and all that its pages show: as many questions for one item as for many."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Prefetch, prefetch_related_objects
from django.utils import timezone

from placeplan.errors import InputError, UnknownNameError
from placeplan.governance.authority import Authority
from placeplan.governance.escalation import EscalationAge
from placeplan.governance.interest import InterestEffect
from placeplan.governance.notice import NoticeCheck, check_notice
from placeplan.governance.quorum import QuorumCheck
from placeplan_web.governance.models import (
    AgendaItem,
    Attendance,
    CarriedAction,
    Declaration,
    Escalation,
    ItemState,
    Meeting,
    Minutes,
)
from placeplan_web.governance.queries.authority import find_by_powers, read_powers
from placeplan_web.governance.queries.conflict import ItemForecast, forecast_items
from placeplan_web.governance.queries.effect import list_effects
from placeplan_web.governance.queries.escalation import list_ages
from placeplan_web.governance.queries.minutes_parts import with_parts
from placeplan_web.governance.queries.paper_access import (
    Reader,
    list_known_actions,
    read_reader,
)
from placeplan_web.governance.queries.quorum import find_quorum
from placeplan_web.governance.queries.table import Table, lay_table

UNDER_WAY = (ItemState.OPEN, ItemState.INQUORATE)


@dataclass(frozen=True, slots=True)
class ItemView:
    """An item with what the rules say of it.

    `forecast` is how it looks beforehand; `quorum` how it stands at the moment, in a
    meeting that is under way; `authority` is None where the item has no subject.
    """

    item: AgendaItem
    forecast: ItemForecast
    quorum: QuorumCheck | None
    authority: Authority | None
    effects: Mapping[int, InterestEffect]

    @property
    def is_under_way(self) -> bool:
        return self.item.state in UNDER_WAY and not self.item.quorum_exit


@dataclass(frozen=True)
class MeetingView:
    """A meeting, who sits in it, its items, and what was carried to it."""

    meeting: Meeting
    table: Table
    reader: Reader
    items: Sequence[ItemView]
    stays: Sequence[Attendance]
    carried: Sequence[CarriedAction]
    ages: Mapping[int, EscalationAge]
    escalations: Sequence[Escalation]
    minutes: Minutes | None
    past: "PastView | None" = None

    @property
    def current(self) -> ItemView | None:
        """The item under discussion."""
        return next((each for each in self.items if each.is_under_way), None)

    def list_declared(self, item: AgendaItem) -> list[Declaration]:
        """List what was declared on an item, by now or by the end of a past day."""
        if self.past is not None:
            return list(self.past.declared[item.pk])
        return [each for each in item.declarations.all() if not each.is_withdrawn]

    def find_stay(self, seat: int) -> Attendance | None:
        """Find the stay of a seat that has not ended."""
        for stay in self.stays:
            if stay.seat_id == seat and stay.left_at is None:
                return stay
        return None


@dataclass(frozen=True, slots=True)
class PastView:
    """What only a page of a past day has: its day, and what was declared by then.

    `is_known` is whether anybody had planned the meeting.
    """

    day: date
    is_known: bool
    declared: Mapping[int, Sequence[Declaration]]


def find_meeting(public_id: UUID) -> Meeting | None:
    """Find a meeting that an address names; withdrawn ones are found by nobody."""
    known = Meeting.objects.select_related("group", "part", "series")
    return known.filter(public_id=public_id, withdrawn_at=None).first()


def read_meeting(
    meeting: Meeting,
    user: Any,
    moment: datetime,
    day: date,
    number: str | None = None,
) -> MeetingView:
    """Read a meeting for a reader, as known on a day; one item alone by its number.

    The number of questions is fixed, whatever the number of items, papers and seats.
    """
    table = lay_table(meeting)
    came = Attendance.objects.select_related("seat", "post")
    prefetch_related_objects([meeting], Prefetch("attendances", came))
    found = meeting.items.filter(withdrawn_at=None)
    if number is not None:
        found = found.filter(number=number)
    items = list(_with_parts(found))
    carried = meeting.carried_actions.select_related(
        "action__owner_post",
        "action__item__meeting__group",
        "action__item__meeting__part",
    ).prefetch_related("action__item__declarations", "action__item__body_links__body")
    reader = read_reader(user, meeting, day)
    escalations = [each for item in items for each in item.escalations.all()]
    minutes = Minutes.objects.filter(meeting=meeting, withdrawn_at=None)
    return MeetingView(
        meeting,
        table,
        reader,
        view_items(items, table, moment),
        list(meeting.attendances.all()),
        narrow_carried(reader, carried),
        {each.pk: age for each, age in list_ages(escalations, day)},
        escalations,
        with_parts(minutes).prefetch_related("corrections").first(),
    )


def narrow_carried(
    reader: Reader, carried: Iterable[CarriedAction]
) -> list[CarriedAction]:
    """Give the carried actions that a reader may know of."""
    rows = list(carried)
    known = list_known_actions(reader, [each.action for each in rows])
    shown = {each.pk for each in known}
    return [each for each in rows if each.action_id in shown]


def _with_parts(items: Any) -> Any:
    return items.select_related(
        *("presenter_post", "referred_to", "carried_from__meeting"),
        "carried_to__meeting",
    ).prefetch_related(
        "body_links__body",
        "papers__versions",
        "declarations__post",
        "declarations__seat",
        "declarations__interest",
        "votes__ballots__seat",
        "decisions",
        "escalations__risk__programme",
        "escalations__group",
        "actions__owner_post",
    )


def view_items(
    items: Sequence[AgendaItem],
    table: Table,
    moment: datetime,
    declared_by: date | None = None,
) -> list[ItemView]:
    """Give items with what the rules say, as interests were declared by a day."""
    powers = read_powers(table.meeting.group, table.meeting.held_on)
    views = []
    for forecast in forecast_items(items, table, declared_by):
        item = forecast.item
        subject = item.subject.strip()
        authority = (
            find_by_powers(powers, subject, table.meeting.held_on, item.value_pounds)
            if subject
            else None
        )
        quorum = find_quorum(item, moment, table) if item.state in UNDER_WAY else None
        effects = list_effects(item, table.seats, table.holders)
        views.append(ItemView(item, forecast, quorum, authority, effects))
    return views


def check_given(table: Table, published_at: datetime | None) -> NoticeCheck | None:
    """Check what was published at a moment against the notice that the body gives.

    None where no notice is laid down, nothing was published, or the days lie in a year
    whose bank holidays are not known.
    """
    body = table.terms.notice_body if table.terms else ""
    if not body or published_at is None:
        return None
    meeting = table.meeting
    day = timezone.localdate(published_at)
    if day > meeting.held_on:
        return None
    try:
        return check_notice(
            *(body, day, meeting.held_on), urgency_reason=meeting.urgency_reason
        )
    except (InputError, UnknownNameError):
        return None
