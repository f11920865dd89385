"""Records of the registry: a place whose address never changes, and its periods.

A `Place` is whatever has a page: an organisation, area, site or footprint. What changes
in its life, such as the name, stands in its periods, one after another. Each record
names its source. Triggers (see ``triggers.py``) keep periods of one place, and holders
of one code, from overlapping; what the library checks when a folder is loaded, the
database holds afterwards.
"""

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q


class Family(models.TextChoices):
    """Which records hold the periods of a place."""

    ORGANISATION = "organisation", "Organisation"
    AREA = "area", "Area"
    SITE = "site", "Site"
    FOOTPRINT = "footprint", "Footprint"


class Evidence(models.TextChoices):
    """How far a record can be trusted, the firmest first."""

    PUBLISHED = "published", "Published"
    DERIVED = "derived", "Derived"
    CALIBRATED = "calibrated", "Calibrated"
    ILLUSTRATIVE = "illustrative", "Illustrative"


class Source(models.Model):
    """A paper or file on which records rest."""

    slug = models.CharField(max_length=80, unique=True)
    title = models.CharField(max_length=500)
    publisher = models.CharField(max_length=500)
    dated = models.DateField()
    licence = models.CharField(max_length=500)
    status = models.CharField(max_length=12, choices=Evidence.choices)
    grade = models.CharField(max_length=1)
    note = models.TextField(blank=True, default="")

    class Meta:
        ordering = ("slug",)
        constraints = (
            models.CheckConstraint(
                condition=Q(status__in=Evidence.values), name="source_status_is_known"
            ),
        )

    def __str__(self) -> str:
        return self.title


class RegistryLoad(models.Model):
    """One loading of a plan folder's registry; the newest is what the pages show."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    fingerprint = models.CharField(max_length=64)
    loaded_at = models.DateTimeField()

    class Meta:
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"{self.loaded_at:%Y-%m-%d %H:%M}"


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


class Sourced(models.Model):
    """What names its source and says how far it can be trusted."""

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="+")
    evidence = models.CharField(max_length=12, choices=Evidence.choices)

    class Meta:
        abstract = True
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            models.CheckConstraint(
                condition=Q(evidence__in=Evidence.values),
                name="%(class)s_evidence_is_known",
            ),
        )


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


class Membership(Sourced):
    """A place that sits in another, wholly or in part, while both stand."""

    holder = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="+")
    member = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="+")
    part = models.CharField(max_length=5)

    class Meta(Sourced.Meta):
        constraints = (
            *Sourced.Meta.constraints,
            models.UniqueConstraint(
                fields=("holder", "member"), name="member_sits_once_in_a_place"
            ),
            models.CheckConstraint(
                condition=~Q(holder=F("member")), name="nothing_sits_in_itself"
            ),
            models.CheckConstraint(
                condition=Q(part__in=("whole", "part")), name="part_is_known"
            ),
        )


class Succession(Sourced):
    """A place that took over from another on a day."""

    predecessor = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="+")
    successor = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="+")
    on = models.DateField()

    class Meta(Sourced.Meta):
        constraints = (
            *Sourced.Meta.constraints,
            models.UniqueConstraint(
                fields=("predecessor", "successor"), name="succession_happens_once"
            ),
            models.CheckConstraint(
                condition=~Q(predecessor=F("successor")),
                name="nothing_succeeds_itself",
            ),
        )


class Alias(Sourced):
    """Another way in which papers write a place."""

    place = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="+")
    variant = models.CharField(max_length=200)

    class Meta(Sourced.Meta):
        constraints = (
            *Sourced.Meta.constraints,
            models.UniqueConstraint(
                fields=("place", "variant"), name="alias_stands_once"
            ),
        )


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


class LookupShare(Sourced):
    """The share of an area's people that belongs to an organisation."""

    area = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="+")
    organisation = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="+")
    share = models.FloatField()

    class Meta(Sourced.Meta):
        constraints = (
            *Sourced.Meta.constraints,
            models.UniqueConstraint(
                fields=("area", "organisation"), name="lookup_cell_stands_once"
            ),
            models.CheckConstraint(
                condition=Q(share__gte=0, share__lte=1), name="share_is_zero_to_one"
            ),
        )


class Catchment(Sourced):
    """People in the catchment of a footprint, as a paper gives them."""

    footprint = models.OneToOneField(Place, on_delete=models.CASCADE, related_name="+")
    people = models.PositiveBigIntegerField()


class Post(models.Model):
    """A seat of work in an organisation, by its title; people come and go."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    organisation = models.ForeignKey(
        Place, on_delete=models.PROTECT, related_name="posts"
    )
    title = models.CharField(max_length=120)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("title", "pk")
        constraints = (
            models.CheckConstraint(condition=~Q(title=""), name="post_has_a_title"),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="post_ends_after_it_starts",
            ),
        )

    def __str__(self) -> str:
        return self.title


class PostHolding(models.Model):
    """Somebody in a post, from their first day to their last, both inside.

    Two holdings of one post share a day only when both are parts of a job share.
    Triggers hold that (see ``post_triggers.py``), and that a holding stays inside the
    life of its post.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="holdings")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="holdings"
    )
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    is_job_share = models.BooleanField(default=False)

    class Meta:
        ordering = ("starts_on", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="holding_ends_after_it_starts",
            ),
        )

    def __str__(self) -> str:
        return f"{self.post}, from {self.starts_on}"
