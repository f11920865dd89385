"""Requests as the access table lets them in."""

from django.http import HttpRequest

from placeplan_web.accounts.models import User


class SignedInRequest(HttpRequest):
    """A request of somebody who has signed in."""

    user: User
