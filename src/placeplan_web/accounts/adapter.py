"""How sign-in behaves here: accounts are made by staff, nobody signs up."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest
from django.utils import timezone

from placeplan_web.accounts.lock_out import find_tries_key, is_locked
from placeplan_web.accounts.models import User
from placeplan_web.accounts.operations import change_password, note_lock

MESSAGES = {
    "username_password_mismatch": "The user name or the password is not right. "
    "Check both and try again.",
    "too_many_login_attempts": "Too many tries to sign in. Wait five minutes, "
    "then try again, or ask staff to open the account.",
    "rate_limited": "Too many codes that were not right. Wait five minutes, then try "
    "again.",
    "enter_current_password": "Enter the password that you use now.",
}


class ClosedAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """Sign-up closed; messages in plain words."""

    error_messages = {**DefaultAccountAdapter.error_messages, **MESSAGES}

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def set_password(self, user: User, password: str) -> None:
        """Change it as the command does, so that the audit knows of it."""
        now = timezone.now()
        change_password(by=str(user.public_id), user=user, password=password, at=now)

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """Note in the audit that an account was shut, once its last try was spent."""
        name = str(credentials.get("username", "")).lower()
        if is_locked(name):
            note_lock(username=name, at=timezone.now())

    def _get_login_attempts_cache_key(
        self, request: HttpRequest, **credentials: Any
    ) -> str:
        """Count tries by name alone, whatever name of the site they come in by."""
        return find_tries_key(str(credentials.get("username", "")))

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return "/"

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """Say nothing in passing: the page that follows shows what happened."""
