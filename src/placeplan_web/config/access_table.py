"""The access table in full: every address, and how it answers each kind of reader.

``access.py`` says in one word who may open an address. Here stands what that word means
for each kind of reader; a test tries every cell, and ``docs/reference/access.md`` is
written from it by ``tools/make_access_reference.py``.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final

from django.urls import URLPattern, URLResolver, get_resolver

from placeplan_web.config.access import ACCESS, Who


class Reader(Enum):
    """Kinds of reader; the record that an address names is private to its owner."""

    VISITOR = "not signed in"
    OUTSIDER = "signed in, of another organisation"
    COLLEAGUE = "signed in, of the owner's organisation"
    OWNER = "the owner"
    STAFF = "staff, of another organisation"


class Answer(Enum):
    """How an address answers."""

    OPEN = "open"
    SIGN_IN = "sign in first"
    SHUT = "shut"


_SIGNED_IN: Final = (Reader.OUTSIDER, Reader.COLLEAGUE, Reader.OWNER, Reader.STAFF)


def _answer(
    *open_to: Reader, visitor: Answer = Answer.SIGN_IN
) -> Mapping[Reader, Answer]:
    answers = {
        reader: Answer.OPEN if reader in open_to else Answer.SHUT for reader in Reader
    }
    return (
        answers if Reader.VISITOR in open_to else {**answers, Reader.VISITOR: visitor}
    )


ANSWERS: Final[Mapping[Who, Mapping[Reader, Answer]]] = {
    Who.EVERYONE: _answer(*Reader),
    Who.LINK: _answer(*Reader),
    Who.STEP: _answer(*_SIGNED_IN),
    Who.SIGNED_IN: _answer(*_SIGNED_IN),
    Who.RECORD: _answer(Reader.COLLEAGUE, Reader.OWNER, visitor=Answer.SHUT),
    Who.OWNER: _answer(Reader.OWNER),
    Who.STAFF: _answer(Reader.STAFF),
}
# Where the rule about the record says more than the word: (address, reader) -> answer.
EXCEPTIONS: Final[Mapping[tuple[str, Reader], Answer]] = {
    (
        "evidence:start",
        Reader.COLLEAGUE,
    ): Answer.OPEN,  # whoever reads a plan may run it
    # people of the system, and staff, take back any change of its ledger
    ("money:undo", Reader.COLLEAGUE): Answer.OPEN,
    ("money:undo", Reader.STAFF): Answer.OPEN,
    # and send a workbook of it; what somebody sent is theirs alone
    ("money:workbook-send", Reader.COLLEAGUE): Answer.OPEN,
    ("money:workbook-send", Reader.STAFF): Answer.OPEN,
    **{  # a part in a programme, or a seat, counts there, which no organisation gives
        (name, Reader.COLLEAGUE): Answer.SHUT
        for name, who in ACCESS.items()
        if name.startswith(("programme:", "governance:")) and who is Who.RECORD
    },
}


@dataclass(frozen=True, slots=True)
class Row:
    """One address: its path, its name, the word of the table, and its answers."""

    path: str
    name: str
    who: Who
    answers: Mapping[Reader, Answer]


def find_answers(name: str) -> Mapping[Reader, Answer]:
    """Give how an address answers each kind of reader."""
    answers = ANSWERS[ACCESS[name]]
    return {
        reader: EXCEPTIONS.get((name, reader), answers[reader]) for reader in Reader
    }


def list_rows() -> list[Row]:
    """Give a row for every address that is open to anyone, in order of its path."""
    rows = [
        Row(path, name, ACCESS[name], find_answers(name))
        for name, path in list_paths().items()
        if name in ACCESS
    ]
    return sorted(rows, key=lambda row: (row.path, row.name))


def list_paths() -> Mapping[str, str]:
    """Give the path of each named address, with the parts that vary in brackets."""
    return dict(_walk(get_resolver().url_patterns, "", "/"))


def _walk(
    patterns: list[URLPattern | URLResolver], space: str, start: str
) -> Iterator[tuple[str, str]]:
    for pattern in patterns:
        path = f"{start}{pattern.pattern}"
        if isinstance(pattern, URLResolver):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from _walk(pattern.url_patterns, inner, path)
        else:
            yield f"{space}{pattern.name}", path
