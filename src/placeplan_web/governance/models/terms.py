"""Terms of reference: what holds for a group from one day to another."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from placeplan.errors import InputError
from placeplan.governance.quorum import QuorumRule
from placeplan_web.governance.models.base import check_words, keep_part
from placeplan_web.governance.models.group import Group
from placeplan_web.programme.models.invariant import keep_order, know_choice
from placeplan_web.registers.models import RegisterRecord


class Regime(models.TextChoices):
    """Whose rules on interests hold."""

    LOCALISM_ACT = "localism_act", "Localism Act 2011"
    NHS = "nhs", "NHS"


class Majority(models.TextChoices):
    SIMPLE = "simple", "More for than against"
    ABSOLUTE = "absolute", "More than half of all members"
    QUALIFIED = "qualified", "A stated share"
    CONSENSUS = "consensus", "Consensus, with dissent on record"


class CountedOf(models.TextChoices):
    CAST = "cast", "Of votes cast"
    PRESENT = "present", "Of those present"
    MEMBERS = "members", "Of all members"


class TermsOfReference(RegisterRecord):
    """One version of a group's terms. What they do not state is empty, never assumed.

    A quorum is a number, a part of a whole (1 of 4) or a least number for each
    constituency. Versions of one group never share a day: triggers hold that.
    """

    PREFIX = "TOR-"

    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="terms")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    quorum_number = models.PositiveSmallIntegerField(null=True, blank=True)
    quorum_part = models.PositiveSmallIntegerField(null=True, blank=True)
    quorum_whole = models.PositiveSmallIntegerField(null=True, blank=True)
    quorum_least = models.JSONField(default=dict, blank=True)
    members_stated = models.PositiveSmallIntegerField(null=True, blank=True)
    substitutes_allowed = models.BooleanField(null=True, blank=True)
    has_casting_vote = models.BooleanField(null=True, blank=True)
    majority = models.CharField(
        max_length=9, choices=Majority.choices, blank=True, default=""
    )
    majority_part = models.PositiveSmallIntegerField(null=True, blank=True)
    majority_whole = models.PositiveSmallIntegerField(null=True, blank=True)
    majority_of = models.CharField(
        max_length=7, choices=CountedOf.choices, blank=True, default=""
    )
    frequency = models.CharField(max_length=80, blank=True, default="")
    regime = models.CharField(
        max_length=12, choices=Regime.choices, blank=True, default=""
    )
    notice_body = models.CharField(max_length=40, blank=True, default="")
    public_may_speak = models.BooleanField(null=True, blank=True)
    subjects = models.JSONField(null=True, blank=True, validators=[check_words])
    text = models.TextField(blank=True, default="")

    class Meta(RegisterRecord.Meta):
        ordering = ("starts_on", "pk")
        constraints = (
            *RegisterRecord.Meta.constraints,
            models.UniqueConstraint(
                fields=("group", "reference"),
                name="termsofreference_reference_is_unique",
            ),
            know_choice("majority", Majority, "terms_majority_is_known", empty=True),
            know_choice("majority_of", CountedOf, "terms_count_is_known", empty=True),
            know_choice("regime", Regime, "terms_regime_is_known", empty=True),
            keep_order("starts_on", "ends_on", "terms_end_after_they_start"),
            keep_part("quorum_part", "quorum_whole", "terms_quorum_is_a_share"),
            keep_part(
                "majority_part",
                "majority_whole",
                "terms_majority_is_above_a_half",
                most_of=True,
            ),
            models.CheckConstraint(
                condition=Q(majority="qualified", majority_part__isnull=False)
                | (~Q(majority="qualified") & Q(majority_part__isnull=True)),
                name="terms_qualified_majority_has_its_share",
            ),
            models.CheckConstraint(
                condition=Q(quorum_number__isnull=True)
                | Q(quorum_number__gte=1, quorum_part__isnull=True),
                name="terms_state_one_quorum",
            ),
        )

    def list_neighbours(self) -> Mapping[str, Any]:
        return {"group": self.group_id}

    def clean(self) -> None:
        """Refuse a quorum that the library refuses."""
        if not isinstance(self.quorum_least, dict) or not all(
            isinstance(n, int) for n in self.quorum_least.values()
        ):
            raise ValidationError({"quorum_least": "Give a number for each."})
        try:
            self.make_quorum_rule()
        except InputError as error:
            raise ValidationError({"quorum_least": str(error)}) from error

    def make_quorum_rule(self) -> QuorumRule:
        """Give the quorum as the library takes it; nothing stated is nothing."""
        share = None
        if self.quorum_part is not None and self.quorum_whole:
            share = Fraction(self.quorum_part, self.quorum_whole)
        return QuorumRule(self.quorum_number, share, self.quorum_least or None)

    @property
    def majority_share(self) -> Fraction | None:
        if self.majority_part is None or not self.majority_whole:
            return None
        return Fraction(self.majority_part, self.majority_whole)
