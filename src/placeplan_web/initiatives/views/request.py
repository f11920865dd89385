"""What an address of this room names, if the reader may see it."""

from typing import cast

from django.http import Http404, HttpRequest

from placeplan_web.accounts.models import User
from placeplan_web.accounts.permission import require_permission
from placeplan_web.initiatives.models import Draft
from placeplan_web.initiatives.queries.draft import find_draft
from placeplan_web.initiatives.registers.initiative import PERMISSIONS
from placeplan_web.registers.views.request import get_address


def get_draft(request: HttpRequest, slug: str) -> Draft:
    """Find a draft that the reader may read."""
    found = find_draft(slug)
    if found is None:
        raise Http404
    why_not = PERMISSIONS.why_not_read
    require_permission(request, PERMISSIONS.read, found, why_not=why_not)
    return found


def get_draft_to_change(request: HttpRequest, slug: str) -> Draft:
    """Find a draft that the reader may change."""
    found = get_draft(request, slug)
    why_not = PERMISSIONS.why_not
    require_permission(request, PERMISSIONS.change, found, why_not=why_not)
    return found


def get_user(request: HttpRequest) -> User:
    """Give who is signed in: the access table let nobody else in."""
    return cast("User", request.user)


def list_crumbs(request: HttpRequest, found: Draft) -> list[tuple[str, str]]:
    """Give the way to a page below that of a draft."""
    address = get_address(request)
    return [
        ("Initiatives", address.link("initiatives:index")),
        (found.name, address.link("initiatives:draft", slug=found.slug)),
    ]
