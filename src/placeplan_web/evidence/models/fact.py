"""Records of the facts register: versions of facts, conflicts, checks, citations.

What a plan folder says is loaded whole; what is corrected here, and what rooms register
as resting on a fact, stays when the folder is loaded again. Sources are named by their
id, as the registry of places keeps them.
"""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q

STATUSES = ("published", "derived", "calibrated", "illustrative")
FOLDER = ""
"""The room of citations that came with the plan folder."""


class FactLoad(models.Model):
    """One loading of a plan folder's facts; the newest is what the pages show."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    fingerprint = models.CharField(max_length=64)
    loaded_at = models.DateTimeField()

    class Meta:
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"{self.loaded_at:%Y-%m-%d %H:%M}"


class Sourced(models.Model):
    """What names its source and says how far it can be trusted."""

    source = models.CharField(max_length=80)
    status = models.CharField(max_length=12)

    class Meta:
        abstract = True
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            models.CheckConstraint(
                condition=Q(status__in=STATUSES), name="%(class)s_status_is_known"
            ),
        )


class FactVersion(Sourced):
    """One version of one fact. A correction adds a version; none is overwritten."""

    fact = models.CharField(max_length=20)
    version = models.PositiveSmallIntegerField()
    is_outside = models.BooleanField(default=False)
    category = models.CharField(max_length=60)
    statement = models.CharField(max_length=500)
    kind = models.CharField(max_length=10)
    value = models.CharField(max_length=200, null=True)
    value_to = models.CharField(max_length=40, null=True)
    unit = models.CharField(max_length=100)
    place = models.CharField(max_length=200)
    body = models.CharField(max_length=80, null=True)
    period = models.CharField(max_length=100)
    document = models.CharField(max_length=500)
    heading = models.CharField(max_length=500)
    note = models.TextField(null=True)
    known_on = models.DateField()
    supersedes = models.CharField(max_length=200, null=True)
    conflicts_with = models.CharField(max_length=200, null=True)
    reason = models.TextField(null=True)
    corrected_at = models.DateTimeField(null=True)

    class Meta(Sourced.Meta):
        constraints = (
            *Sourced.Meta.constraints,
            models.UniqueConstraint(
                fields=("fact", "version"), name="fact_has_one_of_each_version"
            ),
            models.CheckConstraint(
                condition=Q(version__gte=1), name="versions_of_facts_begin_at_one"
            ),
            models.CheckConstraint(
                condition=Q(version=1) | (Q(reason__isnull=False) & ~Q(reason="")),
                name="later_versions_of_facts_say_why",
            ),
            models.CheckConstraint(
                condition=Q(corrected_at=None) | Q(version__gt=1),
                name="corrections_follow_a_first_version",
            ),
        )

    def __str__(self) -> str:
        return f"{self.fact} version {self.version}"


class FactConflict(Sourced):
    """Facts that disagree, or that need care beside each other, and why."""

    slug = models.CharField(max_length=20, unique=True)
    kind = models.CharField(max_length=40)
    about = models.CharField(max_length=300)
    facts = models.CharField(max_length=500)
    outside = models.CharField(max_length=200, null=True)
    explanation = models.TextField()
    handling = models.TextField()

    def __str__(self) -> str:
        return f"{self.slug} {self.about}"


class FactCheck(Sourced):
    """Arithmetic over facts, done again whenever one changes."""

    slug = models.CharField(max_length=20, unique=True)
    name = models.CharField(max_length=300)
    calculation = models.TextField()
    formula = models.TextField(null=True)
    result = models.CharField(max_length=300, null=True)
    tolerance = models.FloatField()
    against = models.TextField(null=True)
    margin = models.FloatField(null=True)
    agrees = models.BooleanField(null=True)
    verdict = models.TextField()

    class Meta(Sourced.Meta):
        constraints = (
            *Sourced.Meta.constraints,
            models.CheckConstraint(
                condition=Q(tolerance__gte=0), name="factcheck_tolerance_is_no_debt"
            ),
        )

    def __str__(self) -> str:
        return f"{self.slug} {self.name}"


class FactCitation(Sourced):
    """Something that rests on a fact; `room` says who registered it."""

    room = models.CharField(max_length=40, blank=True, default=FOLDER)
    fact = models.CharField(max_length=20)
    kind = models.CharField(max_length=40)
    identifier = models.CharField(max_length=120)
    title = models.CharField(max_length=300)
    address = models.CharField(max_length=300, null=True)

    class Meta(Sourced.Meta):
        constraints = (
            *Sourced.Meta.constraints,
            models.UniqueConstraint(
                fields=("fact", "kind", "identifier"), name="citation_stands_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.fact} in {self.title}"
