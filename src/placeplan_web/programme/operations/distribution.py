"""Name a post that reviews, approves or is sent a document."""

from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction

from placeplan_web.places.models import Post
from placeplan_web.programme.models import (
    ControlledDocument,
    DocumentPart,
    DocumentRecipient,
)
from placeplan_web.registers.note import note_act
from placeplan_web.registers.operations import lock_record


def name_recipient(
    *,
    by: UUID | str,
    document: ControlledDocument,
    post: Post,
    part: DocumentPart,
    at: datetime,
) -> DocumentRecipient:
    """Give a post a part in a document; the same part is given once.

    Raises
    ------
    django.core.exceptions.ValidationError
        The document is withdrawn, or the post has that part already.
    """
    with transaction.atomic():
        held = lock_record(document)
        if held.is_withdrawn:
            raise ValidationError(f"{held.reference} is withdrawn.")
        if held.recipients.filter(post=post, part=part).exists():
            raise ValidationError({"post": "This post has that part already."})
        made = DocumentRecipient(document=held, post=post, part=part)
        made.full_clean()
        made.save()
        note_act(
            by=by,
            verb="name-recipient",
            about=held,
            changes={"post": str(post.public_id), "part": str(part)},
            at=at,
        )
    return made
