"""A gate is closed with evidence, in the law of its day."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError

from factories import programme_factory as make
from factories.programme_factory import BY, NOW
from placeplan_web.audit.models import AuditEntry
from placeplan_web.programme.models import GateCheck
from placeplan_web.programme.operations.gate import check_gate
from placeplan_web.registers.clash import ClashError

pytestmark = pytest.mark.django_db
DAY = NOW.date()


def _check(change, gate="case_for_change", state="met", words="published", **more):
    fields = {"by": BY, "on": DAY, "at": NOW, **more}
    return check_gate(change=change, gate=gate, state=state, words=words, **fields)


def test_gate_that_is_met_keeps_its_evidence_and_the_day_of_its_law():
    check = _check(make.ServiceChangeFactory())

    assert (check.state, check.evidence) == ("met", "published")
    assert (check.law_as_at, check.decided_on) == (DAY, DAY)


def test_gate_that_is_not_needed_says_why():
    check = _check(make.ServiceChangeFactory(), state="not_needed", words="no beds go")

    assert (check.evidence, check.not_needed_reason) == ("", "no beds go")


def test_gate_is_opened_again():
    change = make.ServiceChangeFactory()
    _check(change)

    again = _check(change, state="open", words="")

    assert (again.state, again.evidence, again.version) == ("open", "", 2)
    assert GateCheck.objects.count() == 1


def test_notification_is_a_gate_of_the_law_of_2024_alone():
    change = make.ServiceChangeFactory()
    with pytest.raises(ValidationError, match="no such step"):
        _check(change, "notification")

    later = datetime(2024, 6, 1, 9, tzinfo=UTC)
    check = _check(change, "notification", on=date(2024, 6, 1), at=later)

    assert check.gate == "notification"


@pytest.mark.parametrize(
    "changed",
    [
        {"words": ""},
        {"words": " ", "state": "not_needed"},
        {"on": DAY + timedelta(days=1)},
    ],
    ids=str,
)
def test_check_that_may_not_be_leaves_nothing(changed):
    with pytest.raises(ValidationError):
        _check(make.ServiceChangeFactory(), **changed)

    assert (GateCheck.objects.count(), AuditEntry.objects.count()) == (0, 0)


def test_check_of_an_older_version_is_told_of_the_newer():
    change = make.ServiceChangeFactory()
    _check(change)
    _check(change, words="published and discussed")

    with pytest.raises(ClashError):
        _check(change, words="something else", expected_version=1)
