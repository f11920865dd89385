"""A score of a risk: impact times likelihood, worked out by the database itself."""

from django.db import models
from django.db.models import F, Q

from placeplan_web.programme.models.invariant import keep_one_to_five, know_choice
from placeplan_web.programme.models.risk import Risk
from placeplan_web.registers.models import AppendedRow


class ScoreKind(models.TextChoices):
    INHERENT = "inherent", "Inherent"
    CURRENT = "current", "Current"
    TARGET = "target", "Target"


class RiskScore(AppendedRow):
    """How a risk was scored, by whom and why. Nobody types a score: 7 cannot be."""

    risk = models.ForeignKey(Risk, on_delete=models.PROTECT, related_name="scores")
    kind = models.CharField(max_length=8, choices=ScoreKind.choices)
    impact = models.PositiveSmallIntegerField()
    likelihood = models.PositiveSmallIntegerField()
    score = models.GeneratedField(
        expression=F("impact") * F("likelihood"),
        output_field=models.PositiveSmallIntegerField(),
        db_persist=True,
    )
    scored_on = models.DateField()

    class Meta(AppendedRow.Meta):
        constraints = (
            know_choice("kind", ScoreKind, "riskscore_kind_is_known"),
            keep_one_to_five("impact", "riskscore_impact_is_one_to_five"),
            keep_one_to_five("likelihood", "riskscore_likelihood_is_one_to_five"),
            models.CheckConstraint(condition=~Q(reason=""), name="riskscore_says_why"),
        )

    def __str__(self) -> str:
        return f"{self.impact} x {self.likelihood}"


class ThresholdCrossing(AppendedRow):
    """A current score that reached the height at which others are told, or left it.

    The room of governance acts on it.
    """

    risk = models.ForeignKey(Risk, on_delete=models.PROTECT, related_name="crossings")
    score = models.OneToOneField(
        RiskScore, on_delete=models.PROTECT, related_name="crossing"
    )
    is_upward = models.BooleanField()
    threshold = models.PositiveSmallIntegerField()
    matrix = models.CharField(max_length=80)


class RiskAcceptance(AppendedRow):
    """A post that takes a risk as it stands, why, and until when."""

    risk = models.ForeignKey(Risk, on_delete=models.PROTECT, related_name="acceptances")
    score = models.ForeignKey(RiskScore, on_delete=models.PROTECT, related_name="+")
    approver_post = models.ForeignKey(
        "places.Post", on_delete=models.PROTECT, related_name="+"
    )
    accepted_on = models.DateField()
    expires_on = models.DateField()

    class Meta(AppendedRow.Meta):
        constraints = (
            models.CheckConstraint(
                condition=~Q(reason=""), name="riskacceptance_says_why"
            ),
            models.CheckConstraint(
                condition=Q(expires_on__gte=F("accepted_on")),
                name="riskacceptance_ends_after_it_starts",
            ),
        )
