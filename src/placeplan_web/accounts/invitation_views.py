"""Pages on which staff invite somebody, and on which somebody accepts."""

from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from placeplan_web.accounts.forms import AcceptForm, InviteForm
from placeplan_web.accounts.invitation import (
    InvitationError,
    accept,
    find_open,
    invite,
    withdraw,
)
from placeplan_web.accounts.models import Invitation, User
from placeplan_web.accounts.request import SignedInRequest

FIELDS = {"username": "username", "password": "password1"}


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def make(request: SignedInRequest) -> HttpResponse:
    """Make an invitation, and show its link this once."""
    form = InviteForm(request.POST or None)
    context: dict[str, object] = {
        "title": "Invite somebody",
        "form": form,
        "days": settings.INVITATION_DAYS,
        "breadcrumbs": [("People who sign in", reverse("people:index"))],
    }
    if request.method != "POST":
        return render(request, "people/invite.jinja", context)
    form = InviteForm(request.POST)
    if not form.is_valid():
        context["form"] = form
        return render(request, "people/invite.jinja", context, status=422)
    made = invite(
        by=request.user.public_id,
        at=timezone.now(),
        days=settings.INVITATION_DAYS,
        **form.cleaned_data,
    )
    path = reverse("account_invitation", kwargs={"token": made.token})
    context["title"] = "The invitation is ready"
    context["address_to_copy"] = request.build_absolute_uri(path)
    context["invitation"] = made.invitation
    return render(request, "people/invited.jinja", context)


@require_POST
def withdraw_invitation(request: SignedInRequest, public_id: UUID) -> HttpResponse:
    invitation = Invitation.objects.filter(public_id=public_id).first()
    if invitation is None:
        raise Http404
    try:
        by = request.user.public_id
        withdraw(by=by, invitation=invitation, at=timezone.now())
    except InvitationError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, "The invitation is withdrawn: its link is dead.")
    return redirect("people:index")


@never_cache
@sensitive_post_parameters("password1", "password2")
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, token: str) -> HttpResponse:
    """Let somebody who was invited choose a name and a password."""
    now = timezone.now()
    invitation = find_open(token, now)
    if invitation is None:
        context: dict[str, object] = {"title": "This invitation does not hold any more"}
        return render(request, "people/over.jinja", context, status=404)
    form = AcceptForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        user = _accept(form, token, now)
        if user is not None:
            messages.success(request, f"The account {user.username} is yours. Sign in.")
            return redirect("account_login")
    context = {
        "title": "Make your account",
        "form": form,
        "invitation": invitation,
        "token": token,
    }
    status = 422 if form.errors else 200
    return render(request, "people/accept.jinja", context, status=status)


def _accept(form: AcceptForm, token: str, at: datetime) -> User | None:
    """Make the account; give nothing when the name or the password will not do."""
    sent = form.cleaned_data
    name, password = sent["username"], sent["password1"]
    try:
        return accept(token=token, username=name, password=password, at=at)
    except InvitationError as error:
        form.add_error(None, str(error))
    except ValidationError as error:
        _explain(form, error)
    return None


def _explain(form: AcceptForm, error: ValidationError) -> None:
    """Put each fault beside the box that it is about."""
    if not hasattr(error, "error_dict"):
        form.add_error("password1", error)
        return
    for name, words in error.message_dict.items():
        field = FIELDS.get(name)
        if field == "username" and "already exists" in " ".join(words):
            words = ["This user name is taken. Choose another."]
        form.add_error(field, words)
