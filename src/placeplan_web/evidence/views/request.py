"""Requests as the middleware leaves them."""

from django.http import HttpRequest

from placeplan_web.accounts.models import User
from placeplan_web.design.address import Address


class PageRequest(HttpRequest):
    """A request with the place and the day of its address."""

    address: Address


class SignedInRequest(PageRequest):
    """A request of somebody who has signed in: the access table let nobody else in."""

    user: User
