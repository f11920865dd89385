"""An interest that a member declares on an item, and what it lets the member do."""

from collections.abc import Mapping
from typing import Any

from django.db import models
from django.db.models import F, Q

from placeplan_web.governance.models.interest import Dispensation, Interest, Staying
from placeplan_web.governance.models.item import AgendaItem
from placeplan_web.governance.models.seat import Seat
from placeplan_web.governance.models.terms import Regime
from placeplan_web.places.models import Post
from placeplan_web.programme.models.invariant import keep_pair, know_choice
from placeplan_web.registers.models import RegisterRecord


class Ruling(models.TextChoices):
    """What the chair of an NHS meeting may rule, from least to most."""

    NOTE_AND_STAY = "note_and_stay", "Note it, and stay"
    STAY_NO_VOTE = "stay_no_vote", "Stay, without a vote"
    DISCUSSION_ONLY = "discussion_only", "Stay for the discussion alone"
    NO_PAPERS = "no_papers", "Get no papers"
    LEAVE = "leave", "Leave"
    CHAIR_HANDS_OVER = "chair_hands_over", "The chair hands over"


class Declaration(RegisterRecord):
    """A declaration on one item, with its effect as the library worked it out.

    `rule_as_at`, `rule_source` and `rule_version` say by which rules. Until the chair
    of an NHS meeting has ruled, the strictest ruling counts, and `ruled_at` is empty.
    """

    PREFIX = "DECL-"

    item = models.ForeignKey(
        AgendaItem, on_delete=models.PROTECT, related_name="declarations"
    )
    seat = models.ForeignKey(
        Seat, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    interest = models.ForeignKey(
        Interest, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    regime = models.CharField(max_length=12, choices=Regime.choices)
    kind = models.CharField(max_length=40)
    nature = models.TextField()
    declared_at = models.DateTimeField()
    is_heard_as_public = models.BooleanField(default=False)
    ruling = models.CharField(
        max_length=16, choices=Ruling.choices, blank=True, default=""
    )
    ruled_at = models.DateTimeField(null=True, blank=True)
    ruled_by_post = models.ForeignKey(
        Post, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    dispensation = models.ForeignKey(
        Dispensation, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    must_declare = models.BooleanField(editable=False)
    may_speak = models.BooleanField(editable=False)
    may_vote = models.BooleanField(editable=False)
    stay = models.CharField(max_length=12, choices=Staying.choices, editable=False)
    gets_papers = models.BooleanField(editable=False)
    effect_reasons = models.JSONField(default=list, editable=False)
    rule_as_at = models.DateField(editable=False)
    rule_source = models.TextField(editable=False)
    rule_version = models.CharField(max_length=40, editable=False)

    class Meta(RegisterRecord.Meta):
        ordering = ("declared_at", "pk")
        constraints = (
            *RegisterRecord.Meta.constraints,
            models.UniqueConstraint(
                fields=("item", "reference"), name="declaration_reference_is_unique"
            ),
            know_choice("regime", Regime, "declaration_regime_is_known"),
            know_choice("stay", Staying, "declaration_stay_is_known"),
            know_choice("ruling", Ruling, "declaration_ruling_is_known", empty=True),
            keep_pair("ruled_at", "ruled_by_post", "declaration_ruled_by_a_post"),
            models.CheckConstraint(
                condition=Q(ruled_at__isnull=True) | ~Q(ruling=""),
                name="declaration_ruled_in_words",
            ),
            models.CheckConstraint(
                condition=Q(ruled_at__isnull=True) | Q(ruled_at__gte=F("declared_at")),
                name="declaration_ruled_after_it_was_made",
            ),
            models.CheckConstraint(
                condition=~Q(nature="") & ~Q(kind=""),
                name="declaration_says_what_it_is",
            ),
            models.CheckConstraint(
                condition=Q(may_vote=False) | Q(stay="yes"),
                name="declaration_nobody_votes_from_outside",
            ),
        )

    def list_neighbours(self) -> Mapping[str, Any]:
        return {"item": self.item_id}

    @property
    def withdraws(self) -> bool:
        """Whether the member is not counted for the quorum of the item."""
        return self.stay != Staying.YES
