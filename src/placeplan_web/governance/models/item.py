"""An item of an agenda: what it is about, who may be there, and what came of it."""

from collections.abc import Mapping
from typing import Any

from django.db import models
from django.db.models import Q

from placeplan_web.governance.models.base import CitedRow, check_words
from placeplan_web.governance.models.body import Body
from placeplan_web.governance.models.group import Group
from placeplan_web.governance.models.meeting import Meeting
from placeplan_web.places.models import Post
from placeplan_web.programme.models.invariant import know_choice, not_below_zero
from placeplan_web.registers.models import RegisterRecord


class ItemPurpose(models.TextChoices):
    DECIDE = "decide", "For decision"
    RECOMMEND = "recommend", "For recommendation"
    DISCUSS = "discuss", "For discussion"
    NOTE = "note", "To note"
    UNSTATED = "unstated", "Not stated"


class Classification(models.TextChoices):
    PUBLIC = "public", "Public"
    EXEMPT = "exempt", "Exempt"
    CONFIDENTIAL = "confidential", "Confidential"


class ItemState(models.TextChoices):
    PLANNED = "planned", "Planned"
    OPEN = "open", "Under discussion"
    INQUORATE = "inquorate_through_interests", "Inquorate through interests"
    TAKEN = "taken", "Taken"
    DEFERRED = "deferred", "Put off"
    REFERRED = "referred", "Referred up"
    WITHDRAWN = "withdrawn", "Taken off"


class QuorumExit(models.TextChoices):
    """The three ways out for an item that is inquorate through interests."""

    DEFER = "defer", "Put it off"
    INVITE = "invite", "Co-opt or invite members"
    REFER_UP = "refer_up", "Refer it up"


class AgendaItem(RegisterRecord):
    """One matter on the agenda of one meeting, with its front sheet.

    `subject` is what authority is asked for; `tags`, bodies and suppliers are
    what interests are matched against. `carried_from` is the item of an earlier meeting
    of the group that goes on in this one.
    """

    PREFIX = "ITEM-"

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="items")
    number = models.CharField(max_length=10)
    position = models.PositiveSmallIntegerField()
    section = models.CharField(max_length=120, blank=True, default="")
    title = models.CharField(max_length=300)
    purpose = models.CharField(
        max_length=9, choices=ItemPurpose.choices, default=ItemPurpose.UNSTATED
    )
    minutes_planned = models.PositiveSmallIntegerField(null=True, blank=True)
    presenter_post = models.ForeignKey(
        Post, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    presenter_words = models.CharField(max_length=300, blank=True, default="")
    classification = models.CharField(
        max_length=12, choices=Classification.choices, default=Classification.PUBLIC
    )
    exempt_reason = models.CharField(max_length=40, blank=True, default="")
    balance_words = models.TextField(blank=True, default="")
    is_exclusion_resolved = models.BooleanField(default=False)
    subject = models.CharField(max_length=200, blank=True, default="")
    tags = models.JSONField(default=list, blank=True, validators=[check_words])
    suppliers = models.JSONField(default=list, blank=True, validators=[check_words])
    bodies = models.ManyToManyField(Body, through="ItemBody", related_name="+")
    value_pounds = models.DecimalField(
        max_digits=14, decimal_places=2, null=True, blank=True
    )
    is_key_decision = models.BooleanField(default=False)
    wards = models.CharField(max_length=300, blank=True, default="")
    money_words = models.TextField(blank=True, default="")
    law_words = models.TextField(blank=True, default="")
    risk_words = models.TextField(blank=True, default="")
    equality_words = models.TextField(blank=True, default="")
    consultees = models.TextField(blank=True, default="")
    consultation = models.CharField(max_length=300, blank=True, default="")
    background_papers = models.TextField(blank=True, default="")
    pages = models.CharField(max_length=40, blank=True, default="")
    recommendation = models.TextField(blank=True, default="")
    urgency_reason = models.TextField(blank=True, default="")
    state = models.CharField(
        max_length=27,
        choices=ItemState.choices,
        default=ItemState.PLANNED,
        editable=False,
    )
    quorum_exit = models.CharField(
        max_length=8,
        choices=QuorumExit.choices,
        blank=True,
        default="",
        editable=False,
    )
    exit_reason = models.TextField(blank=True, default="", editable=False)
    referred_to = models.ForeignKey(
        Group,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        editable=False,
    )
    outcome_words = models.TextField(blank=True, default="")
    carried_from = models.OneToOneField(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="carried_to",
        editable=False,
    )

    class Meta(RegisterRecord.Meta):
        ordering = ("position", "pk")
        constraints = (
            *RegisterRecord.Meta.constraints,
            models.UniqueConstraint(
                fields=("meeting", "reference"), name="agendaitem_reference_is_unique"
            ),
            models.UniqueConstraint(
                fields=("meeting", "number"), name="agendaitem_number_is_unique"
            ),
            models.CheckConstraint(
                condition=~Q(title=""), name="agendaitem_has_a_title"
            ),
            know_choice("purpose", ItemPurpose, "agendaitem_purpose_is_known"),
            know_choice("classification", Classification, "agendaitem_class_is_known"),
            know_choice("state", ItemState, "agendaitem_state_is_known"),
            know_choice(
                "quorum_exit", QuorumExit, "agendaitem_exit_is_known", empty=True
            ),
            not_below_zero("value_pounds", "agendaitem_value_is_not_negative"),
            models.CheckConstraint(
                condition=Q(classification="public", exempt_reason="")
                | (~Q(classification="public") & ~Q(exempt_reason="")),
                name="agendaitem_kept_private_for_a_reason",
            ),
            models.CheckConstraint(
                condition=~Q(classification="exempt") | ~Q(balance_words=""),
                name="agendaitem_exempt_weighs_the_interest",
            ),
            models.CheckConstraint(
                condition=Q(quorum_exit="", exit_reason="")
                | (~Q(quorum_exit="") & ~Q(exit_reason="")),
                name="agendaitem_exit_says_why",
            ),
            models.CheckConstraint(
                condition=Q(quorum_exit="refer_up", referred_to__isnull=False)
                | (~Q(quorum_exit="refer_up") & Q(referred_to__isnull=True)),
                name="agendaitem_referred_to_a_group",
            ),
        )

    def __str__(self) -> str:
        return f"{self.number}. {self.title}"

    def list_neighbours(self) -> Mapping[str, Any]:
        return {"meeting": self.meeting_id}

    @property
    def is_private(self) -> bool:
        return self.classification != Classification.PUBLIC


class ItemBody(CitedRow):
    """A body that an item is about, against which interests are matched."""

    item = models.ForeignKey(
        AgendaItem, on_delete=models.CASCADE, related_name="body_links"
    )
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")

    class Meta(CitedRow.Meta):
        constraints = (
            *CitedRow.Meta.constraints,
            models.UniqueConstraint(
                fields=("item", "body"), name="itembody_stands_once"
            ),
        )
