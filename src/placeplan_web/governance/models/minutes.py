"""Minutes of a meeting: drafted, corrected, agreed at a later one, then locked."""

from django.db import models
from django.db.models import F, Q

from placeplan_web.governance.models.base import TitledRecord
from placeplan_web.governance.models.item import AgendaItem
from placeplan_web.governance.models.meeting import Meeting
from placeplan_web.places.models import Post
from placeplan_web.programme.models.invariant import know_choice
from placeplan_web.registers.models import AppendedRow


class MinutesState(models.TextChoices):
    DRAFT = "draft", "Draft"
    AGREED = "agreed", "Agreed"


class Minutes(TitledRecord):
    """The minutes of one meeting; what they say stands in their parts.

    `draft` counts how often they were written. Agreed ones cannot change, nor get
    another part: triggers hold that.
    """

    PREFIX = "MIN-"

    meeting = models.OneToOneField(
        Meeting, on_delete=models.PROTECT, related_name="minutes"
    )
    draft = models.PositiveSmallIntegerField(default=1, editable=False)
    state = models.CharField(
        max_length=6,
        choices=MinutesState.choices,
        default=MinutesState.DRAFT,
        editable=False,
    )
    agreed_at_meeting = models.ForeignKey(
        Meeting,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        editable=False,
    )
    agreed_on = models.DateField(null=True, blank=True, editable=False)
    text_hash = models.CharField(max_length=64, blank=True, default="", editable=False)

    class Meta(TitledRecord.Meta):
        verbose_name_plural = "minutes"
        constraints = (
            *TitledRecord.Meta.constraints,
            know_choice("state", MinutesState, "minutes_state_is_known"),
            models.CheckConstraint(
                condition=Q(
                    state="draft",
                    agreed_on__isnull=True,
                    agreed_at_meeting__isnull=True,
                    text_hash="",
                )
                | Q(
                    state="agreed",
                    agreed_on__isnull=False,
                    agreed_at_meeting__isnull=False,
                    text_hash__regex=r"^[0-9a-f]{64}$",
                ),
                name="minutes_agreed_whole_or_not",
            ),
            models.CheckConstraint(
                condition=Q(agreed_at_meeting__isnull=True)
                | ~Q(agreed_at_meeting=F("meeting")),
                name="minutes_agreed_at_another_meeting",
            ),
        )


class PartPlace(models.TextChoices):
    """Where a part stands; the whole is one part where nobody could divide it."""

    OPENING = "opening", "Before the first item"
    ITEM = "item", "Item"
    CLOSING = "closing", "After the last item"
    WHOLE = "whole", "The whole minutes"


class MinutesPart(AppendedRow):
    """What one draft of minutes says of one item, in Markdown with its heading.

    A part that a later draft leaves as it was is not written again, so at each
    `position` the newest holds.
    """

    minutes = models.ForeignKey(Minutes, on_delete=models.PROTECT, related_name="parts")
    draft = models.PositiveSmallIntegerField()
    position = models.PositiveSmallIntegerField()
    place = models.CharField(max_length=7, choices=PartPlace.choices)
    item = models.ForeignKey(
        AgendaItem,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="minutes_parts",
    )
    text = models.TextField(blank=True, default="")

    class Meta(AppendedRow.Meta):
        ordering = ("position", "draft", "pk")
        constraints = (
            know_choice("place", PartPlace, "minutespart_place_is_known"),
            models.UniqueConstraint(
                fields=("minutes", "draft", "position"),
                name="minutespart_stands_once_in_a_draft",
            ),
            models.CheckConstraint(
                condition=Q(draft__gte=1), name="minutespart_drafts_begin_at_one"
            ),
            models.CheckConstraint(
                condition=Q(place="item", item__isnull=False)
                | (~Q(place="item") & Q(item__isnull=True)),
                name="minutespart_of_an_item_names_it",
            ),
        )


class MinutesCorrection(AppendedRow):
    """A correction that was asked for; `reason` is what is to change, and why."""

    minutes = models.ForeignKey(
        Minutes, on_delete=models.PROTECT, related_name="corrections"
    )
    post = models.ForeignKey(
        Post, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta(AppendedRow.Meta):
        constraints = (
            models.CheckConstraint(
                condition=~Q(reason=""), name="minutescorrection_says_what"
            ),
        )
