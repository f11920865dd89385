"""The database refuses what the forms refuse, and here somebody tries."""

from datetime import date, timedelta

import pytest
from django.apps import apps
from django.db import DatabaseError, IntegrityError, connection, transaction

from factories import programme_factory as make
from placeplan_web.programme import models
from placeplan_web.registers.models import RegisterRecord

pytestmark = pytest.mark.django_db
DAY = date(2019, 8, 1)
EARLIER = DAY - timedelta(days=1)


@pytest.mark.parametrize(
    ("factory", "fields"),
    [
        (make.RiskScoreFactory, {"impact": 6, "likelihood": 1}),
        (make.RiskScoreFactory, {"impact": 0, "likelihood": 1}),
        (make.RiskScoreFactory, {"impact": 1, "likelihood": 6}),
        (make.RiskScoreFactory, {"impact": 7, "likelihood": 1}),
        (make.RiskScoreFactory, {"reason": ""}),
        (make.RiskScoreFactory, {"kind": "felt"}),
        (make.MilestoneFactory, {"baseline_ends_on": date(2019, 8, 31)}),
        (make.MilestoneFactory, {"forecast_ends_on": DAY}),
        (
            make.MilestoneFactory,
            {"forecast_starts_on": DAY, "forecast_ends_on": EARLIER},
        ),
        (make.MilestoneFactory, {"started_on": DAY, "finished_on": EARLIER}),
        (make.MilestoneFactory, {"judged_rag": "red"}),
        (
            make.MilestoneFactory,
            {
                "judged_rag": "red",
                "judged_against": "green",
                "judged_set": "confidence_2021",
                "judged_on": DAY,
            },
        ),
        (make.MilestoneFactory, {"judged_words": "all is well"}),
        (make.RiskFactory, {"closed_on": DAY}),
        (make.RiskFactory, {"closed_reason": "it has gone"}),
        (
            make.RiskFactory,
            {"opened_on": DAY, "closed_on": EARLIER, "closed_reason": "gone"},
        ),
        (make.RiskFactory, {"withdrawn_at": make.NOW}),
        (make.RiskFactory, {"withdrawn_reason": "twice in the list"}),
        (make.RiskFactory, {"version": 0}),
        (make.RiskFactory, {"status": "true"}),
        (make.RiskFactory, {"status": "published"}),
        (make.KeyDateFactory, {"ends_on": None}),
        (make.KeyDateFactory, {"ends_on": date(2019, 8, 15)}),
        (make.DeliverableFactory, {"due_starts_on": DAY}),
        (make.ResourceFactory, {"wte": -1}),
        (make.ResourceFactory, {"cost_pounds": -1}),
        (make.IssueFactory, {"closed_on": DAY}),
        (make.AssumptionFactory, {"outcome": "failed"}),
        (make.AssumptionFactory, {"outcome_words": "it held"}),
        (make.ProgrammeDependencyFactory, {"giver_words": ""}),
        (make.BenefitFactory, {"baseline_on": None}),
        (make.BenefitFactory, {"target_value": None}),
        (make.BenefitFactory, {"unit": ""}),
        (make.ImpactAssessmentFactory, {"edition": 0}),
        (make.ProgrammeFactory, {"slug": "Two Words"}),
        (make.ProgrammeFactory, {"starts_on": DAY, "ends_on": EARLIER}),
        (make.ProgrammeRoleFactory, {"role": "king"}),
        (make.ProgrammeRoleFactory, {"ends_on": date(2018, 12, 31)}),
        (make.AppointmentFactory, {"ends_on": date(2019, 3, 31)}),
        (make.GateCheckFactory, {"state": "met", "decided_on": DAY}),
        (make.GateCheckFactory, {"state": "met", "evidence": "the paper"}),
        (make.GateCheckFactory, {"state": "not_needed", "decided_on": DAY}),
        (make.DocumentVersionFactory, {"state": "approved"}),
        (make.DocumentVersionFactory, {"state": "issued", "approved_on": DAY}),
        (
            make.DocumentVersionFactory,
            {"state": "issued", "approved_on": DAY, "issued_on": EARLIER},
        ),
        (make.SolutionLinkFactory, {"probability": 1.1}),
    ],
)
def test_record_that_breaks_an_invariant_is_refused(factory, fields):
    with pytest.raises(IntegrityError), transaction.atomic():
        factory(**fields)


@pytest.mark.parametrize("impact", range(1, 6))
@pytest.mark.parametrize("likelihood", range(1, 6))
def test_score_is_worked_out_by_the_database(impact, likelihood):
    made = make.RiskScoreFactory(impact=impact, likelihood=likelihood)

    made.refresh_from_db()

    assert made.score == impact * likelihood


def test_score_of_seven_cannot_be_written():
    write = "INSERT INTO programme_riskscore (score) VALUES (7)"

    with (
        pytest.raises(DatabaseError, match='column "score"'),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(write)


def test_reference_stands_once_in_its_programme():
    risk = make.RiskFactory(reference="RSK-01")
    make.RiskFactory(reference="RSK-01")  # of another programme

    with pytest.raises(IntegrityError), transaction.atomic():
        make.RiskFactory(reference="RSK-01", programme=risk.programme)


def test_risk_has_one_open_issue():
    issue = make.IssueFactory(risk=make.RiskFactory())
    make.IssueFactory(risk=issue.risk, closed_on=DAY, closed_reason="mended")

    with pytest.raises(IntegrityError), transaction.atomic():
        make.IssueFactory(risk=issue.risk)


def test_document_has_one_issued_version():
    issued = {"state": "issued", "approved_on": DAY, "issued_on": DAY}
    version = make.DocumentVersionFactory(**issued)

    with pytest.raises(IntegrityError), transaction.atomic():
        make.DocumentVersionFactory(document=version.document, **issued)


def test_milestone_waits_not_for_itself():
    milestone = make.MilestoneFactory()

    with pytest.raises(IntegrityError), transaction.atomic():
        make.MilestoneDependencyFactory(before=milestone, after=milestone)


def test_mitigation_takes_its_days_from_its_milestone():
    milestone = make.MilestoneFactory()

    with pytest.raises(IntegrityError), transaction.atomic():
        make.MitigationFactory(milestone=milestone, finished_on=DAY)


def _make_finding(**changed):
    fields = {
        "assessment": make.ImpactAssessmentFactory(),
        "edition": 1,
        "characteristic": "age",
        "aim": "ii",
        "direction": "worse",
        "evidence": "the survey of 2019",
        "by": make.BY,
        "at": make.NOW,
    }
    return models.EqualityFinding.objects.create(**{**fields, **changed})


@pytest.mark.parametrize(
    "changed",
    [
        {"evidence": ""},
        {"no_evidence_reason": "nobody asked"},
        {"characteristic": "marriage_and_civil_partnership"},
        {"aim": "iv"},
    ],
)
def test_finding_without_what_the_duty_asks_is_refused(changed):
    _make_finding()  # as it stands, it is whole

    with pytest.raises(IntegrityError), transaction.atomic():
        _make_finding(**changed)


def _list_added_only():
    score = make.RiskScoreFactory()
    assessment = make.ImpactAssessmentFactory()
    post = make.PostFactory()
    traced = {"by": make.BY, "at": make.NOW, "reason": "as it was"}
    yield score
    yield models.ThresholdCrossing.objects.create(
        risk=score.risk,
        score=score,
        is_upward=True,
        threshold=8,
        matrix="papers_2019",
        **traced,
    )
    yield models.RiskAcceptance.objects.create(
        risk=score.risk,
        score=score,
        approver_post=post,
        accepted_on=DAY,
        expires_on=date(2020, 8, 1),
        **traced,
    )
    yield models.BenefitReading.objects.create(
        benefit=make.BenefitFactory(), read_on=DAY, value=5.0, **traced
    )
    yield models.DomainRating.objects.create(
        assessment=assessment,
        edition=1,
        domain="papers_2019_safety",
        direction="worse",
        impact=3,
        likelihood=2,
        **traced,
    )
    yield _make_finding(assessment=assessment)
    yield models.SignOff.objects.create(
        assessment=assessment,
        edition=1,
        post=post,
        meaning="it may go ahead",
        signed_on=DAY,
        **traced,
    )
    yield models.DocumentReview.objects.create(
        document_version=make.DocumentVersionFactory(),
        post=post,
        outcome="agreed",
        reviewed_on=DAY,
        **traced,
    )
    yield make.RiskFactory().history.get()


def test_rows_that_are_only_added_are_never_changed_or_removed():
    for row in list(_list_added_only()):
        table, key = row._meta.db_table, row._meta.pk.column
        for statement in (
            f"UPDATE {table} SET {key} = {key} WHERE {key} = %s",  # noqa: S608 - our own table
            f"DELETE FROM {table} WHERE {key} = %s",  # noqa: S608 - our own table
        ):
            with (
                pytest.raises(IntegrityError, match="is only ever added to"),
                transaction.atomic(),
                connection.cursor() as cursor,
            ):
                cursor.execute(statement, [row.pk])


def test_every_record_of_a_register_keeps_a_history():
    registers = [
        model
        for model in apps.get_app_config("programme").get_models()
        if issubclass(model, RegisterRecord)
    ]

    assert len(registers) == 23
    assert {model._meta.simple_history_manager_attribute for model in registers} == {
        "history"
    }
