"""Records of a programme, for tests: as few words as will do, each of its own kind."""

from datetime import UTC, date, datetime

import factory

from factories.account_factory import UserFactory
from placeplan_web.places.models import Place, Post, PostHolding
from placeplan_web.programme import models

NOW = datetime(2019, 8, 1, 9, 0, tzinfo=UTC)
BY = "tests"


class PlaceFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Place
        django_get_or_create = ("slug",)

    slug = "km-stp"
    family = "organisation"
    kind = "stp_partnership"


class PostFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Post

    organisation = factory.SubFactory(PlaceFactory)
    title = factory.Sequence(lambda number: f"Programme manager {number}")
    starts_on = date(2019, 1, 1)


class PostHoldingFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = PostHolding

    post = factory.SubFactory(PostFactory)
    user = factory.SubFactory(UserFactory)
    starts_on = date(2019, 1, 1)


class RecordFactory(factory.django.DjangoModelFactory):
    """What every record of a register has."""

    class Meta:
        abstract = True

    changed_at = NOW
    changed_by = BY
    status = "recorded"


class ProgrammeFactory(RecordFactory):
    class Meta:
        model = models.Programme

    reference = factory.Sequence(lambda number: f"PROGRAMME-{number}")
    slug = factory.Sequence(lambda number: f"programme-{number}")
    name = factory.Sequence(lambda number: f"System transformation {number}")


class ProgrammeRoleFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.ProgrammeRole

    programme = factory.SubFactory(ProgrammeFactory)
    post = factory.SubFactory(PostFactory)
    role = models.RoleKind.OFFICE
    starts_on = date(2019, 1, 1)


class PartFactory(RecordFactory):
    """A record within a programme."""

    class Meta:
        abstract = True

    programme = factory.SubFactory(ProgrammeFactory)


class ProjectFactory(PartFactory):
    class Meta:
        model = models.Project

    reference = factory.Sequence(lambda number: f"PRJ-{number:02}")
    name = factory.Sequence(lambda number: f"Project {number}")
    kind = models.ProjectKind.CORE


class ObjectiveFactory(PartFactory):
    class Meta:
        model = models.Objective

    reference = factory.Sequence(lambda number: f"OBJ-{number:02}")
    level = models.ObjectiveLevel.AIM
    text = "better use of what there is"


class DeliverableFactory(PartFactory):
    class Meta:
        model = models.Deliverable

    reference = factory.Sequence(lambda number: f"DEL-{number:02}")
    project = factory.SubFactory(
        ProjectFactory, programme=factory.SelfAttribute("..programme")
    )
    title = "outcomes framework"


class MilestoneFactory(PartFactory):
    """Due in September or October 2019."""

    class Meta:
        model = models.Milestone
        skip_postgeneration_save = True

    reference = factory.Sequence(lambda number: f"MS-{number:02}")
    title = "Accountable officer appointed"
    printed = "September / October 2019"
    baseline_starts_on = date(2019, 9, 1)
    baseline_ends_on = date(2019, 10, 31)

    @factory.post_generation
    def projects(self, _create, extracted, **_):
        for project in extracted or ():
            models.MilestoneProject.objects.create(milestone=self, project=project)


class MilestoneDependencyFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.MilestoneDependency

    before = factory.SubFactory(MilestoneFactory)
    after = factory.SubFactory(
        MilestoneFactory, programme=factory.SelfAttribute("..before.programme")
    )


class KeyDateFactory(PartFactory):
    class Meta:
        model = models.KeyDate

    reference = factory.Sequence(lambda number: f"DT-{number:02}")
    title = "Responses close"
    printed = "16 August 2019"
    starts_on = ends_on = date(2019, 8, 16)


class ResourceFactory(PartFactory):
    class Meta:
        model = models.Resource

    reference = factory.Sequence(lambda number: f"RES-{number:02}")
    role = "Programme manager"


class RoleDescriptionFactory(PartFactory):
    class Meta:
        model = models.RoleDescription

    reference = factory.Sequence(lambda number: f"ROLE-{number:02}")
    title = "Senior responsible owner"
    purpose = "answers for the programme"


class AppointmentFactory(PartFactory):
    class Meta:
        model = models.Appointment

    reference = factory.Sequence(lambda number: f"APP-{number:02}")
    role_description = factory.SubFactory(
        RoleDescriptionFactory, programme=factory.SelfAttribute("..programme")
    )
    post = factory.SubFactory(PostFactory)
    starts_on = date(2019, 4, 1)


class RiskFactory(PartFactory):
    class Meta:
        model = models.Risk

    reference = factory.Sequence(lambda number: f"RSK-{number:02}")
    title = "Too few people to take it forward"


class RiskScoreFactory(factory.django.DjangoModelFactory):
    """A bare row; ``operations.risk.add_score`` makes one that its risk knows of."""

    class Meta:
        model = models.RiskScore

    risk = factory.SubFactory(RiskFactory)
    kind = models.ScoreKind.CURRENT
    impact = 2
    likelihood = 3
    scored_on = NOW.date()
    reason = "agreed at the first review"
    by = BY
    at = NOW


class MitigationFactory(PartFactory):
    class Meta:
        model = models.Mitigation

    reference = factory.Sequence(lambda number: f"MIT-{number:02}")
    risk = factory.SubFactory(
        RiskFactory, programme=factory.SelfAttribute("..programme")
    )
    title = "speak early with those who decide"


class IssueFactory(PartFactory):
    class Meta:
        model = models.Issue

    reference = factory.Sequence(lambda number: f"ISS-{number:02}")
    title = "No programme manager was found"
    raised_on = NOW.date()


class AssumptionFactory(PartFactory):
    class Meta:
        model = models.Assumption
        skip_postgeneration_save = True

    reference = factory.Sequence(lambda number: f"ASM-{number:02}")
    title = "Timing"
    text = "one commissioner by April 2020"
    test = "the order is made"
    test_on = date(2020, 4, 1)

    @factory.post_generation
    def risks(self, _create, extracted, **_):
        for risk in extracted or ():
            models.AssumptionRisk.objects.create(assumption=self, risk=risk)


class AssumptionInputFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.AssumptionInput

    assumption = factory.SubFactory(AssumptionFactory)
    plan = "kent-medway"
    table = "solutions"


class ProgrammeDependencyFactory(PartFactory):
    class Meta:
        model = models.ProgrammeDependency

    reference = factory.Sequence(lambda number: f"DEP-{number:02}")
    project = factory.SubFactory(
        ProjectFactory, programme=factory.SelfAttribute("..programme")
    )
    title = "approval of the application"
    giver_words = "NHS England"


class BenefitFactory(PartFactory):
    """A fifth less spent on management."""

    class Meta:
        model = models.Benefit

    reference = factory.Sequence(lambda number: f"BEN-{number:02}")
    title = "Management costs fall by a fifth"
    kind = models.BenefitKind.CASH_RELEASING
    unit = "percent"
    baseline_value = 0.0
    baseline_on = date(2019, 4, 1)
    target_value = 20.0
    target_on = date(2020, 4, 1)


class ImpactDomainFactory(PartFactory):
    class Meta:
        model = models.ImpactDomain

    reference = factory.Sequence(lambda number: f"IMP-{number:02}")
    name = "Safety"
    rates = "impact on the safety of patients"


class ImpactAssessmentFactory(PartFactory):
    class Meta:
        model = models.ImpactAssessment

    reference = factory.Sequence(lambda number: f"IA-{number:02}")
    title = "One commissioner"
    domain_set = "papers_2019"


class ImpactMitigationFactory(PartFactory):
    class Meta:
        model = models.ImpactMitigation

    reference = factory.Sequence(lambda number: f"IM-{number:02}")
    assessment = factory.SubFactory(
        ImpactAssessmentFactory, programme=factory.SelfAttribute("..programme")
    )
    title = "keep the local teams"


class ControlledDocumentFactory(PartFactory):
    class Meta:
        model = models.ControlledDocument

    reference = factory.Sequence(lambda number: f"DOC-{number:02}")
    title = "Programme initiation document"
    kind = models.DocumentKind.INITIATION


class DocumentVersionFactory(RecordFactory):
    class Meta:
        model = models.DocumentVersion

    document = factory.SubFactory(ControlledDocumentFactory)
    reference = factory.Sequence(lambda number: f"V-{number:02}")
    number = factory.Sequence(lambda number: f"0.{number}")
    summary = "First draft"
    drafted_on = date(2019, 6, 1)


class ServiceChangeFactory(PartFactory):
    class Meta:
        model = models.ServiceChange

    reference = factory.Sequence(lambda number: f"SC-{number:02}")
    title = "Stroke care on three sites"
    is_substantial = True


class GateCheckFactory(PartFactory):
    class Meta:
        model = models.GateCheck

    reference = factory.Sequence(lambda number: f"GATE-{number:02}")
    service_change = factory.SubFactory(
        ServiceChangeFactory, programme=factory.SelfAttribute("..programme")
    )
    gate = "case_for_change"
    law_as_at = date(2019, 8, 1)


class SolutionLinkFactory(PartFactory):
    class Meta:
        model = models.SolutionLink

    reference = factory.Sequence(lambda number: f"SOL-{number:02}")
    project = factory.SubFactory(
        ProjectFactory, programme=factory.SelfAttribute("..programme")
    )
    plan = "kent-medway"
    solution = factory.Sequence(lambda number: f"solution-{number}")
