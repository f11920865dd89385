"""Constraints asked in Python give what the database itself gives."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.db.models import CheckConstraint
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from factories import programme_factory as make
from factories.programme_factory import BY, NOW
from placeplan_web.programme.models import Benefit, Issue, Milestone, Risk
from placeplan_web.registers.condition import (
    UnknownTestError,
    evaluate,
    list_broken_constraints,
)
from placeplan_web.registers.operations import save_record

DAYS = st.none() | st.sampled_from([date(2019, 1, 1), date(2019, 6, 30)])
WORDS = st.sampled_from(["", "words"])
NUMBERS = st.none() | st.sampled_from([0.0, 20.5])
STATUSES = st.sampled_from(["recorded", "published", "nonsense"])
RECORDS = st.one_of(
    st.builds(
        Risk,
        opened_on=DAYS,
        closed_on=DAYS,
        closed_reason=WORDS,
        status=STATUSES,
        source=WORDS,
        withdrawn_reason=WORDS,
    ),
    st.builds(
        Milestone,
        baseline_starts_on=DAYS,
        baseline_ends_on=DAYS,
        status=STATUSES,
        forecast_starts_on=DAYS,
        forecast_ends_on=DAYS,
        judged_words=WORDS,
        judged_rag=st.sampled_from(["", "late", "complete"]),
        judged_on=DAYS,
        judged_against=st.sampled_from(["", "late"]),
        started_on=DAYS,
        finished_on=DAYS,
    ),
    st.builds(
        Benefit,
        baseline_value=NUMBERS,
        baseline_on=DAYS,
        target_value=NUMBERS,
        target_on=DAYS,
        unit=WORDS,
        kind=st.sampled_from(["", "societal", "other"]),
    ),
    st.builds(Issue, raised_on=DAYS, closed_on=DAYS, closed_reason=WORDS),
)


def _ask_database(record):
    """Give the broken check constraints as the database judges them: the slow twin."""
    broken = []
    for constraint in record._meta.constraints:
        if isinstance(constraint, CheckConstraint):
            try:
                constraint.validate(type(record), record)
            except Exception:
                broken.append(constraint.name)
    return broken


class TestConditions(TestCase):
    @given(RECORDS)
    def test_python_and_database_agree(self, record):
        asked = [
            name
            for name in list_broken_constraints(record)
            if "_reference_" not in name and name != "risk_has_one_open_issue"
        ]

        assert asked == _ask_database(record)

    @given(RECORDS)
    def test_no_condition_of_these_records_needs_the_database(self, record):
        for constraint in record._meta.constraints:
            if isinstance(constraint, CheckConstraint):
                evaluate(constraint.condition, record)


def test_test_that_python_does_not_know_is_left_to_the_database():
    from django.db.models import Q

    with pytest.raises(UnknownTestError):
        evaluate(Q(title__icontains="x"), Risk(title="X"))


@pytest.mark.django_db
def test_saving_asks_no_condition_and_refuses_as_the_database_does():
    programme = make.ProgrammeFactory()
    broken = Risk(programme=programme, closed_on=date(2019, 1, 1))

    with pytest.raises(ValidationError) as refused:
        save_record(by=BY, record=broken, changes={"title": "Closed"}, at=NOW)
    with CaptureQueriesContext(connection) as sound:
        save_record(
            by=BY, record=Risk(programme=programme), changes={"title": "Open"}, at=NOW
        )

    [words] = refused.value.messages
    assert words == "Constraint “risk_closed_with_a_reason” is violated."
    assert [each["sql"] for each in sound if "_check" in each["sql"]] == []
