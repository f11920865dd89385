"""A benefit: who gains what, from where to where, and what came of it."""

from django.db import models
from django.db.models import Q

from placeplan_web.programme.models.base import OwnedRecord
from placeplan_web.programme.models.invariant import keep_pair, know_choice
from placeplan_web.programme.models.objective import Objective
from placeplan_web.registers.models import AppendedRow, SourcedRow


class BenefitKind(models.TextChoices):
    CASH_RELEASING = "cash_releasing", "Cash-releasing"
    NON_CASH_RELEASING = "non_cash_releasing", "Non-cash-releasing"
    SOCIETAL = "societal", "Societal"
    QUALITATIVE = "qualitative", "Qualitative"


class Benefit(OwnedRecord):
    """A gain, or for somebody a loss.

    Without baseline, target and unit it is not measurable, and so not claimable.
    """

    PREFIX = "BEN-"

    title = models.CharField(max_length=500)
    objective = models.ForeignKey(
        Objective,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="benefits",
    )
    kind = models.CharField(
        max_length=18, choices=BenefitKind.choices, blank=True, default=""
    )
    is_disbenefit = models.BooleanField(default=False)
    beneficiary = models.CharField(max_length=300, blank=True, default="")
    measured_through = models.CharField(max_length=500, blank=True, default="")
    unit = models.CharField(max_length=40, blank=True, default="")
    baseline_value = models.FloatField(null=True, blank=True)
    baseline_on = models.DateField(null=True, blank=True)
    target_value = models.FloatField(null=True, blank=True)
    target_on = models.DateField(null=True, blank=True)
    evidence = models.TextField(blank=True, default="")

    class Meta(OwnedRecord.Meta):
        constraints = (
            *OwnedRecord.Meta.constraints,
            know_choice("kind", BenefitKind, "benefit_kind_is_known", empty=True),
            keep_pair("baseline_value", "baseline_on", "benefit_baseline_has_a_day"),
            models.CheckConstraint(
                condition=Q(target_on__isnull=True) | Q(target_value__isnull=False),
                name="benefit_target_day_has_a_value",
            ),
            models.CheckConstraint(
                condition=Q(baseline_value__isnull=True, target_value__isnull=True)
                | ~Q(unit=""),
                name="benefit_values_have_a_unit",
            ),
        )

    @property
    def is_measurable(self) -> bool:
        return None not in (self.baseline_value, self.target_value, self.target_on)


class BenefitProfile(models.Model):
    """What a benefit is planned to be worth by a day."""

    benefit = models.ForeignKey(
        Benefit, on_delete=models.CASCADE, related_name="profile"
    )
    on = models.DateField()
    value = models.FloatField()

    class Meta:
        ordering = ("on",)
        constraints = (
            models.UniqueConstraint(
                fields=("benefit", "on"), name="benefit_profile_has_a_value_a_day"
            ),
        )


class BenefitIndicator(SourcedRow):
    """An indicator of a body whose series shows a benefit."""

    benefit = models.ForeignKey(
        Benefit, on_delete=models.CASCADE, related_name="indicators"
    )
    indicator = models.CharField(max_length=80)
    body = models.CharField(max_length=80)

    class Meta(SourcedRow.Meta):
        constraints = (
            *SourcedRow.Meta.constraints,
            models.UniqueConstraint(
                fields=("benefit", "indicator", "body"),
                name="benefit_indicator_stands_once",
            ),
        )


class BenefitReading(AppendedRow):
    """What a benefit was found to be on a day; a later row for that day corrects it."""

    benefit = models.ForeignKey(
        Benefit, on_delete=models.PROTECT, related_name="readings"
    )
    read_on = models.DateField()
    value = models.FloatField()
    evidence = models.TextField(blank=True, default="")

    class Meta(AppendedRow.Meta):
        ordering = ("read_on", "at", "pk")
