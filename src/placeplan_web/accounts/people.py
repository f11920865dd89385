"""Reads of the people who sign in, for staff."""

from dataclasses import dataclass
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.db.models import Exists, OuterRef, QuerySet

from placeplan_web.accounts.lock_out import is_user_locked
from placeplan_web.accounts.models import User


@dataclass(frozen=True, slots=True)
class Person:
    """A user, and how their account stands."""

    user: User
    has_second_factor: bool
    is_locked: bool


def list_users() -> QuerySet[User]:
    """Give every user by name, each with whether they have a second factor."""
    factors = Authenticator.objects.filter(
        user_id=OuterRef("pk"), type=Authenticator.Type.TOTP
    )
    return User.objects.annotate(has_totp=Exists(factors)).order_by("username")


def find_person(public_id: UUID) -> Person | None:
    user = list_users().filter(public_id=public_id).first()
    if user is None:
        return None
    return Person(user, getattr(user, "has_totp", False), is_user_locked(user))
