"""A body that sits on groups, delegates to them, ratifies or signs."""

from django.db import models
from django.db.models import Q

from placeplan_web.governance.models.base import TitledRecord
from placeplan_web.places.models import Place
from placeplan_web.programme.models.invariant import know_choice


class MemberKind(models.TextChoices):
    """Kinds of member, as ``placeplan.governance.authority`` tells them apart."""

    COMMISSIONER = "commissioner", "Commissioner"
    PROVIDER = "provider", "Provider"
    LOCAL_AUTHORITY = "local_authority", "Council"
    REGULATOR = "regulator", "National body"
    SYSTEM = "system", "Partnership"
    PATIENT_VOICE = "patient_voice", "Voice of patients"
    PROFESSIONAL = "professional", "Profession"
    OTHER = "other", "Other"


class Body(TitledRecord):
    """An organisation as governance knows it; `place` is its page in the registry.

    A collective one stands for several, such as the councils of all districts.
    """

    PREFIX = "ORG-"

    slug = models.SlugField(max_length=80, unique=True)
    name = models.CharField(max_length=200)
    short_name = models.CharField(max_length=80, blank=True, default="")
    kind = models.CharField(max_length=15, choices=MemberKind.choices)
    place = models.ForeignKey(
        Place, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    is_collective = models.BooleanField(default=False)

    class Meta(TitledRecord.Meta):
        ordering = ("name", "pk")
        verbose_name_plural = "bodies"
        constraints = (
            *TitledRecord.Meta.constraints,
            models.CheckConstraint(
                condition=Q(slug__regex=r"^[a-z0-9]+(-[a-z0-9]+)*$"),
                name="body_slug_fits_an_address",
            ),
            models.CheckConstraint(condition=~Q(name=""), name="body_has_a_name"),
            know_choice("kind", MemberKind, "body_kind_is_known"),
        )

    def __str__(self) -> str:
        return self.name
