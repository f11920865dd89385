"""A score that crosses the threshold lays its risk before groups, by itself."""

from datetime import UTC, date, datetime

import pytest

from factories import governance_factory as make
from factories.programme_factory import BY, AssumptionFactory, RiskFactory
from placeplan_web.audit.models import AuditEntry
from placeplan_web.governance.models import AgendaItem, Escalation, Group
from placeplan_web.governance.operations import escalation as operations
from placeplan_web.governance.operations.meeting import call_meeting
from placeplan_web.governance.operations.planning import Sitting, plan_meeting
from placeplan_web.programme.models import (
    Risk,
    RiskProposal,
    RiskScore,
    ThresholdCrossing,
)
from placeplan_web.programme.operations.assumption import decide_proposal
from placeplan_web.programme.operations.risk import add_score
from placeplan_web.registers.operations import withdraw_record

pytestmark = pytest.mark.django_db
AT = datetime(2019, 8, 5, 9, 0, tzinfo=UTC)
NEXT = date(2019, 9, 4)
HEARD_BY = (
    "grp-icp-dgs",
    "grp-icp-east",
    "grp-icp-ms",
    "grp-icp-west",
    "grp-sc-steering",
    "grp-steb",
)


def _score(risk, likelihood, day=date(2019, 8, 1), impact=2):
    return add_score(
        by=BY,
        risk=risk,
        kind="current",
        impact=impact,
        likelihood=likelihood,
        reason="review",
        scored_on=day,
        at=AT,
    )


def _plan_meetings(groups, held_on=NEXT):
    return [
        make.MeetingFactory(group=group, held_on=held_on, starts_at=None)
        for group in groups
    ]


@pytest.fixture
def group():
    return make.GroupFactory(slug="grp-steb")


def test_risk_of_2_by_4_is_on_the_next_agenda_of_the_board_and_five_groups(loaded_here):
    hearing = Group.objects.filter(slug__in=HEARD_BY)
    _plan_meetings(hearing, date(2019, 10, 2))
    _plan_meetings(hearing)  # sooner, so it is the next one
    risk = Risk.objects.first()

    _score(risk, 4)

    rows = Escalation.objects.filter(risk=risk).order_by("group__slug")
    placed = [(row.group.slug, row.item.meeting.held_on) for row in rows]
    assert placed == [(slug, NEXT) for slug in HEARD_BY]
    titles = {row.item.title for row in rows}
    assert titles == {f"{risk.reference}: {risk.title}"[:300]}


def test_risk_of_2_by_3_reaches_nobody(group):
    _plan_meetings([group])

    _score(RiskFactory(), 3)

    assert (Escalation.objects.count(), AgendaItem.objects.count()) == (0, 0)


def test_score_and_places_on_agendas_are_one_transaction(group, monkeypatch):
    _plan_meetings([group])
    risk = RiskFactory()
    entries = AuditEntry.objects.count()

    def fail(*_):
        raise RuntimeError("the disk is full")

    monkeypatch.setattr(operations, "_add_item", fail)
    with pytest.raises(RuntimeError):
        _score(risk, 4)

    assert RiskScore.objects.count() == 0
    assert ThresholdCrossing.objects.count() == 0
    assert Escalation.objects.count() == 0
    assert AuditEntry.objects.count() == entries


def test_higher_score_above_the_threshold_lays_nothing_before_groups_again(group):
    _plan_meetings([group])
    risk = RiskFactory()
    _score(risk, 4)

    _score(risk, 5, date(2019, 8, 2))

    assert (Escalation.objects.count(), AgendaItem.objects.count()) == (1, 1)


def test_proposal_that_is_taken_escalates_as_any_score_does(group):
    risk = RiskFactory()
    _score(risk, 3)
    assumption = AssumptionFactory(programme=risk.programme)
    proposal = RiskProposal.objects.create(
        assumption=assumption, risk=risk, impact=2, likelihood=4, made_at=AT
    )

    decide_proposal(
        by=BY,
        proposal=proposal,
        is_taken=True,
        reason="the day passed",
        scored_on=date(2019, 8, 2),
        at=AT,
    )

    assert Escalation.objects.get().group == group


def test_risk_that_falls_again_keeps_its_escalation_and_its_history(group):
    (meeting,) = _plan_meetings([group])
    risk = RiskFactory()
    _score(risk, 4)

    _score(risk, 3, date(2019, 8, 3))

    kept = Escalation.objects.get()
    assert (kept.stood_down_on, kept.stood_down_reason) == (
        date(2019, 8, 5),
        "Its score fell below 8.",
    )
    assert kept.item.meeting == meeting
    states = kept.history.order_by("version").values_list("item", "stood_down_on")
    assert list(states) == [
        (None, None),
        (kept.item_id, None),
        (kept.item_id, date(2019, 8, 5)),
    ]


def test_risk_that_rises_a_second_time_is_laid_before_the_group_a_second_time(group):
    risk = RiskFactory()
    for day, likelihood in enumerate((4, 3, 5), start=1):
        _score(risk, likelihood, date(2019, 8, day))

    rows = Escalation.objects.order_by("pk")

    assert [(row.raised_on.day, row.is_open) for row in rows] == [(1, False), (3, True)]


def test_risk_waits_for_a_group_that_has_announced_no_meeting(group):
    risk = RiskFactory()
    _score(risk, 4)
    assert Escalation.objects.get().item is None
    (meeting,) = _plan_meetings([group])

    called = call_meeting(by=BY, meeting=meeting, at=AT)

    assert Escalation.objects.get().item.meeting == called
    assert called.items.get().section == operations.SECTION


def test_risk_on_the_agenda_of_a_meeting_that_nobody_opened_goes_to_the_next(group):
    (missed,) = _plan_meetings([group], date(2019, 8, 7))
    _score(RiskFactory(), 4)
    assert Escalation.objects.get().item.meeting == missed
    (coming,) = _plan_meetings([group])

    operations.place_on_next_agendas(by=BY, at=AT.replace(day=8))

    assert Escalation.objects.get().item.meeting == coming
    assert missed.items.count() == 1  # what was announced stays announced


def test_escalation_of_a_risk_that_was_withdrawn_waits_no_more(group):
    risk = RiskFactory()
    _score(risk, 4)
    withdraw_record(by=BY, record=risk, reason="a double", at=AT)

    operations.raise_escalations(by=BY, at=AT)

    stood = Escalation.objects.get()
    assert stood.stood_down_reason == "The risk was closed or withdrawn."


def test_asking_again_asks_the_database_as_little_for_many_risks(
    group, django_assert_max_num_queries
):
    for _ in range(6):
        _score(RiskFactory(), 4)

    with django_assert_max_num_queries(12):
        again = operations.raise_escalations(by=BY, at=AT)

    assert again == []


def test_risk_is_brought_forward_to_an_earlier_meeting_that_is_planned_since(group):
    (later,) = _plan_meetings([group], date(2019, 9, 20))
    _score(RiskFactory(), 4)
    there = Escalation.objects.get().item
    assert there.meeting == later

    sooner = plan_meeting(
        by=BY, group=group, day=date(2019, 9, 6), sitting=Sitting(), at=AT
    )

    there.refresh_from_db()
    assert Escalation.objects.get().item.meeting == sooner
    assert (there.is_withdrawn, sooner.items.count()) == (True, 1)
    plan_meeting(by=BY, group=group, day=date(2019, 9, 13), sitting=Sitting(), at=AT)
    assert Escalation.objects.get().item.meeting == sooner


def test_announced_agenda_keeps_the_risk_that_an_earlier_meeting_hears(group):
    (later,) = _plan_meetings([group], date(2019, 9, 20))
    _score(RiskFactory(), 4)
    call_meeting(by=BY, meeting=later, at=AT)

    sooner = plan_meeting(
        by=BY, group=group, day=date(2019, 9, 6), sitting=Sitting(), at=AT
    )

    assert Escalation.objects.get().item.meeting == sooner
    assert later.items.filter(withdrawn_at=None).count() == 1
