"""What a benefit was found to be is kept, and corrected by a further row."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from factories import programme_factory as make
from factories.programme_factory import BY, NOW
from placeplan_web.audit.models import AuditEntry
from placeplan_web.programme.models import BenefitReading
from placeplan_web.programme.operations.benefit import record_reading

pytestmark = pytest.mark.django_db
DAY = NOW.date()


def _read(benefit, value=4.5, **more):
    fields = {"by": BY, "read_on": DAY, "evidence": "month 4 accounts", "at": NOW}
    return record_reading(benefit=benefit, value=value, **{**fields, **more})


def test_reading_is_kept_with_its_evidence():
    reading = _read(make.BenefitFactory())

    assert (reading.value, reading.evidence) == (4.5, "month 4 accounts")
    assert AuditEntry.objects.get().read_changes()["value"] == [None, 4.5]


def test_second_reading_of_a_day_says_why():
    benefit = make.BenefitFactory()
    _read(benefit)
    with pytest.raises(ValidationError, match="Say why not"):
        _read(benefit, 5.0)

    _read(benefit, 5.0, reason="the accounts were restated")

    values = benefit.readings.values_list("value", flat=True)
    assert list(values) == [4.5, 5.0]


@pytest.mark.parametrize(
    "changed", [{"evidence": ""}, {"read_on": DAY + timedelta(days=1)}], ids=str
)
def test_reading_that_may_not_be_leaves_nothing(changed):
    with pytest.raises(ValidationError):
        _read(make.BenefitFactory(), **changed)

    assert (BenefitReading.objects.count(), AuditEntry.objects.count()) == (0, 0)


@pytest.mark.parametrize(
    "fields",
    [
        {
            "unit": "",
            "baseline_value": None,
            "baseline_on": None,
            "target_value": None,
            "target_on": None,
        },
        {"withdrawn_at": NOW, "withdrawn_reason": "counted twice"},
    ],
    ids=["no unit", "withdrawn"],
)
def test_benefit_that_cannot_be_measured_is_not_read(fields):
    with pytest.raises(ValidationError):
        _read(make.BenefitFactory(**fields))
