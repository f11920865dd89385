"""The page of a controlled document: versions, who agreed, and who is sent it."""

from typing import Any, Final

from placeplan_web.design.words import write_day
from placeplan_web.programme.models import (
    ControlledDocument,
    DocumentPart,
    DocumentReview,
    DocumentVersion,
)
from placeplan_web.programme.presenters.way import Ways
from placeplan_web.registers.kind import Section

VERSION_HEAD: Final = (
    "Version",
    "Drafted on",
    "What is new",
    "State",
    "Approved on",
    "Issued on",
)


def list_document_sections(
    _scope: Any, record: ControlledDocument, user: Any
) -> list[Section]:
    """Give the parts of the page of a document."""
    ways = Ways(record, "documents", user)
    versions = list(
        record.versions.filter(withdrawn_at__isnull=True).order_by("drafted_on", "pk")
    )
    return [
        Section(
            "Versions",
            head=VERSION_HEAD,
            rows=[_write_version(each) for each in reversed(versions)],
            actions=ways.list("draft", "submit", "return", "approve", "issue"),
            empty="No version is recorded.",
        ),
        _show_reviews(record, ways),
        _show_recipients(record, ways),
        *_show_text(versions),
    ]


def _write_version(version: DocumentVersion) -> list[Any]:
    return [
        version.number,
        write_day(version.drafted_on),
        version.summary,
        {"text": "", "status": str(version.get_state_display()).lower()},
        write_day(version.approved_on) if version.approved_on else "",
        write_day(version.issued_on) if version.issued_on else "",
    ]


def _show_reviews(record: ControlledDocument, ways: Ways) -> Section:
    rows = DocumentReview.objects.filter(document_version__document=record)
    return Section(
        "What reviewers said",
        head=("Post", "Version", "Said", "On", "What is to be changed"),
        rows=[
            [
                row.post.title,
                row.document_version.number,
                row.get_outcome_display(),
                write_day(row.reviewed_on),
                row.reason,
            ]
            for row in rows.select_related("post", "document_version").order_by("-pk")
        ],
        actions=ways.list("review"),
        empty="No review is recorded.",
    )


def _show_recipients(record: ControlledDocument, ways: Ways) -> Section:
    rows = record.recipients.select_related("post__organisation")
    parts = {
        part: [each for each in rows if each.part == part] for part in DocumentPart
    }
    printed = {
        DocumentPart.REVIEWER: record.reviewers_words,
        DocumentPart.APPROVER: record.owner_words,
        DocumentPart.RECIPIENT: record.distribution_words,
    }
    return Section(
        "Who reviews, approves and is sent it",
        head=("Part", "Posts", "In the words of the paper"),
        rows=[
            [
                str(part.label),
                ", ".join(f"{e.post.title} ({e.post.organisation.slug})" for e in held)
                or "no post is named",
                printed[part] or "not given",
            ]
            for part, held in parts.items()
        ],
        actions=ways.list("name"),
    )


def _show_text(versions: list[DocumentVersion]) -> list[Section]:
    written = [each for each in versions if each.text]
    if not written:
        return []
    last = written[-1]
    return [Section(f"Text of version {last.number}", words=last.text)]
