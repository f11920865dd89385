"""What happens when the OpenID Connect provider says who somebody is.

Nobody gets an account by that alone: somebody who has one connects it, and somebody who
was invited makes theirs. The user name is made by chance, so that it says nothing.
"""

import logging
import secrets
from typing import Any

from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialAccount, SocialLogin
from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from placeplan_web.accounts.factor_audit import find_actor
from placeplan_web.accounts.invitation import accept, find_open
from placeplan_web.accounts.models import User
from placeplan_web.accounts.password import SIGNS
from placeplan_web.audit.operations import record

log = logging.getLogger(__name__)
INVITATION = "invitation"  # where a session keeps the word of a link
NAME_SIGNS = 8


class InvitedAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """Accounts for those who were invited; nothing personal taken over."""

    def is_open_for_signup(
        self, request: HttpRequest, sociallogin: SocialLogin
    ) -> bool:
        token = request.session.get(INVITATION, "")
        return bool(token and find_open(token, timezone.now()))

    def populate_user(
        self, request: HttpRequest, sociallogin: SocialLogin, data: Any
    ) -> User:
        """Take over nothing of what the provider tells about the person."""
        user: User = sociallogin.user
        return user

    def save_user(
        self, request: HttpRequest, sociallogin: SocialLogin, form: Any = None
    ) -> User:
        with transaction.atomic():
            user = accept(
                token=request.session.pop(INVITATION, ""),
                username=make_username(),
                password=None,
                at=timezone.now(),
            )
            sociallogin.user = sociallogin.account.user = user
            sociallogin.account.save()
        return user

    def get_connect_redirect_url(self, request: HttpRequest, socialaccount: Any) -> str:
        return reverse("mfa_index")

    def on_authentication_error(
        self,
        request: HttpRequest,
        provider: Any,
        error: Any = None,
        exception: Exception | None = None,
        extra_context: Any = None,
    ) -> None:
        """Say in the log what sort of fault it was; never what was sent."""
        log.warning("OpenID Connect: %s, %s", error, type(exception).__name__)


def make_username() -> str:
    """Make a user name that says nothing: member- and 8 signs by chance."""
    return "member-" + "".join(secrets.choice(SIGNS) for _ in range(NAME_SIGNS))


@receiver(post_save, sender=SocialAccount, dispatch_uid="openid_connected")
def note_connected(
    sender: object, instance: SocialAccount, *, created: bool, raw: bool, **_: Any
) -> None:
    if created and not raw:
        _note("connect", instance)


@receiver(post_delete, sender=SocialAccount, dispatch_uid="openid_disconnected")
def note_disconnected(sender: object, instance: SocialAccount, **_: Any) -> None:
    _note("disconnect", instance)


def _note(verb: str, connection: SocialAccount) -> None:
    user = connection.user
    record(
        by=find_actor(user.public_id),
        verb=verb,
        kind="accounts.user",
        identifier=user.public_id,
        changes={},
        at=timezone.now(),
    )
