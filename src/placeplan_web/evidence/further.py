"""Sentences, pages and wings that rooms told later add to the pages of a run.

A room that knows what hangs on a plan says so here; this room knows none of them.
"""

from collections.abc import Callable, Mapping
from typing import Final

from placeplan_web.design.address import Address
from placeplan_web.evidence.models import Run
from placeplan_web.evidence.wing.wing import Wing

Say = Callable[[Run, Address], str]
_SAYING: Final[list[Say]] = []
ListPages = Callable[[Address], list[Mapping[str, str]]]
_WINGS: Final[dict[str, list[Wing]]] = {}
_PAGES: Final[dict[str, list[ListPages]]] = {}


def add_sentence(say: Say) -> None:
    """Let a room add a sentence, plain or safe, to the front page and that of money.

    `say` gives nothing where there is nothing to tell.
    """
    _SAYING.append(say)


def list_sentences(run: Run, address: Address) -> list[str]:
    """Give what other rooms say of a run."""
    return [words for say in _SAYING if (words := say(run, address))]


def add_wing(room: str, wing: Wing) -> None:
    """Let the page of a room of results list the pages of a wing."""
    _WINGS.setdefault(room, []).append(wing)


def list_wings(room: str) -> list[Wing]:
    """Give the wings whose pages the page of a room lists."""
    return _WINGS.get(room, [])


def add_pages(room: str, list_pages: ListPages) -> None:
    """Let the page of a room of results list pages that are made of no run.

    Each is its `text`, `href`, `note` and `finding`; none where there is nothing.
    """
    _PAGES.setdefault(room, []).append(list_pages)


def list_further_pages(room: str, address: Address) -> list[Mapping[str, str]]:
    """Give the pages made of no run that the page of a room lists."""
    return [page for list_pages in _PAGES.get(room, []) for page in list_pages(address)]
