"""Scoring, accepting and happening: every step kept, and undone whole when it fails."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from factories import programme_factory as make
from factories.programme_factory import BY, NOW
from placeplan_web.audit.models import AuditEntry
from placeplan_web.programme.models import Issue, Risk, RiskScore, ThresholdCrossing
from placeplan_web.programme.operations import risk as operations
from placeplan_web.registers.clash import ClashError

pytestmark = pytest.mark.django_db
DAY = NOW.date()


def _score(risk, impact, likelihood, *, on=DAY, kind="current", **more):
    fields = {"by": BY, "reason": "agreed at the review", "at": NOW}
    return operations.add_score(
        risk=risk,
        kind=kind,
        impact=impact,
        likelihood=likelihood,
        scored_on=on,
        **{**fields, **more},
    )


def test_score_is_kept_and_its_risk_knows_of_it():
    risk = make.RiskFactory()

    score = _score(risk, 3, 5)

    risk.refresh_from_db()
    assert risk.current_score == score
    assert (score.score, score.by, score.reason) == (15, BY, "agreed at the review")
    assert risk.version == 2
    assert risk.history.get(version=2).history_change_reason == "agreed at the review"


def test_two_by_four_crosses_the_threshold_and_two_by_three_does_not():
    risk = make.RiskFactory()

    _score(risk, 2, 3)
    assert ThresholdCrossing.objects.count() == 0
    _score(risk, 2, 4)

    crossing = ThresholdCrossing.objects.get()
    assert (crossing.is_upward, crossing.threshold) == (True, 8)
    assert crossing.matrix == "papers_2019"


def test_score_that_stays_above_crosses_once_and_one_that_falls_crosses_back():
    risk = make.RiskFactory()

    for likelihood in (4, 5, 3):
        _score(risk, 2, likelihood)

    ways = ThresholdCrossing.objects.values_list("is_upward", "score__score")
    assert list(ways) == [(True, 8), (False, 6)]


def test_target_score_crosses_nothing():
    _score(make.RiskFactory(), 5, 5, kind="target")

    assert ThresholdCrossing.objects.count() == 0


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"reason": " "}, "reason"),
        ({"on": DAY + timedelta(days=1)}, "scored_on"),
        ({"on": date(2019, 6, 1)}, "scored_on"),  # before any matrix is known
        ({"impact": 6}, "__all__"),
        ({"kind": "felt"}, "kind"),
    ],
)
def test_score_that_may_not_be_leaves_nothing(changed, field):
    risk = make.RiskFactory()
    asked = {"impact": 4, "likelihood": 4, **changed}

    with pytest.raises(ValidationError) as refused:
        _score(risk, **asked)

    assert list(refused.value.error_dict) == [field]
    assert RiskScore.objects.count() == 0
    assert AuditEntry.objects.count() == 0


def test_nothing_is_back_dated():
    risk = make.RiskFactory()
    _score(risk, 2, 2)

    with pytest.raises(ValidationError, match="Nothing is back-dated"):
        _score(risk, 2, 3, on=DAY - timedelta(days=1))


def test_score_of_an_older_version_is_told_of_the_newer():
    risk = make.RiskFactory()
    _score(risk, 2, 2)

    with pytest.raises(ClashError) as clash:
        _score(risk, 2, 3, expected_version=1)

    assert clash.value.current.version == 2


def test_closed_risk_is_not_scored():
    risk = make.RiskFactory(closed_on=DAY, closed_reason="gone")

    with pytest.raises(ValidationError, match="closed or withdrawn"):
        _score(risk, 2, 2)


def test_crossing_that_fails_undoes_the_score(monkeypatch):
    risk = make.RiskFactory()

    def fail(*_):
        raise RuntimeError("the disk is full")

    monkeypatch.setattr(operations, "_note_crossing", fail)

    with pytest.raises(RuntimeError):
        _score(risk, 4, 4)

    risk.refresh_from_db()
    assert (risk.version, risk.current_score) == (1, None)
    assert RiskScore.objects.count() == 0
    assert AuditEntry.objects.count() == 0


def _accept(risk, **changed):
    fields = {
        "by": BY,
        "approver_post": make.PostFactory(),
        "reason": "nothing more can be done",
        "accepted_on": DAY,
        "expires_on": date(2020, 1, 31),
        "at": NOW,
    }
    return operations.accept_risk(risk=risk, **{**fields, **changed})


def test_acceptance_names_the_score_that_was_accepted():
    risk = make.RiskFactory()
    score = _score(risk, 3, 3)

    accepted = _accept(risk)

    assert (accepted.score, accepted.expires_on) == (score, date(2020, 1, 31))
    entry = AuditEntry.objects.last()
    assert (entry.verb, entry.kind) == ("accept", "programme.riskacceptance")


def test_risk_without_a_score_is_not_accepted():
    with pytest.raises(ValidationError, match="Score the risk"):
        _accept(make.RiskFactory())


@pytest.mark.parametrize(
    "changed", [{"reason": ""}, {"expires_on": DAY - timedelta(days=1)}]
)
def test_acceptance_without_a_reason_or_an_end_is_refused(changed):
    risk = make.RiskFactory()
    _score(risk, 3, 3)

    with pytest.raises(ValidationError):
        _accept(risk, **changed)


def test_risk_that_happens_becomes_an_issue_and_stays():
    project = make.ProjectFactory()
    risk = make.RiskFactory(programme=project.programme, owner_words="finance group")
    risk.project_links.create(project=project)

    issue = operations.turn_into_issue(
        by=BY, risk=risk, happened_on=DAY, effect="the work stops", at=NOW
    )

    risk.refresh_from_db()
    assert risk.happened_on == DAY
    assert (issue.risk, issue.project, issue.raised_on) == (risk, project, DAY)
    assert (issue.reference, issue.owner_words) == ("ISS-01", "finance group")
    assert [entry.verb for entry in AuditEntry.objects.all()] == ["happen", "add"]


def test_risk_that_has_an_open_issue_gets_no_second_and_nothing_is_written():
    risk = make.RiskFactory()
    make.IssueFactory(risk=risk, programme=risk.programme)

    with pytest.raises(ValidationError):
        operations.turn_into_issue(
            by=BY, risk=risk, happened_on=DAY, effect="again", at=NOW
        )

    assert Risk.objects.get().happened_on is None
    assert Issue.objects.count() == 1
    assert AuditEntry.objects.count() == 0
