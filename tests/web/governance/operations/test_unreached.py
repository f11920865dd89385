"""What a meeting did not reach is carried to the next agenda, by one button."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from factories import governance_factory as make
from factories.committee import NOON, make_committee
from factories.programme_factory import BY
from placeplan_web.audit.models import AuditEntry
from placeplan_web.governance.models import ItemBody, MeetingState
from placeplan_web.governance.operations.item import finish_item
from placeplan_web.governance.operations.meeting import close_meeting
from placeplan_web.governance.operations.unreached import carry_unreached
from placeplan_web.registers.operations import save_record

pytestmark = pytest.mark.django_db
LATER = NOON + timedelta(hours=2)


@pytest.fixture
def closed(db):
    """Give a meeting of three items that took the first alone, and was closed."""
    committee = make_committee()
    told = {"title": "Theatres", "tags": ["theatre"], "value_pounds": 1200}
    save_record(by=BY, record=committee.items[1], changes=told, at=NOON)
    ItemBody.objects.create(
        item=committee.items[1], body=make.BodyFactory(slug="trust")
    )
    committee.begin()
    finish_item(
        by=BY,
        item=committee.open(),
        outcome="Noted.",
        at=NOON + timedelta(minutes=5),
    )
    committee.meeting = close_meeting(by=BY, meeting=committee.meeting, at=LATER)
    return committee


def plan(closed, month, **fields):
    return make.MeetingFactory(
        group=closed.group, held_on=date(2019, month, 4), starts_at=None, **fields
    )


def test_items_left_are_put_off_and_stand_on_the_next_agenda(closed):
    plan(closed, 9, state=MeetingState.CANCELLED, cancelled_reason="No room.")
    october = plan(closed, 10)
    make.AgendaItemFactory(meeting=october, number="1", position=1)

    to, put_off = carry_unreached(by=BY, meeting=closed.meeting, at=LATER)

    assert to == october
    assert [(i.number, i.state, i.outcome_words) for i in put_off] == [
        (n, "deferred", "Not reached before the meeting closed.") for n in ("5", "6")
    ]
    carried = october.items.filter(number="2").get()
    assert (carried.title, carried.tags, carried.value_pounds, carried.state) == (
        *("Theatres", ["theatre"], 1200, "planned"),
    )
    assert [body.slug for body in carried.bodies.all()] == ["trust"]
    assert [item.number for item in october.items.all()] == ["1", "2", "3"]
    verbs = AuditEntry.objects.filter(kind="governance.agendaitem", at=LATER)
    assert sorted(verbs.values_list("verb", flat=True)) == [
        *("carry", "carry", "defer", "defer"),
    ]


def test_what_was_carried_is_carried_once(closed):
    october = plan(closed, 10)
    carry_unreached(by=BY, meeting=closed.meeting, at=LATER)

    with pytest.raises(ValidationError, match="reached every item"):
        carry_unreached(by=BY, meeting=closed.meeting, at=LATER)

    assert october.items.count() == 2


def test_without_a_meeting_to_come_nothing_is_put_off(closed):
    plan(closed, 9, state=MeetingState.CANCELLED, cancelled_reason="No room.")

    with pytest.raises(ValidationError, match="Plan one, then carry"):
        carry_unreached(by=BY, meeting=closed.meeting, at=LATER)

    states = closed.meeting.items.values_list("number", "state")
    assert dict(states) == {"4": "taken", "5": "planned", "6": "planned"}


def test_meeting_that_is_not_over_carries_nothing():
    committee = make_committee()
    committee.begin()

    with pytest.raises(ValidationError, match="under way, not over"):
        carry_unreached(by=BY, meeting=committee.meeting, at=LATER)
