"""Calling a meeting: enough notice, or a reason; opened on its day, closed once."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError

from factories import governance_factory as make
from factories.committee import CALLED_AT, NOON, make_committee
from factories.programme_factory import BY
from placeplan_web.audit.models import AuditEntry
from placeplan_web.governance import models
from placeplan_web.governance.operations import meeting as operations
from placeplan_web.registers.clash import ClashError

pytestmark = pytest.mark.django_db
EIGHTH = datetime(2019, 8, 8, 9, 0, tzinfo=UTC)


def test_agenda_of_5_august_gives_six_clear_days():
    committee = make_committee()

    called = committee.call()

    assert (called.state, called.notice_state, called.notice_days) == (
        "called",
        "enough",
        6,
    )
    assert called.notice_published_at == CALLED_AT


def test_agenda_of_8_august_is_short_for_a_council_and_leaves_nothing():
    committee = make_committee()

    with pytest.raises(ValidationError) as refused:
        committee.call(EIGHTH)

    assert list(refused.value.error_dict) == ["urgency_reason"]
    committee.meeting.refresh_from_db()
    assert (committee.meeting.state, committee.meeting.version) == ("planned", 1)
    assert AuditEntry.objects.count() == 0


def test_same_agenda_is_enough_for_a_body_of_the_nhs():
    committee = make_committee(notice_body="nhs_body")

    called = committee.call(EIGHTH)

    assert (called.notice_state, called.notice_days) == ("enough", 3)


def test_short_notice_stands_with_a_reason():
    committee = make_committee()

    called = committee.call(EIGHTH, urgency_reason="the consultation closes")

    assert (called.notice_state, called.urgency_reason) == (
        "urgent",
        "the consultation closes",
    )


def test_where_no_notice_is_laid_down_none_is_assumed():
    committee = make_committee(notice_body="")

    called = committee.call(EIGHTH)

    assert (called.notice_state, called.notice_days) == ("not_stated", None)


def test_nobody_is_called_to_a_day_that_is_over():
    committee = make_committee()

    with pytest.raises(ValidationError, match="a day that is over"):
        committee.call(NOON + timedelta(days=1))


def test_meeting_is_called_once():
    committee = make_committee()
    committee.call()

    with pytest.raises(ValidationError, match="called, not planned"):
        committee.call()


def test_caller_of_an_older_version_is_told_of_the_newer():
    committee = make_committee()

    with pytest.raises(ClashError):
        committee.call(expected_version=2)


def test_open_actions_are_carried_to_the_agenda_once():
    committee = make_committee()
    action = make.ActionFactory(group=committee.group)
    make.ActionFactory()  # of another group
    make.ActionFactory(
        group=committee.group, state="done", closed_on=make.DAY, closed_reason="sent"
    )

    committee.call()

    carried = models.CarriedAction.objects.get()
    assert (carried.action, carried.meeting) == (action, committee.meeting)


def test_meeting_opens_on_its_day_alone():
    committee = make_committee()
    committee.call()

    with pytest.raises(ValidationError, match="another day"):
        operations.open_meeting(by=BY, meeting=committee.meeting, at=CALLED_AT)


def test_whoever_is_there_leaves_when_it_closes():
    committee = make_committee()
    committee.begin(present=2)
    later = NOON + timedelta(hours=2)

    closed = operations.close_meeting(by=BY, meeting=committee.meeting, at=later)

    assert (closed.state, closed.closed_at) == ("closed", later)
    ends = models.Attendance.objects.values_list("left_at", flat=True)
    assert list(ends) == [later, later]


def test_cancelled_meeting_says_why():
    committee = make_committee()

    with pytest.raises(ValidationError):
        operations.cancel_meeting(
            by=BY, meeting=committee.meeting, reason=" ", at=CALLED_AT
        )
    cancelled = operations.cancel_meeting(
        by=BY, meeting=committee.meeting, reason="snow", at=CALLED_AT
    )

    assert (cancelled.state, cancelled.cancelled_reason) == ("cancelled", "snow")


def test_call_that_fails_half_way_is_undone_whole(monkeypatch):
    committee = make_committee()
    make.ActionFactory(group=committee.group)

    def fail(**_):
        raise RuntimeError("the disk is full")

    monkeypatch.setattr(operations, "place_escalations", fail)

    with pytest.raises(RuntimeError):
        committee.call()

    committee.meeting.refresh_from_db()
    assert committee.meeting.state == "planned"
    assert models.CarriedAction.objects.count() == 0
    assert AuditEntry.objects.count() == 0
