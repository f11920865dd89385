"""Publish a version of a paper: now, hashed, and supplementary when it is late."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from placeplan.errors import InputError
from placeplan.governance.paper_text import check_pictures
from placeplan.governance.uploaded_pdf import MOST_BYTES, check_upload
from placeplan_web.governance.models import MeetingState, Paper, PaperVersion
from placeplan_web.registers.operations import append_row, lock_record

PDF = "application/pdf"
MOST_MEGABYTES = MOST_BYTES // (1024 * 1024)


@dataclass(frozen=True, slots=True)
class PaperFile:
    """A file as it was uploaded: its name, its kind, its bytes."""

    name: str
    media_type: str
    content: bytes

    @property
    def is_pdf(self) -> bool:
        """Whether it says so in any way: a pack has the pages of every PDF."""
        return (
            self.media_type == PDF
            or self.name.lower().endswith(".pdf")
            or b"%PDF-" in self.content[:1024]
        )


def publish_version(
    *,
    by: UUID | str,
    paper: Paper,
    at: datetime,
    text: str = "",
    file: PaperFile | None = None,
    is_exempt: bool | None = None,
    is_supplementary: bool = False,
    reason: str = "",
) -> PaperVersion:
    """Publish Markdown or a file as the next version of a paper.

    The moment of publication is the moment of writing, so nothing is back-dated. What
    comes out once notice was given is supplementary, and must be called so, with a
    reason; it never replaces the version before.

    Raises
    ------
    django.core.exceptions.ValidationError
        Neither or both of text and file; what cannot stand in a pack, with every fault;
        late and not called supplementary; the same words as before; a meeting that is
        over.
    """
    content = file.content if file else text.encode("utf-8")
    if bool(text.strip()) == (file is not None) or not content:
        raise ValidationError({"text": "Give either words or a file."})
    _check_for_pack(paper, text, file)
    with transaction.atomic():
        held = lock_record(paper)
        meeting = held.item.meeting
        if held.is_withdrawn or meeting.state == MeetingState.CANCELLED:
            raise ValidationError("This paper or its meeting is no more.")
        late = find_lateness(held, at)
        if late and not is_supplementary:
            raise ValidationError({"is_supplementary": late})
        if (late or is_supplementary) and not reason.strip():
            raise ValidationError({"reason": "Say why it comes after the agenda."})
        digest = sha256(content).hexdigest()
        newest = held.versions.order_by("-number").first()
        if newest is not None and newest.sha256 == digest:
            raise ValidationError({"text": "This is what was published before."})
        version = PaperVersion(
            paper=held,
            number=newest.number + 1 if newest else 1,
            text="" if file else text,
            file_name=file.name if file else "",
            media_type=_name_kind(file),
            sha256=digest,
            published_at=at,
            is_exempt=held.is_exempt if is_exempt is None else is_exempt,
            is_supplementary=is_supplementary,
            edition=held.assessment.edition if held.assessment else None,
        )
        if file is not None:
            version.file.save(digest, ContentFile(content), save=False)
        return append_row(by=by, row=version, at=at, reason=reason, verb="publish")


def _name_kind(file: PaperFile | None) -> str:
    if file is None:
        return "text/markdown"
    return PDF if file.is_pdf else file.media_type


def _check_for_pack(paper: Paper, text: str, file: PaperFile | None) -> None:
    """Refuse what cannot stand in a pack: told now, not when the pack is made."""
    if file is None:
        faults = check_pictures(paper.title, text)
        if faults:
            raise ValidationError({"text": [str(each) for each in faults]})
    elif file.is_pdf:
        try:
            check_upload(file.name, file.content)
        except InputError as error:
            words = [str(each) for each in error.faults]
            raise ValidationError({"file": words}) from error
    elif len(file.content) > MOST_BYTES:
        raise ValidationError({"file": f"A paper has {MOST_MEGABYTES} MB at most."})


def find_lateness(paper: Paper, at: datetime) -> str:
    """Say why a version published at a moment comes late; nothing when it does not."""
    meeting = paper.item.meeting
    if meeting.notice_published_at is None or at <= meeting.notice_published_at:
        return ""
    told = timezone.localtime(meeting.notice_published_at)
    return (
        f"The agenda was published on {told:%-d %B %Y}: what comes out later is "
        "labelled as supplementary."
    )
