"""``placeplan daily``: what time alone brings, once, and on the record."""

from datetime import timedelta

import pytest
import typer
from django.core.exceptions import ValidationError
from django.utils import timezone
from typer.testing import CliRunner

from factories import governance_factory as make
from factories.programme_factory import (
    BY,
    AssumptionFactory,
    MilestoneFactory,
    RiskFactory,
    SolutionLinkFactory,
)
from placeplan_web.audit.models import AuditEntry
from placeplan_web.config import commands
from placeplan_web.config import daily as steps
from placeplan_web.governance.models import CarriedAction, Escalation
from placeplan_web.programme.models import DeliveryProposal, RiskProposal
from placeplan_web.programme.operations import slip_effect
from placeplan_web.programme.operations.risk import add_score

pytestmark = pytest.mark.django_db
NOTHING = """\
Higher scores proposed, where an assumption failed or is overdue: 0
Deliveries of planned solutions proposed anew, after slips: 0
Risks laid before groups: 0
Risks put on the next agenda: 0
Actions carried to the next agenda: 0
Unfinished items carried to the next agenda: 0
"""


def call():
    app = typer.Typer()
    app.command("daily")(commands.daily)
    return CliRunner().invoke(app)


def _score(risk, likelihood):
    now = timezone.now()
    add_score(
        by=BY,
        risk=risk,
        kind="current",
        impact=2,
        likelihood=likelihood,
        reason="review",
        scored_on=timezone.localdate(now),
        at=now,
    )


def test_day_that_brings_nothing_says_so_and_writes_nothing():
    done = call()

    assert (done.exit_code, done.stdout) == (0, NOTHING)
    assert AuditEntry.objects.count() == 0


def test_what_one_day_brings_is_done_once_and_is_on_the_record():
    today = timezone.localdate()
    overdue = RiskFactory()
    _score(overdue, 3)
    AssumptionFactory(
        programme=overdue.programme, risks=[overdue], test_on=today - timedelta(days=1)
    )
    waiting = RiskFactory()
    _score(waiting, 4)  # no group hears it yet
    group = make.GroupFactory(slug="grp-steb")
    make.MeetingFactory(
        group=group,
        held_on=today + timedelta(days=9),
        starts_at=None,
        state="called",
        notice_published_at=timezone.now(),
        notice_state="not_stated",
    )
    make.ActionFactory(group=group, item=None, raised_on=today)
    entries = AuditEntry.objects.count()

    first = call()
    added = AuditEntry.objects.order_by("sequence")[entries:]
    told = [(entry.by, entry.verb) for entry in added]
    again = call()

    counts = [line[-1] for line in first.stdout.splitlines()]
    assert counts == ["1", "0", "1", "1", "1", "0"]
    assert RiskProposal.objects.get().risk == overdue
    assert Escalation.objects.get().item.meeting.group == group
    assert CarriedAction.objects.count() == 1
    assert told == [
        ("command", "follow-up"),
        ("command", "raise"),
        ("command", "place-escalation"),
        ("command", "place"),
        ("command", "carry"),
    ]
    assert again.stdout == NOTHING
    assert AuditEntry.objects.count() == entries + len(told)


def test_slip_that_grows_day_by_day_is_proposed_at_what_it_is_today(monkeypatch):
    link = SolutionLinkFactory()
    MilestoneFactory(programme=link.programme, projects=[link.project])  # due in 2019
    run = type("Released", (), {"dataset": type("Set", (), {"plan": link.plan})()})
    monkeypatch.setattr(slip_effect, "find_current_run", lambda: run)
    monkeypatch.setattr(
        slip_effect,
        "get_plan",
        lambda _: type("Plan", (), {"tables": {"solutions": 0}}),
    )
    pounds = {link.solution: {2019: 100.0, 2020: 200.0}}
    monkeypatch.setattr(slip_effect, "_list_planned", lambda _: pounds)

    first, again = call(), call()

    assert first.stdout.splitlines()[1][-1] == "1"
    assert again.stdout == NOTHING
    due = link.project.milestones.get().baseline_ends_on
    late = (timezone.localdate() - due).days
    assert DeliveryProposal.objects.get().delay_days == late


def test_step_that_is_refused_is_told_and_the_others_are_done(monkeypatch):
    def refuse(_):
        raise ValidationError("The plan counts no pounds for 2021.")

    monkeypatch.setattr(steps, "STEPS", {"First": refuse, "Second": lambda _: 3})

    done = call()

    assert (done.exit_code, done.stdout) == (1, "Second: 3\n")
    assert done.stderr == "First: not done. The plan counts no pounds for 2021.\n"
