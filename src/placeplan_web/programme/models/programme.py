"""A programme, and who has which part in it."""

import uuid

from django.db import models
from django.db.models import Q

from placeplan_web.places.models import Post
from placeplan_web.programme.models.invariant import keep_order, know_choice
from placeplan_web.registers.models import RegisterRecord


class Programme(RegisterRecord):
    """Related projects and other work that together bring about a change.

    `slug` is its address, which never changes. An open one may be read by everybody.
    """

    slug = models.SlugField(max_length=80, unique=True)
    name = models.CharField(max_length=200)
    purpose = models.TextField(blank=True, default="")
    owner_words = models.CharField(max_length=300, blank=True, default="")
    era = models.CharField(max_length=40, blank=True, default="")
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    is_open = models.BooleanField(default=False)

    class Meta(RegisterRecord.Meta):
        ordering = ("reference",)
        constraints = (
            *RegisterRecord.Meta.constraints,
            models.UniqueConstraint(
                fields=("reference",), name="programme_reference_is_unique"
            ),
            models.CheckConstraint(
                condition=Q(slug__regex=r"^[a-z0-9]+(-[a-z0-9]+)*$"),
                name="programme_slug_fits_an_address",
            ),
            keep_order("starts_on", "ends_on", "programme_ends_after_it_starts"),
        )

    def __str__(self) -> str:
        return self.name


class RoleKind(models.TextChoices):
    """What a post may do in a programme, the widest first."""

    LEAD = "lead", "Programme lead"
    OFFICE = "office", "Programme office"
    OWNER = "owner", "Owner of records"
    REVIEWER = "reviewer", "Reviewer"
    READER = "reader", "Reader"


class ProgrammeRole(models.Model):
    """A part that a post has in a programme, from its first day to its last."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    programme = models.ForeignKey(
        Programme, on_delete=models.PROTECT, related_name="roles"
    )
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=8, choices=RoleKind.choices)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("starts_on", "pk")
        constraints = (
            know_choice("role", RoleKind, "programmerole_is_known"),
            keep_order("starts_on", "ends_on", "programmerole_ends_after_it_starts"),
            models.UniqueConstraint(
                fields=("programme", "post", "role", "starts_on"),
                name="programmerole_starts_once_a_day",
            ),
        )

    def __str__(self) -> str:
        return f"{self.role} of {self.programme}"
