"""A document that organisations sign: its blocks, who has signed, who still may."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from placeplan_web.governance.models import Signature, SignOffBlock, SignOffSheet
from placeplan_web.places.models import Post


@dataclass(frozen=True)
class Signing:
    """A sheet on a day; signatures of later days are not there yet."""

    sheet: SignOffSheet
    blocks: Sequence[SignOffBlock]
    signatures: dict[int, Signature]

    @property
    def printed_twice(self) -> list[SignOffBlock]:
        return [each for each in self.blocks if each.duplicate_of_id is not None]

    @property
    def counted(self) -> list[SignOffBlock]:
        """One block for each organisation."""
        return [each for each in self.blocks if each.duplicate_of_id is None]

    @property
    def signed(self) -> int:
        return sum(each.pk in self.signatures for each in self.counted)


def list_sheets() -> list[SignOffSheet]:
    sheets = SignOffSheet.objects.filter(withdrawn_at=None)
    return list(sheets.select_related("document__programme"))


def read_signings(sheets: Sequence[SignOffSheet], day: date) -> list[Signing]:
    """Read the blocks of sheets and what was signed by a day. Two questions."""
    blocks = SignOffBlock.objects.filter(sheet__in=sheets).select_related(
        "body", "duplicate_of__body"
    )
    signed = Signature.objects.filter(block__sheet__in=sheets, signed_on__lte=day)
    by_block = {each.block_id: each for each in signed.select_related("post")}
    by_sheet: dict[int, list[Any]] = {}
    for block in blocks:
        by_sheet.setdefault(block.sheet_id, []).append(block)
    return [Signing(sheet, by_sheet.get(sheet.pk, []), by_block) for sheet in sheets]


def list_signers(block: SignOffBlock, posts: Sequence[int]) -> list[Post]:
    """Give those of somebody's posts that belong to the organisation of a block."""
    if block.body.place_id is None:
        return []
    own = Post.objects.filter(pk__in=posts, organisation=block.body.place_id)
    return list(own.order_by("title", "pk"))
