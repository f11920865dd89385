"""Pages on which staff see who signs in, and help whoever cannot."""

from collections.abc import Callable, Mapping
from typing import Final
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from placeplan_web.accounts import operations
from placeplan_web.accounts.invitation import list_open
from placeplan_web.accounts.models import User
from placeplan_web.accounts.people import find_person, list_users
from placeplan_web.accounts.presenters.person import (
    list_invitation_rows,
    list_person_rows,
    list_steps,
    write_person,
)
from placeplan_web.accounts.request import SignedInRequest
from placeplan_web.audit.presenters.entry import list_history
from placeplan_web.audit.queries import list_entries

PEOPLE_A_PAGE = 50
ACTIONS: Final[Mapping[str, tuple[Callable[..., None], str]]] = {
    "unlock": (operations.unlock_account, "They may try to sign in again now."),
    "end-sessions": (operations.end_sessions, "They are signed out everywhere."),
    "remove-second-factor": (
        operations.remove_second_factor,
        "Their second factor is removed, and they are signed out everywhere.",
    ),
    "close": (operations.close_account, "The account is closed. What they made stays."),
    "open": (operations.open_account, "They may sign in again."),
}


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    page = Paginator(list_users(), PEOPLE_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "title": "People who sign in",
        "listed": page,
        "rows": list_person_rows(page),
        "invitations": list_invitation_rows(list_open(timezone.now())),
    }
    return render(request, "people/index.jinja", context)


@require_safe
def person(request: SignedInRequest, public_id: UUID) -> HttpResponse:
    found = find_person(public_id)
    if found is None:
        raise Http404
    entries = list_entries("accounts.user", public_id).order_by("-sequence")
    context = {
        "title": found.user.username,
        "facts_of_person": write_person(found),
        "steps": list_steps(found, is_self=found.user == request.user),
        "person": found.user,
        "entries": list_history(entries),
    }
    return render(request, "people/person.jinja", context)


@require_POST
def act(request: SignedInRequest, public_id: UUID, action: str) -> HttpResponse:
    """Do one of the things that staff may do with an account that is not their own."""
    user = User.objects.filter(public_id=public_id).first()
    if user is None or action not in ACTIONS or user == request.user:
        raise Http404
    operation, words = ACTIONS[action]
    operation(by=str(request.user.public_id), user=user, at=timezone.now())
    messages.success(request, words)
    return redirect("people:person", public_id=public_id)


@require_POST
def leave(request: SignedInRequest) -> HttpResponse:
    """Sign out everywhere, here as well."""
    by = str(request.user.public_id)
    operations.end_sessions(by=by, user=request.user, at=timezone.now())
    request.session.flush()
    return redirect("/")
