"""Documents under control: a new version, its reviews, approval, issue."""

from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction

from placeplan.programme import document as rules
from placeplan_web.places.models import Post
from placeplan_web.programme.models import (
    ControlledDocument,
    DocumentPart,
    DocumentReview,
    DocumentState,
    DocumentVersion,
    ReviewOutcome,
)
from placeplan_web.programme.operations.refusal import (
    need_past,
    need_words,
    refuse_in_words,
)
from placeplan_web.registers.operations import (
    append_row,
    check_version,
    lock_record,
    save_record,
)

VERBS = rules.DocumentVerb


def add_version(
    *,
    by: UUID | str,
    document: ControlledDocument,
    number: str,
    summary: str,
    text: str,
    drafted_on: date,
    at: datetime,
) -> DocumentVersion:
    """Draft a new version of a document.

    Raises
    ------
    django.core.exceptions.ValidationError
        No summary, a number that stands already, or the document is withdrawn.
    """
    need_words(summary, "summary", "Say what is new in it.")
    with transaction.atomic():
        held = lock_record(document)
        if held.is_withdrawn:
            raise ValidationError(f"{held.reference} is withdrawn.")
        version = DocumentVersion(document=held)
        changes = {
            "number": number,
            "summary": summary,
            "text": text,
            "drafted_on": drafted_on,
        }
        return save_record(by=by, record=version, changes=changes, at=at, verb="draft")


def record_review(
    *,
    by: UUID | str,
    version: DocumentVersion,
    post: Post,
    outcome: ReviewOutcome,
    reviewed_on: date,
    at: datetime,
    reason: str = "",
) -> DocumentReview:
    """Say what a reviewer thinks of a version; their newest review counts.

    Raises
    ------
    django.core.exceptions.ValidationError
        It is not in review, the post is not named, or changes are not told.
    """
    need_past(reviewed_on, at, "reviewed_on")
    if outcome != ReviewOutcome.AGREED:
        need_words(reason, "reason", "Say what is to be changed.")
    with transaction.atomic():
        held = lock_record(version)
        if held.state != DocumentState.IN_REVIEW:
            raise ValidationError("This version is not in review.")
        parts = (DocumentPart.REVIEWER, DocumentPart.APPROVER)
        named = held.document.recipients.filter(post=post, part__in=parts)
        if not named.exists():
            raise ValidationError({"post": "The document names this post as neither."})
        row = DocumentReview(
            document_version=held, post=post, outcome=outcome, reviewed_on=reviewed_on
        )
        return append_row(by=by, row=row, at=at, reason=reason, verb="review")


def move_version(
    *,
    by: UUID | str,
    version: DocumentVersion,
    verb: rules.DocumentVerb,
    on: date,
    at: datetime,
    reason: str = "",
    expected_version: int | None = None,
) -> DocumentVersion:
    """Submit, return, approve or issue a version; an issue supersedes the one before.

    Raises
    ------
    ClashError
        Somebody else has written since `expected_version`.
    django.core.exceptions.ValidationError
        The step is none, an approver has not agreed, or a return gives no reason.
    """
    need_past(on, at, "on")
    with transaction.atomic():
        held = lock_record(version)
        check_version(held, expected_version)
        with refuse_in_words("verb"):
            state = rules.move_document(
                rules.DocumentState(held.state),
                verb,
                reviews=list_reviews(held),
                reason=reason,
            )
        changes: dict[str, object] = {"state": str(state)}
        if verb == VERBS.APPROVE:
            changes["approved_on"] = on
        elif verb == VERBS.RETURN:
            changes["approved_on"] = None
        elif verb == VERBS.ISSUE:
            changes["issued_on"] = on
            _supersede(by, held, on, at)
        return save_record(
            by=by, record=held, changes=changes, at=at, verb=str(verb), reason=reason
        )


def list_reviews(version: DocumentVersion) -> list[rules.DocumentReview]:
    """Give what each named reviewer said since the version was last submitted."""
    submitted = (
        DocumentVersion.history.filter(
            public_id=version.public_id, state=DocumentState.DRAFTED
        )
        .order_by("-version")
        .values_list("changed_at", flat=True)
        .first()
    )
    reviews = version.reviews.order_by("pk")
    if submitted:
        reviews = reviews.filter(at__gte=submitted)
    said = {review.post_id: review.outcome for review in reviews}
    named = version.document.recipients.exclude(part=DocumentPart.RECIPIENT)
    return [
        rules.DocumentReview(
            each.post.title,
            rules.ReviewOutcome(
                said.get(each.post_id, rules.ReviewOutcome.WAITED_FOR.value)
            ),
            approver=each.part == DocumentPart.APPROVER,
        )
        for each in named.select_related("post").order_by("pk")
    ]


def _supersede(
    by: UUID | str, version: DocumentVersion, on: date, at: datetime
) -> None:
    issued = version.document.versions.filter(state=DocumentState.ISSUED)
    for older in issued.exclude(pk=version.pk):
        move_version(by=by, version=older, verb=VERBS.SUPERSEDE, on=on, at=at)
