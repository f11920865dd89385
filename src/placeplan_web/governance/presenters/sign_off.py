"""What a signature means, who has to sign and who has."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from placeplan_web.design.words import write_count, write_day
from placeplan_web.governance.models import SignOffBlock
from placeplan_web.governance.presenters.frame import Frame, cell
from placeplan_web.governance.queries.group_list import list_cited
from placeplan_web.governance.queries.signing import Signing

LIST_HEAD: Final = (
    "Document",
    {"text": "Organisations", "numeric": True},
    {"text": "Signed", "numeric": True},
    "Printed twice",
)


@dataclass(frozen=True)
class SignOffListPage:
    """Documents that organisations sign."""

    frame: Frame
    signings: Sequence[Signing]

    @property
    def finding(self) -> str:
        if not self.signings:
            return ""
        open_ = sum(each.signed < len(each.counted) for each in self.signings)
        documents = write_count(len(self.signings), "document")
        waits = "waits" if open_ == 1 else "wait"
        return f"{documents} to sign; {open_ or 'none'} {waits} for a signature."

    @property
    def head(self) -> Sequence[Any]:
        return LIST_HEAD

    @property
    def rows(self) -> list[list[Any]]:
        return [
            [
                cell(
                    each.sheet.title,
                    href=self.frame.link(
                        "governance:sign-off", reference=each.sheet.reference
                    ),
                ),
                str(len(each.counted)),
                str(each.signed),
                ", ".join(block.body.name for block in each.printed_twice) or "none",
            ]
            for each in self.signings
        ]


@dataclass(frozen=True)
class SignOffPage:
    """One document; `own` are the blocks that this reader may sign."""

    frame: Frame
    signing: Signing
    own: Sequence[SignOffBlock] = field(default=())

    @property
    def finding(self) -> str:
        signing = self.signing
        said = (
            f"{write_count(len(signing.blocks), 'block')} for "
            f"{write_count(len(signing.counted), 'organisation')}"
        )
        twice = signing.printed_twice
        if twice:
            names = ", ".join(dict.fromkeys(block.body.name for block in twice))
            said += f", {names} being printed twice"
        return f"{said}; {signing.signed or 'none'} {_have(signing.signed)} signed."

    @property
    def rows(self) -> list[list[Any]]:
        return [self._list_block(each) for each in self.signing.blocks]

    def _list_block(self, block: SignOffBlock) -> list[Any]:
        printed = block.as_printed
        note = f"printed as {printed}" if printed not in ("", block.body.name) else ""
        return [
            str(block.position),
            cell(block.body.name, note=note),
            self._say_state(block),
        ]

    def _say_state(self, block: SignOffBlock) -> Any:
        if block.duplicate_of is not None:
            return f"A double of block {block.duplicate_of.position}: not counted"
        signature = self.signing.signatures.get(block.pk)
        if signature is not None:
            words = f"{write_day(signature.signed_on)}, as {signature.post.title}"
            return cell(words, note=_reserve(signature.reason))
        if block in self.own:
            return cell("Sign for it", href=self._link(block))
        return "Not signed"

    def _link(self, block: SignOffBlock) -> str:
        return self.frame.link(
            "governance:sign",
            reference=self.signing.sheet.reference,
            position=block.position,
        )

    @property
    def document(self) -> dict[str, str] | None:
        """The document itself, where the programme has it."""
        document = self.signing.sheet.document
        if document is None:
            return None
        href = self.frame.link(
            "programme:record",
            scope=document.programme.slug,
            register="documents",
            reference=document.reference,
        )
        return {"text": document.title, "href": href}

    @property
    def cited(self) -> list[tuple[str, str]]:
        return [
            *list_cited([self.signing.sheet], "what a signature means"),
            *list_cited(self.signing.blocks, "the blocks"),
        ]


def _have(count: int) -> str:
    return "has" if count == 1 else "have"


def _reserve(words: str) -> str:
    return f"with a reservation: {words}" if words else ""
