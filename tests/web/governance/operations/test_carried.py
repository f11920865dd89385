"""Open actions go to the next agenda by themselves, until somebody closes them."""

from datetime import UTC, date, datetime

import pytest

from factories import governance_factory as make
from factories.programme_factory import BY
from placeplan_web.audit.models import AuditEntry
from placeplan_web.governance.operations.action import close_action
from placeplan_web.governance.operations.daily import carry_to_next_agendas
from placeplan_web.governance.operations.meeting import call_meeting
from placeplan_web.governance.operations.planning import Sitting, plan_meeting

pytestmark = pytest.mark.django_db
AT = datetime(2019, 8, 20, 9, 0, tzinfo=UTC)


@pytest.fixture
def action(db):
    """Give an action of 14 August with an owner and a due date, not done yet."""
    return make.ActionFactory(
        item=None,
        raised_on=make.DAY,
        owner_words="Director of finance",
        due_on=date(2019, 8, 31),
    )


def plan(action, month, **fields):
    held_on = date(2019, month, 4)
    return make.MeetingFactory(
        group=action.group, held_on=held_on, starts_at=None, **fields
    )


def list_agendas(action):
    return [each.meeting for each in action.carried.order_by("pk")]


def test_action_goes_to_the_next_agenda_alone_and_once(action):
    plan(action, 10)
    sooner = plan(action, 9)

    first = carry_to_next_agendas(by=BY, at=AT)
    entries = AuditEntry.objects.count()
    again = carry_to_next_agendas(by=BY, at=AT)

    assert [each.action for each in first] == [action]
    assert list_agendas(action) == [sooner]
    assert again == []
    assert AuditEntry.objects.count() == entries


def test_action_goes_on_to_the_agenda_after_that_until_it_is_closed(action):
    september, october, november = (plan(action, month) for month in (9, 10, 11))
    for month in (8, 9):
        carry_to_next_agendas(by=BY, at=AT.replace(month=month))

    close_action(
        by=BY,
        action=action,
        state="done",
        closed_on=date(2019, 10, 4),
        reason="The accounts were sent.",
        at=AT.replace(month=10),
    )
    carry_to_next_agendas(by=BY, at=AT.replace(month=10))

    assert list_agendas(action) == [september, october]
    assert november.carried_actions.count() == 0


def test_meeting_that_is_called_carries_what_is_open_at_that_moment(action):
    meeting = plan(action, 9)

    call_meeting(by=BY, meeting=meeting, at=AT)

    (carried,) = meeting.carried_actions.all()
    assert (carried.action.owner_words, carried.action.due_on) == (
        "Director of finance",
        date(2019, 8, 31),
    )


def test_meeting_that_is_cancelled_or_of_another_group_gets_none(action):
    plan(action, 9, state="cancelled", cancelled_reason="snow")
    make.MeetingFactory(held_on=date(2019, 9, 4))

    assert carry_to_next_agendas(by=BY, at=AT) == []


def test_action_is_on_a_meeting_from_its_planning_where_that_is_the_next(action):
    plan(action, 10)
    carry_to_next_agendas(by=BY, at=AT)
    where = {"by": BY, "group": action.group, "sitting": Sitting(), "at": AT}

    sooner = plan_meeting(day=date(2019, 9, 3), **where)
    last = plan_meeting(day=date(2019, 12, 3), **where)

    assert list_agendas(action)[1:] == [sooner]
    assert last.carried_actions.count() == 0
