"""Who does the work: a role, how much of it, at which band, for how long."""

from django.core.validators import MinValueValidator
from django.db import models

from placeplan_web.places.models import Post
from placeplan_web.programme.models.base import ProgrammeRecord
from placeplan_web.programme.models.invariant import keep_order, not_below_zero
from placeplan_web.programme.models.project import Project


class Resource(ProgrammeRecord):
    """Time and money that a programme needs; what no paper gives is null."""

    PREFIX = "RES-"

    role = models.CharField(max_length=300)
    purpose = models.TextField(blank=True, default="")
    wte = models.DecimalField(
        max_digits=7,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
    )
    band = models.CharField(max_length=40, blank=True, default="")
    months = models.DecimalField(
        max_digits=6,
        decimal_places=1,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
    )
    cost_pounds = models.DecimalField(
        max_digits=14,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
    )
    note = models.TextField(blank=True, default="")
    funding = models.CharField(max_length=200, blank=True, default="")
    project = models.ForeignKey(
        Project,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="resources",
    )
    post = models.ForeignKey(
        Post, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)

    class Meta(ProgrammeRecord.Meta):
        constraints = (
            *ProgrammeRecord.Meta.constraints,
            keep_order("starts_on", "ends_on", "resource_ends_after_it_starts"),
            not_below_zero("wte", "resource_wte_is_not_negative"),
            not_below_zero("months", "resource_months_are_not_negative"),
            not_below_zero("cost_pounds", "resource_cost_is_not_negative"),
        )
