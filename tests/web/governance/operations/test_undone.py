"""An operation whose last entry in the audit cannot be written leaves nothing."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.db import transaction

from factories import governance_factory as make
from factories.committee import CALLED_AT, NOON, make_committee
from factories.pack_factory import make_plain_upload
from factories.programme_factory import BY, PlaceFactory
from placeplan_web.audit import operations as audit
from placeplan_web.audit.models import AuditEntry
from placeplan_web.governance.operations.action import close_action
from placeplan_web.governance.operations.attendance import join_meeting, leave_meeting
from placeplan_web.governance.operations.declaration import declare_interest, rule_on
from placeplan_web.governance.operations.escalation import discuss_escalation
from placeplan_web.governance.operations.escalation_reach import (
    escalate_further,
    narrow_escalation,
)
from placeplan_web.governance.operations.group import give_seat
from placeplan_web.governance.operations.item import (
    defer_item,
    finish_item,
    open_item,
    resolve_exclusion,
)
from placeplan_web.governance.operations.meeting import (
    cancel_meeting,
    close_meeting,
    open_meeting,
)
from placeplan_web.governance.operations.minutes import (
    agree_minutes,
    correct_minutes,
    draft_minutes,
)
from placeplan_web.governance.operations.paper import PaperFile, publish_version
from placeplan_web.governance.operations.ratification import ask_bodies, record_answer
from placeplan_web.governance.operations.reading import record_reading
from placeplan_web.governance.operations.sign_off import sign_block

pytestmark = pytest.mark.django_db
END = NOON + timedelta(hours=2)
MEANING = "commits to proceed, not to any outcome"


def _publish():
    file = PaperFile("report.pdf", "application/pdf", make_plain_upload())
    return publish_version, {"paper": make.PaperFactory(), "file": file, "at": NOON}


def _join():
    committee = make_committee()
    committee.begin(present=3)
    late = {"meeting": committee.meeting, "seat": committee.seats[4], "at": END}
    return join_meeting, late


def _leave():
    committee = make_committee()
    stay, *_ = committee.begin(present=3)
    return leave_meeting, {"stay": stay, "at": END}


def _open_meeting():
    committee = make_committee()
    return open_meeting, {"meeting": committee.call(), "at": NOON}


def _close_meeting():
    committee = make_committee()
    committee.begin()
    return close_meeting, {"meeting": committee.meeting, "at": END}


def _cancel():
    meeting = make_committee().call()
    return cancel_meeting, {"meeting": meeting, "reason": "snow", "at": CALLED_AT}


def _open_item():
    committee = make_committee()
    committee.begin()
    return open_item, {"item": committee.items[0], "at": NOON}


def _finish():
    committee = make_committee()
    committee.begin()
    return finish_item, {"item": committee.open(), "outcome": "Noted.", "at": END}


def _defer():
    committee = make_committee()
    committee.begin()
    return defer_item, {"item": committee.open(), "reason": "late", "at": END}


def _exclude():
    committee = make_committee()
    committee.begin()
    item = committee.open()
    item.classification, item.exempt_reason = "exempt", "paragraph_3"
    item.balance_words = "prices of a bidder"
    item.save()
    return resolve_exclusion, {"item": item, "at": END}


def _declare():
    committee = make_committee(regime="localism_act")
    committee.begin()
    seat = committee.seats[0]
    item = committee.open()
    fields = {"item": item, "seat": seat, "kind": "dpi", "nature": "a shop"}
    return declare_interest, {**fields, "at": END}


def _rule():
    committee = make_committee(regime="nhs")
    committee.begin()
    declared = declare_interest(
        by=BY,
        item=committee.open(),
        seat=committee.seats[0],
        kind="financial",
        nature="shares in a clinic",
        at=NOON,
    )
    post = committee.posts[1]
    return rule_on, {
        "declaration": declared,
        "ruling": "leave",
        "post": post,
        "at": END,
    }


def _ask():
    decision = make.DecisionFactory(
        kind="recommendation", verb="recommend", ratification_rule="all"
    )
    bodies = make.BodyFactory.create_batch(8)
    asked = {"decision": decision, "bodies": bodies, "asked_on": make.DAY, "at": NOON}
    return ask_bodies, asked


def _answer():
    decision = make.DecisionFactory(
        kind="recommendation", verb="recommend", ratification_rule="all"
    )
    asked = make.RatificationFactory(decision=decision, asked_on=make.DAY)
    said = {"outcome": "refused", "answered_on": make.DAY, "reason": "too far"}
    return record_answer, {"ratification": asked, **said, "at": NOON}


def _close():
    committee = make_committee()
    committee.begin()
    item = committee.open()
    finish_item(by=BY, item=item, outcome="Noted.", at=END)
    return close_meeting(by=BY, meeting=committee.meeting, at=END)


def _draft():
    return draft_minutes, {"meeting": _close(), "at": END}


def _correct():
    minutes = draft_minutes(by=BY, meeting=_close(), at=END)
    fields = {"minutes": minutes, "texts": {0: "# Better"}, "correction": "a name"}
    return correct_minutes, {**fields, "at": END}


def _agree():
    minutes = draft_minutes(by=BY, meeting=_close(), at=END)
    group = minutes.meeting.group
    later = make.OpenMeetingFactory(group=group, held_on=END.date().replace(month=9))
    return agree_minutes, {"minutes": minutes, "at_meeting": later, "at": END}


def _sign():
    place = PlaceFactory(slug="ccg")
    block = make.SignOffBlockFactory(body=make.BodyFactory(place=place))
    post = make.PostFactory(organisation=place)
    fields = {"block": block, "post": post, "meaning_shown": MEANING}
    return sign_block, {**fields, "at": NOON}


def _close_action():
    fields = {"state": "done", "closed_on": make.DAY, "reason": "sent"}
    return close_action, {"action": make.ActionFactory(), **fields, "at": NOON}


def _narrow():
    crossing, whole = make.ThresholdCrossingFactory(), make.GroupFactory()
    kept, _ = make.EscalationFactory.create_batch(
        2, crossing=crossing, group__part_of=whole
    )
    only = {"crossing": crossing, "only": [kept.group], "reason": "east alone"}
    return narrow_escalation, {**only, "at": NOON}


def _discuss():
    meeting = make.OpenMeetingFactory()
    item = make.AgendaItemFactory(meeting=meeting)
    waiting = make.EscalationFactory(group=meeting.group, item=item)
    return discuss_escalation, {
        "escalation": waiting,
        "discussion": "more staff by May",
        "at": END,
    }


def _escalate():
    waiting = make.EscalationFactory()
    body = make.BodyFactory()
    given = {"escalation": waiting, "bodies": [body], "reason": "it is theirs"}
    return escalate_further, {**given, "at": NOON}


def _read():
    version = make.PaperVersionFactory()
    seat = make.SeatFactory(group=version.paper.item.meeting.group)
    make.SeatHoldingFactory(seat=seat)
    return record_reading, {"version": version, "seat": seat, "at": NOON}


def _seat():
    seat, post = make.SeatFactory(), make.PostFactory()
    return give_seat, {"seat": seat, "post": post, "starts_on": make.DAY, "at": NOON}


OPERATIONS = {
    "publish a paper": _publish,
    "join": _join,
    "leave": _leave,
    "open a meeting": _open_meeting,
    "close a meeting": _close_meeting,
    "cancel a meeting": _cancel,
    "open an item": _open_item,
    "finish an item": _finish,
    "put an item off": _defer,
    "resolve to exclude the public": _exclude,
    "declare": _declare,
    "rule on a declaration": _rule,
    "ask bodies to ratify": _ask,
    "answer": _answer,
    "draft minutes": _draft,
    "correct minutes": _correct,
    "agree minutes": _agree,
    "sign": _sign,
    "close an action": _close_action,
    "leave groups out": _narrow,
    "escalate further": _escalate,
    "say that a paper was read": _read,
    "discuss a risk": _discuss,
    "give a seat": _seat,
}


@pytest.mark.parametrize("name", OPERATIONS)
def test_operation_whose_audit_fails_is_undone_whole(name, monkeypatch):
    operate, given = OPERATIONS[name]()
    before, entries = _list_rows(), AuditEntry.objects.count()
    written = _count_entries(operate, given)
    assert written > 0
    assert (_list_rows(), AuditEntry.objects.count()) == (before, entries)
    calls = []
    real = audit.record_all

    def fail_at_the_last(**fields):
        calls.extend(fields["happenings"])
        if len(calls) >= written:
            raise RuntimeError("the disk is full")
        return real(**fields)

    monkeypatch.setattr(audit, "record_all", fail_at_the_last)
    with pytest.raises(RuntimeError):
        operate(by=BY, **given)

    assert (_list_rows(), AuditEntry.objects.count()) == (before, entries)


def _count_entries(operate, given):
    """Give how many entries the operation writes; then undo it."""
    before = AuditEntry.objects.count()
    with transaction.atomic():
        operate(by=BY, **given)
        written = AuditEntry.objects.count() - before
        transaction.set_rollback(True)
    return written


def _list_rows():
    """Give every row of the room, and of the histories that go with it."""
    return {
        model._meta.label: list(model.objects.order_by("pk").values_list())
        for model in apps.get_app_config("governance").get_models()
    }
