"""What is planned at which level, and what each part of the care system does."""

from django.db import models
from django.db.models import F, Q

from placeplan_web.places.models.place import Place
from placeplan_web.places.models.source import Sourced


class PlannedService(Sourced):
    """A service, its planning level, and the footprints that plan it."""

    level = models.PositiveSmallIntegerField()
    level_name = models.CharField(max_length=200)
    service = models.CharField(max_length=300)
    basis = models.CharField(max_length=200)
    footprint_set = models.CharField(max_length=80, null=True)
    footprint = models.ForeignKey(
        Place, null=True, on_delete=models.CASCADE, related_name="+"
    )
    starts_on = models.DateField(null=True)
    ends_on = models.DateField(null=True)

    class Meta(Sourced.Meta):
        constraints = (
            *Sourced.Meta.constraints,
            models.CheckConstraint(
                condition=Q(level__gte=1, level__lte=5), name="level_is_one_to_five"
            ),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True)
                | Q(starts_on__isnull=True)
                | Q(ends_on__gte=F("starts_on")),
                name="service_ends_after_it_starts",
            ),
        )


class CareFunction(Sourced):
    """What a part of the integrated care system is there to do."""

    body = models.CharField(max_length=80)
    tier = models.CharField(max_length=13)
    function = models.CharField(max_length=300)

    class Meta(Sourced.Meta):
        constraints = (
            *Sourced.Meta.constraints,
            models.UniqueConstraint(
                fields=("body", "function"), name="function_stands_once"
            ),
        )
