"""What the plan takes for true, how that is tested, and what rests on it."""

from django.db import models
from django.db.models import Q

from placeplan_web.programme.models.base import OwnedRecord
from placeplan_web.programme.models.invariant import keep_one_to_five, know_choice
from placeplan_web.programme.models.key_date import KeyDate
from placeplan_web.programme.models.milestone import Milestone
from placeplan_web.programme.models.proposal import Proposal, ProposalState
from placeplan_web.programme.models.risk import Risk
from placeplan_web.programme.models.risk_score import RiskScore
from placeplan_web.registers.models import SourcedRow


class Outcome(models.TextChoices):
    UNTESTED = "untested", "Not tested yet"
    HELD = "held", "Held"
    FAILED = "failed", "Failed"


class Assumption(OwnedRecord):
    """Something taken for true, with a test and the day on which it is due."""

    PREFIX = "ASM-"

    title = models.CharField(max_length=300)
    text = models.TextField()
    test = models.TextField(blank=True, default="")
    test_on = models.DateField(null=True, blank=True)
    outcome = models.CharField(
        max_length=8,
        choices=Outcome.choices,
        default=Outcome.UNTESTED,
        editable=False,
    )
    tested_on = models.DateField(null=True, blank=True, editable=False)
    outcome_words = models.TextField(blank=True, default="", editable=False)
    risks = models.ManyToManyField(
        Risk, through="AssumptionRisk", related_name="assumptions"
    )

    class Meta(OwnedRecord.Meta):
        constraints = (
            *OwnedRecord.Meta.constraints,
            know_choice("outcome", Outcome, "assumption_outcome_is_known"),
            models.CheckConstraint(
                condition=Q(
                    outcome=Outcome.UNTESTED, tested_on__isnull=True, outcome_words=""
                )
                | (
                    ~Q(outcome=Outcome.UNTESTED)
                    & Q(tested_on__isnull=False)
                    & ~Q(outcome_words="")
                ),
                name="assumption_outcome_has_a_day_and_words",
            ),
        )


class AssumptionRisk(SourcedRow):
    """A risk that grows when an assumption fails."""

    assumption = models.ForeignKey(
        Assumption, on_delete=models.CASCADE, related_name="risk_links"
    )
    risk = models.ForeignKey(
        Risk, on_delete=models.PROTECT, related_name="assumption_links"
    )

    class Meta(SourcedRow.Meta):
        constraints = (
            *SourcedRow.Meta.constraints,
            models.UniqueConstraint(
                fields=("assumption", "risk"), name="assumption_risk_stands_once"
            ),
        )


class AssumptionInput(SourcedRow):
    """An input of the model that rests on an assumption.

    A table of a plan, or one entry of it; flagged from the day on which it failed.
    """

    assumption = models.ForeignKey(
        Assumption, on_delete=models.CASCADE, related_name="inputs"
    )
    plan = models.CharField(max_length=80)
    table = models.CharField(max_length=80)
    entry = models.CharField(max_length=120, blank=True, default="")
    flagged_on = models.DateField(null=True, blank=True)

    class Meta(SourcedRow.Meta):
        constraints = (
            *SourcedRow.Meta.constraints,
            models.UniqueConstraint(
                fields=("assumption", "plan", "table", "entry"),
                name="assumption_input_stands_once",
            ),
        )


class AssumptionTest(SourcedRow):
    """A milestone or a date that shows whether an assumption holds."""

    assumption = models.ForeignKey(
        Assumption, on_delete=models.CASCADE, related_name="tests"
    )
    milestone = models.ForeignKey(
        Milestone, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    key_date = models.ForeignKey(
        KeyDate, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta(SourcedRow.Meta):
        constraints = (
            *SourcedRow.Meta.constraints,
            models.CheckConstraint(
                condition=Q(milestone__isnull=True, key_date__isnull=False)
                | Q(milestone__isnull=False, key_date__isnull=True),
                name="assumptiontest_is_a_milestone_or_a_date",
            ),
            models.UniqueConstraint(
                fields=("assumption", "milestone"),
                name="assumption_milestone_stands_once",
            ),
            models.UniqueConstraint(
                fields=("assumption", "key_date"), name="assumption_date_stands_once"
            ),
        )


class RiskProposal(Proposal):
    """A score proposed for a risk because an assumption failed. A person decides."""

    assumption = models.ForeignKey(
        Assumption, on_delete=models.PROTECT, related_name="proposals"
    )
    risk = models.ForeignKey(Risk, on_delete=models.PROTECT, related_name="proposals")
    impact = models.PositiveSmallIntegerField()
    likelihood = models.PositiveSmallIntegerField()
    score = models.OneToOneField(
        RiskScore, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta(Proposal.Meta):
        constraints = (
            *Proposal.Meta.constraints,
            keep_one_to_five("impact", "riskproposal_impact_is_one_to_five"),
            keep_one_to_five("likelihood", "riskproposal_likelihood_is_one_to_five"),
            models.CheckConstraint(
                condition=Q(state=ProposalState.TAKEN, score__isnull=False)
                | (~Q(state=ProposalState.TAKEN) & Q(score__isnull=True)),
                name="riskproposal_taken_has_its_score",
            ),
            models.UniqueConstraint(
                fields=("assumption", "risk"),
                condition=Q(state=ProposalState.OPEN),
                name="riskproposal_is_open_once",
            ),
        )
