"""Sign a document for an organisation; what it means is shown before, and kept."""

from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from placeplan_web.governance.models import Signature, SignOffBlock
from placeplan_web.places.models import Post
from placeplan_web.registers.operations import append_row


def sign_block(
    *,
    by: UUID | str,
    block: SignOffBlock,
    post: Post,
    meaning_shown: str,
    at: datetime,
    reservation: str = "",
) -> Signature:
    """Sign for an organisation, once; a block printed twice is signed at the first.

    Raises
    ------
    django.core.exceptions.ValidationError
        What was shown is not what the document now says that signing means; the block
        is a double or signed; the post is of another organisation.
    """
    with transaction.atomic():
        held = SignOffBlock.objects.select_for_update(of=("self",)).get(pk=block.pk)
        if held.duplicate_of_id is not None:
            raise ValidationError("This block is printed twice: sign the first.")
        if Signature.objects.filter(block=held).exists():
            raise ValidationError("This block is signed already.")
        if " ".join(meaning_shown.split()) != " ".join(held.sheet.meaning.split()):
            raise ValidationError(
                {"meaning_shown": "Read first what a signature means: it has changed."}
            )
        if held.body.place_id != post.organisation_id:
            raise ValidationError({"post": "This post is of another organisation."})
        row = Signature(
            block=held,
            post=post,
            signed_on=timezone.localdate(at),
            meaning_shown=held.sheet.meaning,
        )
        return append_row(by=by, row=row, at=at, reason=reservation, verb="sign")
