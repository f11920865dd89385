"""A slip proposes what a solution is still worth, and a person decides."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from factories import programme_factory as make
from factories.programme_factory import BY, NOW
from placeplan_web.audit.models import AuditEntry
from placeplan_web.programme.models import DeliveryProposal
from placeplan_web.programme.operations import delivery as operations
from placeplan_web.programme.operations.milestone import slip_milestone

pytestmark = pytest.mark.django_db
DAY = NOW.date()
PLANNED = {2019: 100.0, 2020: 200.0}


@pytest.fixture
def link():
    """Give a solution that hangs on a project with one milestone, due in autumn."""
    made = make.SolutionLinkFactory()
    make.MilestoneFactory(programme=made.programme, projects=[made.project])
    return made


def _slip(link):
    """Let the milestone come 73 days after its last day: a fifth of a year."""
    milestone = link.project.milestones.get()
    day = milestone.baseline_ends_on + timedelta(days=73)
    slip_milestone(
        by=BY,
        milestone=milestone,
        forecast_starts_on=day,
        forecast_ends_on=day,
        reason="the boards meet later",
        at=NOW,
    )


def _refresh(link, **more):
    fields = {"by": BY, "planned": PLANNED, "as_at": DAY, "at": NOW, **more}
    return operations.refresh_proposal(link=link, **fields)


def test_project_on_time_proposes_nothing(link):
    assert _refresh(link) is None
    assert AuditEntry.objects.count() == 0


def test_slip_proposes_a_later_and_less_sure_delivery(link):
    _slip(link)

    proposal = _refresh(link)

    assert (proposal.probability, proposal.delay_days) == (0.6, 73)
    assert proposal.years == [[2019, 100.0, 48.0], [2020, 200.0, 108.0]]
    assert AuditEntry.objects.last().read_changes()["at_stake_pounds"] == 144.0


def test_part_of_a_solution_that_hangs_elsewhere_is_not_at_stake(link):
    link.share = 0.5
    _slip(link)

    found = operations.work_out_delivery(link, PLANNED, DAY)

    assert found.at_stake_pounds == 72.0


def test_one_proposal_stands_and_goes_when_the_slip_is_mended(link):
    _slip(link)
    first = _refresh(link)
    assert _refresh(link).pk == first.pk
    milestone = link.project.milestones.get()

    slip_milestone(
        by=BY,
        milestone=milestone,
        forecast_starts_on=milestone.baseline_starts_on,
        forecast_ends_on=milestone.baseline_ends_on,
        reason="an extra meeting was found",
        at=NOW,
    )

    assert _refresh(link) is None
    first.refresh_from_db()
    assert first.state == "refused"


def test_what_waits_already_is_not_written_again(link):
    _slip(link)
    _refresh(link)
    entries = AuditEntry.objects.count()

    again = _refresh(link, at=NOW + timedelta(hours=1))

    assert (again.made_at, AuditEntry.objects.count()) == (NOW, entries)


def test_what_somebody_refused_is_not_proposed_again_until_it_is_other(link):
    _slip(link)
    _decide(_refresh(link), is_taken=False)

    assert _refresh(link) is None
    assert _refresh(link, planned={2019: 100.0, 2020: 300.0}).state == "open"


def _decide(proposal, *, is_taken, reason="agreed"):
    return operations.decide_delivery(
        by="lead", proposal=proposal, is_taken=is_taken, reason=reason, at=NOW
    )


def test_proposal_that_is_taken_counts_for_the_solution(link):
    _slip(link)

    _decide(_refresh(link), is_taken=True)

    link.refresh_from_db()
    assert (link.probability, link.delay_days, link.version) == (0.6, 73, 2)
    assert _refresh(link) is None  # nothing new


def test_proposal_that_is_refused_leaves_the_solution(link):
    _slip(link)
    proposal = _refresh(link)
    with pytest.raises(ValidationError, match="Say why"):
        _decide(proposal, is_taken=False, reason=" ")

    _decide(proposal, is_taken=False)

    link.refresh_from_db()
    assert (link.probability, link.delay_days) == (None, 0)
    with pytest.raises(ValidationError, match="decided already"):
        _decide(proposal, is_taken=True)


def test_decision_that_fails_leaves_the_proposal_open(link, monkeypatch):
    _slip(link)
    proposal = _refresh(link)

    def fail(*_):
        raise RuntimeError("the disk is full")

    monkeypatch.setattr(operations, "_decide", fail)

    with pytest.raises(RuntimeError):
        _decide(proposal, is_taken=True)

    link.refresh_from_db()
    assert link.version == 1
    assert DeliveryProposal.objects.get().state == "open"


def test_year_that_is_left_out_is_refused_in_words(link):
    _slip(link)

    with pytest.raises(ValidationError):
        _refresh(link, planned={2019: 1.0, 2022: 1.0}, as_at=date(2019, 8, 1))
