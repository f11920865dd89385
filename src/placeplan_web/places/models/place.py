"""A place: whatever has a page, and an address that never changes."""

from django.db import models
from django.db.models import Q


class Family(models.TextChoices):
    """Which records hold the periods of a place."""

    ORGANISATION = "organisation", "Organisation"
    AREA = "area", "Area"
    SITE = "site", "Site"
    FOOTPRINT = "footprint", "Footprint"


class Place(models.Model):
    """Something with an address of its own, which never changes when its name does."""

    slug = models.CharField(max_length=80, unique=True)
    family = models.CharField(max_length=12, choices=Family.choices)
    kind = models.CharField(max_length=40)

    class Meta:
        ordering = ("slug",)
        constraints = (
            models.CheckConstraint(
                condition=Q(family__in=Family.values), name="place_family_is_known"
            ),
            models.CheckConstraint(
                condition=Q(slug__regex=r"^[a-z0-9]+(-[a-z0-9]+)*$"),
                name="place_slug_fits_an_address",
            ),
        )

    def __str__(self) -> str:
        return self.slug
