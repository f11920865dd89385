"""The register of interests, of gifts, and of leave to take part all the same."""

from django.db import models
from django.db.models import Q

from placeplan_web.governance.models.base import TitledRecord, check_words
from placeplan_web.governance.models.body import Body
from placeplan_web.governance.models.terms import Regime
from placeplan_web.places.models import Post
from placeplan_web.programme.models.invariant import (
    keep_order,
    know_choice,
    not_below_zero,
)


class Interest(TitledRecord):
    """An interest of whoever holds a post, or that there is none to declare.

    A sensitive one stands in no public copy. It is matched to items by its tags, its
    body and its supplier.
    """

    PREFIX = "INT-"

    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="interests")
    regime = models.CharField(max_length=12, choices=Regime.choices)
    kind = models.CharField(max_length=40, blank=True, default="")
    is_nil = models.BooleanField(default=False)
    nature = models.TextField(blank=True, default="")
    tags = models.JSONField(default=list, blank=True, validators=[check_words])
    body = models.ForeignKey(
        Body, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    supplier = models.CharField(max_length=200, blank=True, default="")
    declared_on = models.DateField()
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    is_sensitive = models.BooleanField(default=False)

    class Meta(TitledRecord.Meta):
        constraints = (
            *TitledRecord.Meta.constraints,
            know_choice("regime", Regime, "interest_regime_is_known"),
            models.CheckConstraint(
                condition=Q(is_nil=True, kind="", nature="")
                | (Q(is_nil=False) & ~Q(kind="") & ~Q(nature="")),
                name="interest_has_a_kind_or_is_nil",
            ),
            keep_order("starts_on", "ends_on", "interest_ends_after_it_starts"),
        )


class GiftKind(models.TextChoices):
    GIFT = "gift", "Gift"
    HOSPITALITY = "hospitality", "Hospitality"


class GiftDeclaration(TitledRecord):
    """A gift or hospitality, who gave it and what it was worth."""

    PREFIX = "GIFT-"

    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="gifts")
    regime = models.CharField(max_length=12, choices=Regime.choices)
    kind = models.CharField(max_length=11, choices=GiftKind.choices)
    donor = models.CharField(max_length=200)
    value_pounds = models.DecimalField(max_digits=10, decimal_places=2)
    is_from_supplier = models.BooleanField(default=False)
    given_on = models.DateField()
    declared_on = models.DateField()
    nature = models.TextField()
    business_words = models.TextField(blank=True, default="")

    class Meta(TitledRecord.Meta):
        constraints = (
            *TitledRecord.Meta.constraints,
            know_choice("regime", Regime, "gift_regime_is_known"),
            know_choice("kind", GiftKind, "gift_kind_is_known"),
            models.CheckConstraint(condition=~Q(donor=""), name="gift_names_its_donor"),
            not_below_zero("value_pounds", "gift_value_is_not_negative"),
        )


class Staying(models.TextChoices):
    """Whether somebody may stay in the room."""

    YES = "yes", "Stay"
    UNTIL_SPOKEN = "until_spoken", "Leave after speaking"
    NO = "no", "Leave"


class Dispensation(TitledRecord):
    """Leave to take part in spite of an interest; what it allows, and until when."""

    PREFIX = "DIS-"

    post = models.ForeignKey(
        Post, on_delete=models.PROTECT, related_name="dispensations"
    )
    interest = models.ForeignKey(
        Interest, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    granted_by = models.CharField(max_length=200)
    granted_on = models.DateField()
    expires_on = models.DateField(null=True, blank=True)
    may_speak = models.BooleanField(default=False)
    may_vote = models.BooleanField(default=False)
    stay = models.CharField(max_length=12, choices=Staying.choices, default=Staying.NO)
    scope = models.TextField()

    class Meta(TitledRecord.Meta):
        constraints = (
            *TitledRecord.Meta.constraints,
            know_choice("stay", Staying, "dispensation_stay_is_known"),
            keep_order("granted_on", "expires_on", "dispensation_ends_after_it_starts"),
            models.CheckConstraint(
                condition=~Q(granted_by="") & ~Q(scope=""),
                name="dispensation_says_by_whom_and_for_what",
            ),
        )
