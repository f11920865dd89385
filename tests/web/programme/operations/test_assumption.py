"""An assumption that fails proposes its risks up, and a person decides."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from factories import programme_factory as make
from factories.programme_factory import BY, NOW
from placeplan_web.audit.models import AuditEntry
from placeplan_web.programme.models import Assumption, AssumptionTest, RiskProposal
from placeplan_web.programme.operations import assumption as operations
from placeplan_web.programme.operations.risk import add_score
from placeplan_web.programme.queries.assumption_state import read_assumption

pytestmark = pytest.mark.django_db
DAY = NOW.date()
LATER = NOW + timedelta(days=1)


@pytest.fixture
def assumption():
    """Give one on which a scored risk, a bare one and an input of the plan rest."""
    scored = make.RiskFactory(reference="RSK-15")
    add_score(
        by=BY,
        risk=scored,
        kind="current",
        impact=2,
        likelihood=3,
        reason="first review",
        scored_on=DAY,
        at=NOW,
    )
    bare = make.RiskFactory(reference="RSK-03", programme=scored.programme)
    made = make.AssumptionFactory(programme=scored.programme, risks=[scored, bare])
    make.AssumptionInputFactory(assumption=made)
    return made


def _test(assumption, outcome="failed", **changed):
    fields = {
        "by": BY,
        "tested_on": DAY,
        "words": "the order was not made",
        "at": LATER,
    }
    return operations.record_test(
        assumption=assumption, outcome=outcome, **{**fields, **changed}
    )


def test_failed_assumption_proposes_its_scored_risk_up_and_flags_its_inputs(assumption):
    (proposal,) = _test(assumption)

    assert proposal.risk.reference == "RSK-15"
    assert (proposal.impact, proposal.likelihood) == (2, 4)
    assert assumption.inputs.get().flagged_on == DAY
    assert Assumption.objects.get().outcome == "failed"
    assert proposal.risk.current_score.likelihood == 3  # nothing moves by itself


def test_assumption_that_held_proposes_nothing_and_takes_flags_away(assumption):
    _test(assumption)

    assert _test(assumption, "held", words="the order came") == []

    assert assumption.inputs.get().flagged_on is None


def test_nothing_is_proposed_twice_for_one_failure(assumption):
    _test(assumption)

    again = operations.follow_up(
        by=BY, assumption=Assumption.objects.get(), as_at=DAY, at=LATER
    )

    assert again == []
    assert RiskProposal.objects.count() == 1


def test_failure_after_it_held_proposes_anew(assumption):
    (first,) = _test(assumption)
    operations.decide_proposal(
        by=BY, proposal=first, is_taken=False, reason="no", at=LATER, scored_on=DAY
    )
    _test(assumption, "held", at=LATER + timedelta(hours=1))

    assert len(_test(assumption, at=LATER + timedelta(hours=2))) == 1


def test_day_that_passes_unmet_is_a_failure(assumption):
    after = date(2020, 4, 2)

    (proposal,) = operations.follow_up(
        by=BY, assumption=assumption, as_at=after, at=NOW
    )

    assert proposal.likelihood == 4
    assert assumption.inputs.get().flagged_on == after


def test_day_that_has_not_passed_is_none(assumption):
    on = date(2020, 4, 1)

    assert operations.follow_up(by=BY, assumption=assumption, as_at=on, at=NOW) == []


def test_milestone_that_is_the_test_gives_its_day():
    milestone = make.MilestoneFactory(reference="MS-16")
    made = make.AssumptionFactory(test="", test_on=None, programme=milestone.programme)
    AssumptionTest.objects.create(assumption=made, milestone=milestone)
    season = make.KeyDateFactory(reference="DT-14", starts_on=None, ends_on=None)
    AssumptionTest.objects.create(assumption=made, key_date=season)

    day = milestone.baseline_ends_on
    assert [(at.id, at.ends_on) for at in read_assumption(made).tests] == [
        ("MS-16", day)
    ]
    assert read_assumption(made).find_state(day) == "open"
    assert read_assumption(made).find_state(day + timedelta(days=1)) == "lapsed"


@pytest.mark.parametrize(
    "changed",
    [{"words": ""}, {"outcome": "untested"}, {"tested_on": DAY + timedelta(days=2)}],
    ids=["words", "outcome", "day"],
)
def test_test_that_may_not_be_leaves_nothing(assumption, changed):
    entries = AuditEntry.objects.count()

    with pytest.raises(ValidationError):
        _test(assumption, **changed)

    assert Assumption.objects.get().version == 1
    assert AuditEntry.objects.count() == entries


def _decide(proposal, *, is_taken, **changed):
    fields = {"by": "lead", "reason": "the board agreed", "at": LATER, "scored_on": DAY}
    return operations.decide_proposal(
        proposal=proposal, is_taken=is_taken, **{**fields, **changed}
    )


def test_proposal_that_is_taken_becomes_a_score_and_crosses(assumption):
    (proposal,) = _test(assumption)

    taken = _decide(proposal, is_taken=True)

    assert (taken.state, taken.score.score, taken.decided_by) == ("taken", 8, "lead")
    assert taken.score.crossing.is_upward is True
    proposal.risk.refresh_from_db()
    assert proposal.risk.current_score == taken.score


def test_proposal_that_is_refused_moves_nothing(assumption):
    (proposal,) = _test(assumption)

    refused = _decide(proposal, is_taken=False)

    assert (refused.state, refused.score) == ("refused", None)
    with pytest.raises(ValidationError, match="decided already"):
        _decide(proposal, is_taken=True)


def test_decision_that_fails_leaves_no_score(assumption, monkeypatch):
    (proposal,) = _test(assumption)
    entries = AuditEntry.objects.count()

    def fail(**_):
        raise RuntimeError("no audit")

    monkeypatch.setattr(operations, "note_act", fail)

    with pytest.raises(RuntimeError):
        _decide(proposal, is_taken=True)

    proposal.refresh_from_db()
    assert proposal.state == "open"
    assert proposal.risk.scores.count() == 1
    assert AuditEntry.objects.count() == entries
