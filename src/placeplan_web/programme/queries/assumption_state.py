"""Assumptions as the library's rules take them: their test, their day, what rests."""

from placeplan.programme import assumption as rules
from placeplan_web.programme import models
from placeplan_web.programme.models import Outcome


def read_assumption(record: models.Assumption) -> rules.Assumption:
    """Give an assumption with its tests, and with the risks and inputs that rest on it.

    A date that is a season has no last day, and so tests nothing.
    """
    ties = record.tests.select_related("milestone", "key_date").order_by("pk")
    tests = [_read_test(tie) for tie in ties]
    tested = record.outcome != Outcome.UNTESTED
    return rules.Assumption(
        record.reference,
        record.title,
        record.test,
        record.test_on,
        record.outcome if tested else None,
        record.tested_on if tested else None,
        tests=tuple(test for test in tests if test),
        risks=tuple(
            risk.reference for risk in record.risks.order_by("reference_order")
        ),
        inputs=tuple(f"{at.table}/{at.entry}" for at in record.inputs.order_by("pk")),
    )


def _read_test(tie: models.AssumptionTest) -> rules.AssumptionTest | None:
    if tie.milestone:
        at = tie.milestone
        return rules.AssumptionTest(at.reference, at.baseline_ends_on, at.finished_on)
    day = tie.key_date
    if day is None or day.ends_on is None:
        return None
    return rules.AssumptionTest(day.reference, day.ends_on)
