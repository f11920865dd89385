"""How sign-in behaves here: accounts are made by command, nobody signs up."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest
from django.utils import timezone

from placeplan_web.accounts.models import User
from placeplan_web.accounts.operations import change_password

MESSAGES = {
    "username_password_mismatch": "The user name or the password is not right. "
    "Check both and try again.",
    "too_many_login_attempts": "Too many tries to sign in. Wait five minutes, "
    "then try again.",
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

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return "/"

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """Say nothing in passing: the page that follows shows what happened."""
