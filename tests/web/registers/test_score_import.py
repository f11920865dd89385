"""A file that scores risks: shown first, and kept as a score that was typed is kept."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factories.programme_factory import NOW
from factories.register_factory import make_risk
from placeplan.tables import LoadedFile
from placeplan_web.audit.models import AuditEntry
from placeplan_web.audit.queries import verify
from placeplan_web.programme.models import (
    Risk,
    RiskScore,
    ScoreKind,
    ThresholdCrossing,
)
from placeplan_web.programme.operations.risk import add_score
from placeplan_web.programme.registers.risk import RISKS
from placeplan_web.programme.registers.room import PROGRAMME_ROOM
from placeplan_web.registers.export import write_csv
from placeplan_web.registers.import_attempt import begin_attempt, carry_out
from placeplan_web.registers.import_plan import Outcome, plan_import
from placeplan_web.registers.import_record import Place
from placeplan_web.registers.import_words import show_differences
from placeplan_web.registers.imports import confirm_import, start_import

LATER = NOW + timedelta(days=1)


@pytest.fixture
def scored(circle):
    """Give a risk of 2 x 3, below the threshold of 8, and one without a score."""
    first = make_risk(circle, reference="RSK-01", title="Too few people")
    make_risk(circle, reference="RSK-02", title="Money runs out")
    add_score(
        by=circle.owner.public_id,
        risk=first,
        kind=ScoreKind.CURRENT,
        impact=2,
        likelihood=3,
        reason="First look",
        scored_on=NOW.date(),
        at=NOW,
    )
    return first


def plan(circle, *lines):
    text = "\n".join(lines)
    return plan_import(RISKS, circle.programme, LoadedFile("risks.csv", text.encode()))


def apply(circle, *lines):
    """Send a file, confirm it and carry it out; give how the import ended."""
    file = LoadedFile("risks.csv", "\n".join(lines).encode())
    planned = plan_import(RISKS, circle.programme, file)
    assert planned.faults == []
    place = Place(PROGRAMME_ROOM, circle.programme, RISKS)
    row = start_import(by=circle.keeper, place=place, file=file, plan=planned, at=LATER)
    assert confirm_import(by=circle.keeper, row=row, at=LATER)
    attempt = begin_attempt(import_id=row.pk, at=LATER)
    carry_out(row=attempt, at=LATER, tell=lambda *_: None)
    row.refresh_from_db()
    return row.state


HEADER = "reference,current_impact,current_likelihood,current_score,score_reason"


def list_faults(planned):
    return [(fault.where, fault.expected, fault.found) for fault in planned.faults]


def test_dry_run_shows_the_change_of_score_and_its_reason(circle, scored):
    planned = plan(circle, HEADER, "RSK-01,2,4,6,Two boards objected")

    [shown] = show_differences(planned, RISKS)
    assert (planned.faults, shown["outcome"]) == ([], "changed")
    assert shown["changes"] == [
        ["Current likelihood", "3", "4"],
        ["Current score", "6", "8"],
        ["Reason for the score", "", "Two boards objected"],
    ]
    assert RiskScore.objects.count() == 1


def test_score_that_is_no_product_is_a_fault_by_row_and_column(circle, scored):
    planned = plan(circle, HEADER, "RSK-01,2,4,7,Why", "RSK-02,6,1,,Why")

    assert list_faults(planned) == [
        (
            "row 2, column current_score",
            "6: it is worked out, and never typed",
            "7",
        ),
        ("row 3, column current_impact", "a whole number from 1 to 5", "6"),
    ]


def test_score_without_a_reason_is_a_fault(circle, scored):
    planned = plan(circle, HEADER, "RSK-01,2,4,8,", ",3,3,9,Why")

    [reason] = [fault for fault in planned.faults if fault.where.startswith("row 2")]
    assert reason.where == "row 2, column score_reason"
    assert reason.remedy == "Say why: every change of it has its reason."


def test_half_a_score_and_a_closed_risk_are_faults(circle, scored):
    planned = plan(
        circle,
        "reference,target_impact,closed_on,closed_reason,score_reason",
        "RSK-01,2,,,Why",
        "RSK-02,,2019-08-01,Over,Why",
    )
    closed = plan(
        circle,
        "reference,current_impact,current_likelihood,closed_on,closed_reason,score_reason",
        "RSK-02,2,2,2019-08-01,Over,Why",
    )

    assert [fault.where for fault in planned.faults] == [
        "row 2, column target_likelihood"
    ]
    assert [fault.where for fault in closed.faults] == [
        "row 2, column current_impact",
        "row 2, column current_likelihood",
    ]


def test_confirmed_score_is_kept_as_a_typed_one_is(circle, scored):
    state = apply(
        circle,
        "title," + HEADER,
        "Too few people,RSK-01,2,4,,Two boards objected",
        "A new one,,5,3,15,Seen at once",
    )

    assert state == "finished"
    new = RiskScore.objects.get(risk__reference="RSK-03")
    score = RiskScore.objects.get(risk=scored, likelihood=4)
    assert (score.impact, score.score, score.reason) == (2, 8, "Two boards objected")
    assert (score.by, score.at) == (str(circle.keeper.public_id), LATER)
    assert score.scored_on == LATER.date()
    risk = Risk.objects.get(pk=scored.pk)
    assert (risk.current_score, risk.version) == (score, scored.version + 2)
    assert risk.history.get(version=risk.version).history_change_reason == score.reason
    crossed = ThresholdCrossing.objects.order_by("pk")
    assert [(each.score, each.is_upward, each.threshold) for each in crossed] == [
        (score, True, 8),
        (new, True, 8),
    ]
    verbs = AuditEntry.objects.order_by("sequence").values_list("kind", "verb")
    assert list(verbs)[-8:-1] == [
        ("programme.risk", "add"),
        ("programme.riskscore", "score"),
        ("programme.riskscore", "score"),
        ("programme.risk", "score"),
        ("programme.risk", "score"),
        ("programme.thresholdcrossing", "cross"),
        ("programme.thresholdcrossing", "cross"),
    ]
    assert verify().is_whole


def test_scored_register_comes_back_without_a_difference(circle, scored):
    apply(circle, HEADER, "RSK-01,5,4,20,Two boards objected")
    text = write_csv(RISKS, RISKS.list_records(circle.programme).order_by("pk"))

    planned = plan(circle, text)
    again = plan(circle, HEADER, "RSK-01,5,4,20,Two boards objected")

    assert (planned.faults, again.faults) == ([], [])
    assert [row.outcome for row in (*planned.rows, *again.rows)] == [
        Outcome.UNCHANGED
    ] * 3


def test_many_scores_ask_as_often_as_few(circle):
    def count(number):
        lines = [f"New {n},,{1 + n % 5},{1 + n % 4},,Seen" for n in range(number)]
        with CaptureQueriesContext(connection) as asked:
            assert apply(circle, "title," + HEADER, *lines) == "finished"
        return len(asked)

    assert count(200) - count(10) < 40  # statements of many rows, none of one
