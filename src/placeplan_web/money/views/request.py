"""What an address of the ledger names."""

from typing import cast

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest

from placeplan.errors import InputError
from placeplan_web.accounts.models import User
from placeplan_web.design.address import Address
from placeplan_web.evidence.operations import RefusedError
from placeplan_web.money.models import LedgerBook
from placeplan_web.money.presenters.figure import PageLinks
from placeplan_web.money.queries.book import find_book
from placeplan_web.money.queries.question import read_question
from placeplan_web.money.queries.standing import Standing, get_ledger, get_standing

MOST_WORDS = 20


class PageRequest(HttpRequest):
    """A request whose place and day were read."""

    address: Address


def get_book() -> LedgerBook:
    """Get the ledger of this site; without one there is no such page."""
    book = find_book()
    if book is None:
        raise Http404
    return book


def find_standing(request: PageRequest, body: str = "") -> Standing | None:
    """Find what a page is asked; nothing while there is no ledger, or none by then."""
    book = find_book()
    if book is None:
        return None
    as_at = request.address.as_at
    ledger = get_ledger(book, as_at)
    if body and body not in ledger.members:
        raise Http404
    question = read_question(ledger, request.GET.dict(), body)
    return get_standing(book, question, as_at) if question else None


def get_shown(request: PageRequest, body: str = "") -> Standing:
    """Get what a drawing or a file of a page is asked."""
    found = find_standing(request, body)
    if found is None:
        raise Http404
    return found


def make_links(request: PageRequest, page: str, standing: Standing) -> PageLinks:
    """Make the addresses of what stands on a page, with what was asked in each."""
    asked = standing.question
    parts = {"organisation": asked.body} if asked.body else {}
    return PageLinks(request.address, page, parts, asked.write())


def tell_refusal(
    request: HttpRequest, error: InputError | RefusedError | ValidationError
) -> None:
    """Tell why something was refused, in as many sentences as anybody reads."""
    said = [str(error)]
    if isinstance(error, InputError):
        said = [str(fault) for fault in error.faults]
    if isinstance(error, ValidationError):
        said = error.messages
    for words in said[:MOST_WORDS]:
        messages.error(request, words)


def get_user(request: HttpRequest) -> User:
    """Give who is signed in: the access table let nobody else in."""
    return cast("User", request.user)
