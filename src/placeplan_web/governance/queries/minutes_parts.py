"""What minutes say, part by part, to whoever may know of each item."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import Prefetch, Q

from placeplan_web.governance.models import Minutes, MinutesPart, PartPlace
from placeplan_web.governance.queries.paper_access import Reader, may_read_item
from placeplan_web.governance.queries.privacy import meets_in_public

PRIVATE: Final = "This part is private, as the item was."
WITHHELD: Final = "These minutes hold private items, and are kept to members."


@dataclass(frozen=True, slots=True)
class KnownMinutes:
    """Minutes as a reader may know them, in Markdown; `is_whole` when all of it."""

    text: str
    is_whole: bool


def with_parts(minutes: Any) -> Any:
    """Read minutes with their parts and all that says who may know them."""
    return minutes.select_related("meeting__group", "meeting__part").prefetch_related(
        look_up_parts(Q())
    )


def look_up_parts(narrow: Q) -> Prefetch[Any]:
    """Look up the parts of minutes for which something holds."""
    parts = MinutesPart.objects.filter(narrow).select_related(
        "item__meeting__group", "item__meeting__part"
    )
    return Prefetch(
        "parts", parts.prefetch_related("item__declarations", "item__body_links__body")
    )


def list_parts(minutes: Minutes) -> list[MinutesPart]:
    """Give the parts in order: at each position the one that was written last."""
    ordered = sorted(minutes.parts.all(), key=lambda each: (each.position, each.draft))
    return list({each.position: each for each in ordered}.values())


def write_whole(texts: Iterable[str]) -> str:
    """Join the words of parts."""
    return "\n\n".join(text for text in texts if text) + "\n"


def list_open_parts(minutes: Minutes, reader: Reader) -> list[MinutesPart]:
    """Give the parts that a reader may know."""
    if not meets_in_public(minutes.meeting) and not reader.belongs:
        return []
    parts = list_parts(minutes)
    if any(each.place == PartPlace.WHOLE for each in parts):
        items = list(minutes.meeting.items.all())
        opens = all(may_read_item(reader, each) for each in items)
        return parts if opens else []
    return [e for e in parts if e.item is None or may_read_item(reader, e.item)]


def read_minutes(minutes: Minutes, reader: Reader) -> KnownMinutes:
    """Read minutes for a reader: of an item that is kept from them, its title alone."""
    parts, known = list_parts(minutes), list_open_parts(minutes, reader)
    if not known:
        return KnownMinutes(WITHHELD, is_whole=False)
    texts = [
        each.text if each in known else f"## {each.item}\n\n{PRIVATE}" for each in parts
    ]
    return KnownMinutes(write_whole(texts), is_whole=len(known) == len(parts))
