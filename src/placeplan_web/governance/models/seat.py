"""A seat of a group, and which post has it from one day to another."""

from collections.abc import Mapping
from typing import Any

from django.db import models
from django.db.models import F, Q

from placeplan_web.governance.models.base import CitedRow
from placeplan_web.governance.models.body import Body
from placeplan_web.governance.models.group import Group, GroupPart
from placeplan_web.places.models import Post
from placeplan_web.programme.models.invariant import keep_order, know_choice
from placeplan_web.registers.models import RegisterRecord


class SeatKind(models.TextChoices):
    """Whether whoever has a seat votes; only voting seats count for a quorum."""

    VOTING = "voting", "Voting"
    IN_ATTENDANCE = "in_attendance", "In attendance"
    CO_OPTED = "co_opted", "Co-opted, without a vote"


class Seat(RegisterRecord):
    """A place at the table of a group, whoever has it."""

    PREFIX = "SEAT-"

    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="seats")
    part = models.ForeignKey(
        GroupPart, null=True, blank=True, on_delete=models.PROTECT, related_name="seats"
    )
    title = models.CharField(max_length=300)
    post_words = models.CharField(max_length=300, blank=True, default="")
    body = models.ForeignKey(
        Body, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    kind = models.CharField(
        max_length=13, choices=SeatKind.choices, default=SeatKind.VOTING
    )
    constituency = models.CharField(max_length=80, blank=True, default="")
    is_chair = models.BooleanField(default=False)
    deputy_of = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="deputies"
    )
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)

    class Meta(RegisterRecord.Meta):
        ordering = ("-is_chair", "reference", "pk")
        constraints = (
            *RegisterRecord.Meta.constraints,
            models.UniqueConstraint(
                fields=("group", "reference"), name="seat_reference_is_unique"
            ),
            models.CheckConstraint(condition=~Q(title=""), name="seat_has_a_title"),
            know_choice("kind", SeatKind, "seat_kind_is_known"),
            keep_order("starts_on", "ends_on", "seat_ends_after_it_starts"),
            models.CheckConstraint(
                condition=Q(deputy_of__isnull=True) | ~Q(deputy_of=F("pk")),
                name="seat_is_not_its_own_deputy",
            ),
        )

    def __str__(self) -> str:
        return self.title

    def list_neighbours(self) -> Mapping[str, Any]:
        return {"group": self.group_id}

    @property
    def votes(self) -> bool:
        return self.kind == SeatKind.VOTING


class SeatHolding(CitedRow):
    """A post in a seat, from its first day to its last, both inside.

    One post at a time has a seat: triggers hold that.
    """

    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="holdings")
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="seats")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    class Meta(CitedRow.Meta):
        ordering = ("starts_on", "pk")
        constraints = (
            *CitedRow.Meta.constraints,
            keep_order("starts_on", "ends_on", "seatholding_ends_after_it_starts"),
            models.UniqueConstraint(
                fields=("seat", "post", "starts_on"), name="seatholding_starts_once"
            ),
        )
