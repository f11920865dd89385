"""The way to the OpenID Connect provider and back."""

from allauth.account.internal.decorators import login_not_required
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.models import SocialAccount, SocialApp
from allauth.socialaccount.providers.oauth2.views import (
    OAuth2CallbackView,
    OAuth2LoginView,
)
from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from placeplan_web.accounts.openid import INVITATION
from placeplan_web.accounts.provider import CheckedAdapter
from placeplan_web.accounts.request import SignedInRequest


@login_not_required  # type: ignore[untyped-decorator] # allauth has no types
def leave(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Send somebody to the provider, with the word of their invitation kept here."""
    _check_provider(request, provider_id)
    if request.method == "POST" and (token := request.POST.get("invitation")):
        request.session[INVITATION] = token
    view = OAuth2LoginView.adapter_view(CheckedAdapter(request, provider_id))
    response: HttpResponse = view(request)
    return response


@login_not_required  # type: ignore[untyped-decorator] # allauth has no types
def come_back(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Take what the provider says; a new account and its audit rows, or neither."""
    _check_provider(request, provider_id)
    view = OAuth2CallbackView.adapter_view(CheckedAdapter(request, provider_id))
    with transaction.atomic():
        response: HttpResponse = view(request)
    return response


@require_POST
def disconnect(request: SignedInRequest) -> HttpResponse:
    """Forget what the provider calls somebody, unless nothing else lets them in."""
    if not request.user.has_usable_password():
        messages.error(request, "Nothing else lets you in, so it stays connected.")
        return redirect("mfa_index")
    with transaction.atomic():
        for connection in SocialAccount.objects.filter(user=request.user):
            connection.delete()
    messages.success(request, "It is disconnected. Your password lets you in.")
    return redirect("mfa_index")


def _check_provider(request: HttpRequest, provider_id: str) -> None:
    try:
        get_adapter(request).get_provider(request, provider_id)
    except SocialApp.DoesNotExist as error:
        raise Http404 from error
