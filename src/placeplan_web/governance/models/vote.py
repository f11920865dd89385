"""A vote that was put, how each seat voted, and what came of it. Cast is cast."""

from django.db import models
from django.db.models import F, Q

from placeplan_web.governance.models.item import AgendaItem
from placeplan_web.governance.models.seat import Seat
from placeplan_web.governance.models.terms import CountedOf, Majority
from placeplan_web.places.models import Post
from placeplan_web.programme.models.invariant import know_choice
from placeplan_web.registers.models import AppendedRow


class Choice(models.TextChoices):
    FOR = "for", "For"
    AGAINST = "against", "Against"
    ABSTAIN = "abstain", "Abstained"


class QuorumState(models.TextChoices):
    QUORATE = "quorate", "Quorate"
    NOT_STATED = "not_stated", "No quorum is stated"


class Vote(AppendedRow):
    """A motion on an item.

    It stands only where the item was quorate, or no quorum is laid down; `at` is the
    moment at which that was checked.
    """

    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, related_name="votes")
    motion = models.TextField()
    majority = models.CharField(max_length=9, choices=Majority.choices)
    majority_share = models.CharField(max_length=20, blank=True, default="")
    majority_of = models.CharField(
        max_length=7, choices=CountedOf.choices, blank=True, default=""
    )
    in_favour = models.PositiveSmallIntegerField()
    against = models.PositiveSmallIntegerField()
    abstained = models.PositiveSmallIntegerField()
    present = models.PositiveSmallIntegerField()
    members = models.PositiveSmallIntegerField()
    casting = models.CharField(
        max_length=7, choices=Choice.choices, blank=True, default=""
    )
    is_carried = models.BooleanField()
    is_tied = models.BooleanField()
    needed = models.PositiveSmallIntegerField()
    result_reasons = models.JSONField(default=list)
    quorum_state = models.CharField(max_length=10, choices=QuorumState.choices)
    quorum_counted = models.JSONField(default=dict)
    quorum_needed = models.JSONField(default=dict, blank=True)

    class Meta(AppendedRow.Meta):
        constraints = (
            models.CheckConstraint(condition=~Q(motion=""), name="vote_has_a_motion"),
            know_choice("majority", Majority, "vote_majority_is_known"),
            know_choice("quorum_state", QuorumState, "vote_stands_on_a_quorum"),
            models.CheckConstraint(
                condition=Q(casting__in=("", "for", "against")),
                name="vote_casting_is_known",
            ),
            models.CheckConstraint(
                condition=Q(casting="") | Q(is_tied=True),
                name="vote_is_cast_twice_in_a_tie_alone",
            ),
            models.CheckConstraint(
                condition=Q(present__gte=F("in_favour") + F("against") + F("abstained"))
                & Q(members__gte=F("present")),
                name="vote_counts_no_more_than_were_there",
            ),
            models.CheckConstraint(
                condition=Q(is_tied=True, in_favour=F("against"))
                | (Q(is_tied=False) & ~Q(in_favour=F("against"))),
                name="vote_tie_is_a_tie",
            ),
        )


class Ballot(AppendedRow):
    """How one seat voted; the post is who sat there."""

    vote = models.ForeignKey(Vote, on_delete=models.PROTECT, related_name="ballots")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    post = models.ForeignKey(
        Post, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    choice = models.CharField(max_length=7, choices=Choice.choices)

    class Meta(AppendedRow.Meta):
        ordering = ("pk",)
        constraints = (
            know_choice("choice", Choice, "ballot_choice_is_known"),
            models.UniqueConstraint(
                fields=("vote", "seat"), name="ballot_is_cast_once"
            ),
        )
