"""Kinds of record that entries tell of: how a room's entries read, and where they lead.

Each room registers its kinds in its ``audit_words.py``; the audit itself knows no room.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.urls import NoReverseMatch, reverse


@dataclass(frozen=True, slots=True)
class RecordKind:
    """A kind of record, in words.

    `address` is the name of its page and `part` what that page is found by; a kind
    without a page has none. `verbs` gives, for a verb, what follows the name of whoever
    did it, such as ``"released the run"``.
    """

    kind: str
    noun: str
    verbs: Mapping[str, str] = field(default_factory=dict)
    address: str = ""
    part: str = "public_id"

    def find_link(self, identifier: str) -> str:
        """Give the page of a record; nothing when it has none."""
        if not self.address:
            return ""
        try:
            return reverse(self.address, kwargs={self.part: identifier})
        except NoReverseMatch:
            return ""


KINDS: dict[str, RecordKind] = {}


def register_kinds(*kinds: RecordKind) -> None:
    KINDS.update({each.kind: each for each in kinds})


def find_kind(kind: str) -> RecordKind:
    """Give a kind; one that nobody registered reads by its bare name."""
    return KINDS.get(kind) or RecordKind(kind, kind)
