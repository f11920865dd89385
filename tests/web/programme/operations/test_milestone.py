"""A date moves with a reason, and what was agreed stays."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from factories import programme_factory as make
from factories.programme_factory import BY, NOW
from placeplan.programme.rating_set import get_rating_set_at
from placeplan_web.audit.models import AuditEntry
from placeplan_web.programme.models import MilestoneDependency
from placeplan_web.programme.operations import milestone as operations
from placeplan_web.registers.clash import ClashError

pytestmark = pytest.mark.django_db
DAY = NOW.date()
NEW_YEAR = (date(2020, 1, 1), date(2020, 1, 31))


def _slip(milestone, first=NEW_YEAR[0], last=NEW_YEAR[1], **more):
    fields = {"by": BY, "reason": "the boards meet later", "at": NOW, **more}
    return operations.slip_milestone(
        milestone=milestone, forecast_starts_on=first, forecast_ends_on=last, **fields
    )


def _judge(milestone, colour, words="", **more):
    fields = {"by": BY, "as_at": DAY, "at": NOW, **more}
    return operations.judge_milestone(
        milestone=milestone, colour=colour, words=words, **fields
    )


def test_slip_moves_the_forecast_and_leaves_the_baseline():
    slipped = _slip(make.MilestoneFactory())

    assert slipped.baseline_ends_on == date(2019, 10, 31)
    assert (slipped.forecast_starts_on, slipped.forecast_ends_on) == NEW_YEAR
    version = slipped.history.get(version=2)
    assert version.history_change_reason == "the boards meet later"
    entry = AuditEntry.objects.get()
    assert entry.verb == "slip"
    assert entry.read_changes() == {
        "forecast_starts_on": [None, "2020-01-01"],
        "forecast_ends_on": [None, "2020-01-31"],
        "version": 2,
    }


def test_forecast_that_is_the_baseline_again_is_none():
    milestone = _slip(make.MilestoneFactory())

    back = _slip(milestone, date(2019, 9, 1), date(2019, 10, 31))

    assert back.forecast_starts_on is None


@pytest.mark.parametrize(
    "changed", [{"reason": ""}, {"last": date(2019, 12, 31)}], ids=str
)
def test_slip_that_may_not_be_leaves_nothing(changed):
    milestone = make.MilestoneFactory()

    with pytest.raises(ValidationError):
        _slip(milestone, **changed)

    milestone.refresh_from_db()
    assert (milestone.version, AuditEntry.objects.count()) == (1, 0)


def test_audit_that_fails_undoes_the_slip(monkeypatch):
    milestone = make.MilestoneFactory()

    def fail(**_):
        raise RuntimeError("no audit")

    monkeypatch.setattr("placeplan_web.registers.operations.add_entry", fail)

    with pytest.raises(RuntimeError):
        _slip(milestone)

    milestone.refresh_from_db()
    assert milestone.forecast_starts_on is None
    assert milestone.history.count() == 1


def test_slip_of_an_older_version_is_told_of_the_newer():
    milestone = _slip(make.MilestoneFactory())

    with pytest.raises(ClashError):
        _slip(milestone, last=date(2020, 2, 29), expected_version=1)


def test_milestone_is_reached_once_and_no_longer_blocked():
    milestone = make.MilestoneFactory(blocked_by="no quorum")

    done = operations.complete_milestone(
        by=BY, milestone=milestone, finished_on=DAY, at=NOW
    )

    assert (done.finished_on, done.is_blocked) == (DAY, False)
    with pytest.raises(ValidationError, match="reached already"):
        operations.complete_milestone(by=BY, milestone=done, finished_on=DAY, at=NOW)
    with pytest.raises(ValidationError, match="reached already"):
        _slip(done)


def test_milestone_is_not_reached_before_its_day_has_come():
    with pytest.raises(ValidationError, match="not come yet"):
        operations.complete_milestone(
            by=BY,
            milestone=make.MilestoneFactory(),
            finished_on=DAY + timedelta(days=1),
            at=NOW,
        )


def test_judgement_that_agrees_needs_no_words():
    judged = _judge(make.MilestoneFactory(), "green")

    assert (judged.judged_rag, judged.judged_against) == ("green", "green")
    assert judged.judged_set == get_rating_set_at(DAY).rule_set
    assert judged.judged_on == DAY


def test_judgement_that_differs_needs_words():
    milestone = make.MilestoneFactory()

    with pytest.raises(ValidationError) as refused:
        _judge(milestone, "red")

    assert list(refused.value.error_dict) == ["judged_words"]
    judged = _judge(milestone, "red", "the chair has left")
    assert (judged.judged_rag, judged.judged_against) == ("red", "green")
    assert judged.judged_words == "the chair has left"


def test_judgement_is_taken_back():
    milestone = _judge(make.MilestoneFactory(), "red", "the chair has left")

    back = _judge(milestone, "")

    assert (back.judged_rag, back.judged_words, back.judged_on) == ("", "", None)


def test_circle_is_refused_in_words():
    first = make.MilestoneFactory(reference="MS-01")
    others = [
        make.MilestoneFactory(reference=name, programme=first.programme)
        for name in ("MS-02", "MS-03")
    ]
    operations.tie_milestones(by=BY, before=first, after=others[0], at=NOW)
    operations.tie_milestones(by=BY, before=others[0], after=others[1], at=NOW)

    with pytest.raises(ValidationError, match="no circle"):
        operations.tie_milestones(by=BY, before=others[1], after=first, at=NOW)

    assert MilestoneDependency.objects.count() == 2
    assert AuditEntry.objects.count() == 2


def test_milestones_of_two_programmes_are_not_tied():
    with pytest.raises(ValidationError, match="one programme"):
        operations.tie_milestones(
            by=BY, before=make.MilestoneFactory(), after=make.MilestoneFactory(), at=NOW
        )


def test_tie_that_is_undone_stays_in_the_audit():
    tie = make.MilestoneDependencyFactory()

    operations.untie_milestones(by=BY, tie=tie, at=NOW)

    assert MilestoneDependency.objects.count() == 0
    assert AuditEntry.objects.get().verb == "untie"
