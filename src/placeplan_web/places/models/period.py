"""The periods of a place, one after another: under which name, from when to when."""

from django.db import models
from django.db.models import F, Q

from placeplan_web.places.models.place import Place
from placeplan_web.places.models.source import Sourced


class Period(Sourced):
    """A place under one name, from its first day to its last, both inside."""

    place = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=200)
    proposed_on = models.DateField(null=True)
    starts_on = models.DateField(null=True)
    ends_on = models.DateField(null=True)

    class Meta(Sourced.Meta):
        abstract = True
        constraints = (
            *Sourced.Meta.constraints,
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True)
                | Q(starts_on__isnull=True)
                | Q(ends_on__gte=F("starts_on")),
                name="%(class)s_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True)
                | Q(proposed_on__isnull=True)
                | Q(ends_on__gte=F("proposed_on")),
                name="%(class)s_ends_after_it_was_proposed",
            ),
        )

    def __str__(self) -> str:
        return self.name


class Organisation(Period):
    """A body that can act; one model for all, told apart by the kind of its place."""

    ods_code = models.CharField(max_length=20, null=True)
    gss_code = models.CharField(max_length=20, null=True)


class Area(Period):
    """A piece of the map in which people live."""

    gss_code = models.CharField(max_length=20, null=True)


class Site(Period):
    """Where an organisation treats people."""

    organisation = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="+")
    ods_code = models.CharField(max_length=20, null=True)


class FootprintSet(Sourced):
    """Footprints made for one purpose."""

    slug = models.CharField(max_length=80, unique=True)
    name = models.CharField(max_length=200)
    purpose = models.CharField(max_length=500)

    class Meta(Sourced.Meta):
        ordering = ("slug",)

    def __str__(self) -> str:
        return self.name


class Footprint(Period):
    """A named set of bodies that plan together."""

    footprint_set = models.CharField(max_length=80)
