"""A plan or initiation document under control: versions, reviews, who has it."""

from collections.abc import Mapping
from typing import Any

from django.db import models
from django.db.models import Q

from placeplan_web.places.models import Post
from placeplan_web.programme.models.base import OwnedRecord
from placeplan_web.programme.models.invariant import keep_order, know_choice
from placeplan_web.registers.models import AppendedRow, RegisterRecord


class DocumentKind(models.TextChoices):
    PLAN = "plan", "Plan"
    INITIATION = "initiation", "Initiation document"
    CASE = "case", "Business case"
    OTHER = "other", "Other document"


class ControlledDocument(OwnedRecord):
    """A document; `reviewers_words` and `distribution_words` are those of a paper.

    They name roles and organisations alone.
    """

    PREFIX = "DOC-"

    title = models.CharField(max_length=300)
    kind = models.CharField(max_length=10, choices=DocumentKind.choices)
    reviewers_words = models.CharField(max_length=500, blank=True, default="")
    distribution_words = models.CharField(max_length=500, blank=True, default="")
    review_on = models.DateField(null=True, blank=True)

    class Meta(OwnedRecord.Meta):
        constraints = (
            *OwnedRecord.Meta.constraints,
            know_choice("kind", DocumentKind, "document_kind_is_known"),
        )


class DocumentState(models.TextChoices):
    DRAFTED = "drafted", "Drafted"
    IN_REVIEW = "in_review", "In review"
    APPROVED = "approved", "Approved"
    ISSUED = "issued", "Issued"
    SUPERSEDED = "superseded", "Superseded"


class DocumentVersion(RegisterRecord):
    """One version of a document; its reference is its number, such as 0.9 or V2.

    The text is Markdown. Only one version of a document is issued at a time.
    """

    document = models.ForeignKey(
        ControlledDocument, on_delete=models.PROTECT, related_name="versions"
    )
    number = models.CharField(max_length=20)
    state = models.CharField(
        max_length=10,
        choices=DocumentState.choices,
        default=DocumentState.DRAFTED,
        editable=False,
    )
    summary = models.TextField()
    text = models.TextField(blank=True, default="")
    drafted_on = models.DateField()
    approved_on = models.DateField(null=True, blank=True, editable=False)
    issued_on = models.DateField(null=True, blank=True, editable=False)

    class Meta(RegisterRecord.Meta):
        ordering = ("drafted_on", "pk")
        constraints = (
            *RegisterRecord.Meta.constraints,
            know_choice("state", DocumentState, "documentversion_state_is_known"),
            models.UniqueConstraint(
                fields=("document", "number"), name="documentversion_number_is_unique"
            ),
            models.UniqueConstraint(
                fields=("document", "reference"),
                name="documentversion_reference_is_unique",
            ),
            models.UniqueConstraint(
                fields=("document",),
                condition=Q(state=DocumentState.ISSUED),
                name="document_has_one_issued_version",
            ),
            models.CheckConstraint(
                condition=Q(state__in=("drafted", "in_review"), approved_on=None)
                | Q(
                    state__in=("approved", "issued", "superseded"),
                    approved_on__isnull=False,
                ),
                name="documentversion_approval_has_its_day",
            ),
            models.CheckConstraint(
                condition=Q(state__in=("issued", "superseded"), issued_on__isnull=False)
                | (~Q(state__in=("issued", "superseded")) & Q(issued_on=None)),
                name="documentversion_issue_has_its_day",
            ),
            keep_order("approved_on", "issued_on", "documentversion_approved_first"),
        )

    def list_neighbours(self) -> Mapping[str, Any]:
        return {"document": self.document_id}


class ReviewOutcome(models.TextChoices):
    AGREED = "agreed", "Agreed"
    AGREED_WITH_CHANGES = "agreed_with_changes", "Agreed with changes"
    REFUSED = "refused", "Refused"


class DocumentReview(AppendedRow):
    """What a reviewer said of a version; for changes, the reason says which."""

    document_version = models.ForeignKey(
        DocumentVersion, on_delete=models.PROTECT, related_name="reviews"
    )
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=19, choices=ReviewOutcome.choices)
    reviewed_on = models.DateField()

    class Meta(AppendedRow.Meta):
        constraints = (
            know_choice("outcome", ReviewOutcome, "documentreview_outcome_is_known"),
            models.CheckConstraint(
                condition=Q(outcome=ReviewOutcome.AGREED) | ~Q(reason=""),
                name="documentreview_says_what_to_change",
            ),
        )


class DocumentPart(models.TextChoices):
    REVIEWER = "reviewer", "Reviewer"
    APPROVER = "approver", "Approver"
    RECIPIENT = "recipient", "Recipient"


class DocumentRecipient(models.Model):
    """A post that reviews, approves or is sent a document."""

    document = models.ForeignKey(
        ControlledDocument, on_delete=models.CASCADE, related_name="recipients"
    )
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    part = models.CharField(max_length=9, choices=DocumentPart.choices)

    class Meta:
        constraints = (
            know_choice("part", DocumentPart, "documentrecipient_part_is_known"),
            models.UniqueConstraint(
                fields=("document", "post", "part"),
                name="documentrecipient_stands_once",
            ),
        )
