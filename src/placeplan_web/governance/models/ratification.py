"""Bodies that are asked to ratify a recommendation, and what each of them said."""

from django.db import models
from django.db.models import F, Q

from placeplan_web.governance.models.body import Body
from placeplan_web.governance.models.decision import Decision
from placeplan_web.governance.models.meeting import Meeting
from placeplan_web.places.models import Post
from placeplan_web.programme.models.invariant import know_choice
from placeplan_web.registers.models import AppendedRow


class Ratification(AppendedRow):
    """One body that is asked, since when, and by when it should answer."""

    decision = models.ForeignKey(
        Decision, on_delete=models.PROTECT, related_name="ratifications"
    )
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    asked_on = models.DateField()
    due_on = models.DateField(null=True, blank=True)

    class Meta(AppendedRow.Meta):
        ordering = ("body__slug", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("decision", "body"), name="ratification_asks_a_body_once"
            ),
            models.CheckConstraint(
                condition=Q(due_on__isnull=True) | Q(due_on__gte=F("asked_on")),
                name="ratification_is_due_after_it_is_asked",
            ),
        )


class Outcome(models.TextChoices):
    AGREED = "agreed", "Agreed"
    AGREED_WITH_CHANGES = "agreed_with_changes", "Agreed with changes"
    REFUSED = "refused", "Refused"
    DEFERRED = "deferred", "Deferred"


class RatificationAnswer(AppendedRow):
    """What a body said, in its exact words; the newest answer of a body counts.

    `meaning` is what agreeing was said to mean when it was signed.
    """

    ratification = models.ForeignKey(
        Ratification, on_delete=models.PROTECT, related_name="answers"
    )
    meeting = models.ForeignKey(
        Meeting, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    post = models.ForeignKey(
        Post, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    outcome = models.CharField(max_length=19, choices=Outcome.choices)
    answered_on = models.DateField()
    text = models.TextField(blank=True, default="")
    meaning = models.TextField(blank=True, default="")

    class Meta(AppendedRow.Meta):
        ordering = ("answered_on", "pk")
        constraints = (
            know_choice("outcome", Outcome, "ratificationanswer_outcome_is_known"),
            models.CheckConstraint(
                condition=~Q(outcome="agreed_with_changes") | ~Q(text=""),
                name="ratificationanswer_changes_are_in_words",
            ),
        )
