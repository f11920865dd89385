"""What a meeting left unfinished goes on the next agenda by itself, once."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from factories import governance_factory as make
from factories.committee import NOON, make_committee
from factories.programme_factory import BY
from placeplan_web.audit.models import AuditEntry
from placeplan_web.governance.models import ItemBody
from placeplan_web.governance.operations.carried_item import take_off
from placeplan_web.governance.operations.daily import carry_items_to_next_agendas
from placeplan_web.governance.operations.item import defer_item, finish_item
from placeplan_web.governance.operations.meeting import (
    call_meeting,
    cancel_meeting,
    close_meeting,
    open_meeting,
)
from placeplan_web.governance.operations.minutes import draft_minutes
from placeplan_web.governance.operations.planning import Sitting, plan_meeting
from placeplan_web.governance.queries.minutes_parts import list_parts
from placeplan_web.registers.operations import save_record

pytestmark = pytest.mark.django_db
LATER = NOON + timedelta(hours=2)
UNFINISHED = "Not finished when the meeting closed."


@pytest.fixture
def held(db):
    """Give a meeting under way, with its first item of three under discussion."""
    committee = make_committee()
    told = {"title": "Theatres", "tags": ["theatre"], "value_pounds": 1200}
    save_record(by=BY, record=committee.items[0], changes=told, at=NOON)
    trust = make.BodyFactory(slug="trust")
    ItemBody.objects.create(item=committee.items[0], body=trust)
    committee.begin()
    committee.open()
    return committee


def plan(held, month, **fields):
    where = {"group": held.group, "starts_at": None, **fields}
    return make.MeetingFactory(held_on=date(2019, month, 4), **where)


def close(held):
    held.meeting = close_meeting(by=BY, meeting=held.meeting, at=LATER)
    return held.meeting


def name_items(meeting):
    return [each.title for each in meeting.items.filter(withdrawn_at=None)]


def read_minutes(meeting):
    minutes = draft_minutes(by=BY, meeting=meeting, at=LATER)
    return {each.item.number: each.text for each in list_parts(minutes) if each.item}


def test_item_under_discussion_goes_on_the_next_agenda_with_its_front_sheet(held):
    october, september = plan(held, 10), plan(held, 9)
    make.AgendaItemFactory(meeting=september, number="1", position=1)

    close(held)

    before = held.meeting.items.get(number="4")
    after = september.items.get(number="2")
    assert (before.state, before.outcome_words) == ("deferred", UNFINISHED)
    assert (after.carried_from, after.state) == (before, "planned")
    assert (after.title, after.tags, after.value_pounds) == (
        *("Theatres", ["theatre"], 1200),
    )
    assert [body.slug for body in after.bodies.all()] == ["trust"]
    assert october.items.count() == 0
    entries = AuditEntry.objects.filter(kind="governance.agendaitem", at=LATER)
    assert sorted(entries.values_list("verb", flat=True)) == ["carry", "defer"]


def test_minutes_say_that_it_was_not_finished_and_where_it_goes_on(held):
    plan(held, 9)

    said = read_minutes(close(held))["4"].split("\n\n")

    assert said[0] == "## 4. Theatres"
    assert said[1:] == [UNFINISHED, "It goes on at the meeting of 4 September 2019."]


def test_minutes_of_the_next_meeting_say_where_it_came_from(held):
    september = plan(held, 9)
    close(held)

    call_meeting(by=BY, meeting=september, at=LATER)
    then = NOON.replace(month=9, day=4)
    open_meeting(by=BY, meeting=september, at=then)
    close_meeting(by=BY, meeting=september, at=then + timedelta(hours=1))

    (said,) = read_minutes(september).values()
    assert said.split("\n\n")[1] == "Carried from 14 August 2019."


def test_item_put_off_goes_on_with_its_own_reason(held):
    september = plan(held, 9)
    defer_item(by=BY, item=held.items[1], reason="The figures are late.", at=LATER)

    close(held)

    before = held.meeting.items.get(number="5")
    assert before.outcome_words == "The figures are late."
    assert before.carried_to.meeting == september


def test_item_without_a_quorum_goes_on_and_says_that_nothing_was_decided(held):
    september = plan(held, 9)
    inquorate = {"state": "inquorate_through_interests"}
    save_record(by=BY, record=held.items[0], changes=inquorate, at=NOON)

    close(held)

    before = held.meeting.items.get(number="4")
    assert (before.state, before.outcome_words) == (
        "deferred",
        "Without a quorum when the meeting closed: nothing was decided.",
    )
    assert name_items(september) == ["Theatres"]


def test_item_on_which_something_was_settled_is_taken_and_goes_nowhere(held):
    september = plan(held, 9)
    make.DecisionFactory(item=held.items[0])

    close(held)

    before = held.meeting.items.get(number="4")
    assert (before.state, before.outcome_words) == (
        *("taken", "Settled as recorded before the meeting closed."),
    )
    assert september.items.count() == 0


def test_finished_and_unreached_items_do_not_go_by_themselves(held):
    september = plan(held, 9)
    finish_item(by=BY, item=held.items[0], outcome="Noted.", at=LATER)

    close(held)

    states = dict(held.meeting.items.values_list("number", "state"))
    assert states == {"4": "taken", "5": "planned", "6": "planned"}
    assert september.items.count() == 0


def test_item_waits_where_every_agenda_is_published_until_a_meeting_is_planned(held):
    september = plan(held, 9)
    call_meeting(by=BY, meeting=september, at=NOON)

    close(held)
    waiting = held.meeting.items.get(number="4")
    assert not hasattr(waiting, "carried_to")
    october = plan_meeting(
        by=BY, group=held.group, day=date(2019, 10, 3), sitting=Sitting(), at=LATER
    )

    assert name_items(october) == ["Theatres"]
    assert september.items.count() == 0


def test_item_of_a_private_part_goes_to_that_part_alone(held):
    part = make.GroupPartFactory(group=held.group, kind="private")
    save_record(by=BY, record=held.meeting, changes={"part": part}, at=NOON)
    public, private = plan(held, 9), plan(held, 10, part=part)

    close(held)

    assert (name_items(public), name_items(private)) == ([], ["Theatres"])


def test_day_carries_an_item_once_and_again_after_its_meeting_was_cancelled(held):
    september, october = plan(held, 9), plan(held, 10)
    close(held)

    assert carry_items_to_next_agendas(by=BY, at=LATER) == []
    cancel_meeting(by=BY, meeting=september, reason="Snow.", at=LATER)
    (again,) = carry_items_to_next_agendas(by=BY, at=LATER)

    lost = september.items.get()
    assert (lost.state, lost.outcome_words) == (
        *("deferred", "Not heard: the meeting was cancelled."),
    )
    assert (again.meeting, again.carried_from) == (october, lost)
    assert carry_items_to_next_agendas(by=BY, at=LATER) == []


def test_item_taken_off_is_not_carried_again(held):
    september = plan(held, 9)
    close(held)
    carried = september.items.get()

    with pytest.raises(ValidationError, match="Say why it is taken off"):
        take_off(by=BY, item=carried, reason=" ", at=LATER)
    take_off(by=BY, item=carried, reason="The chair settled it.", at=LATER)

    assert name_items(september) == []
    assert carry_items_to_next_agendas(by=BY, at=LATER) == []
    said = read_minutes(held.meeting)["4"].split("\n\n")
    assert said[1:] == [UNFINISHED]


def test_item_of_a_published_agenda_is_not_taken_off(held):
    september = plan(held, 9)
    close(held)
    call_meeting(by=BY, meeting=september, at=LATER)

    with pytest.raises(ValidationError, match="called, not planned"):
        take_off(by=BY, item=september.items.get(), reason="Settled.", at=LATER)

    assert name_items(september) == ["Theatres"]


def test_risk_that_was_not_discussed_goes_by_itself_and_not_twice(held):
    risky = make.EscalationFactory(group=held.group, item=held.items[0])
    september = plan(held, 9)

    close(held)
    call_meeting(by=BY, meeting=september, at=LATER)

    assert name_items(september) == [f"{risky.risk.reference}: {risky.risk.title}"]
