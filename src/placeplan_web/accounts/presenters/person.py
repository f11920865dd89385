"""A user, in words for staff: no name but the user name, which says nothing."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from placeplan_web.accounts.models import Invitation, User
from placeplan_web.accounts.people import Person
from placeplan_web.design.words import write_moment

NOBODYS = "no organisation"


def list_person_rows(users: Iterable[User]) -> list[list[Any]]:
    """Give a row for each user: name, organisation, what they may do, how it stands."""
    return [
        [
            {
                "text": user.username,
                "href": reverse("people:person", args=[user.public_id]),
            },
            user.organisation or NOBODYS,
            "staff" if user.is_staff else "reader and analyst",
            "set up" if getattr(user, "has_totp", False) else "none",
            "open" if user.is_active else "closed",
        ]
        for user in users
    ]


def list_invitation_rows(invitations: Iterable[Invitation]) -> list[dict[str, Any]]:
    return [
        {
            "organisation": each.organisation or NOBODYS,
            "role": "staff" if each.is_staff else "reader and analyst",
            "made_at": write_moment(each.made_at),
            "expires_at": write_moment(each.expires_at),
            "withdraw": reverse("people:withdraw", args=[each.public_id]),
        }
        for each in invitations
    ]


def write_person(person: Person) -> list[tuple[str, str]]:
    user = person.user
    locked = "shut for a few minutes after too many tries" if person.is_locked else "no"
    return [
        ("Organisation", user.organisation or NOBODYS),
        ("May do", "what staff may" if user.is_staff else "what anyone signed in may"),
        ("Account", "open" if user.is_active else "closed"),
        ("Second factor", "set up" if person.has_second_factor else "none"),
        ("Shut by failed tries", locked),
        ("Since", write_moment(user.joined_at)),
        ("Last signed in", write_moment(user.last_login)),
    ]


def list_steps(person: Person, *, is_self: bool) -> list[dict[str, str]]:
    """Give what staff may do with the account now; nothing with their own."""
    if is_self:
        return []
    steps = []
    if person.is_locked:
        steps.append(("unlock", "Let them try again now", ""))
    if person.has_second_factor:
        sure = "Be sure who they are first: this is how a stranger would get in."
        steps.append(("remove-second-factor", "Remove their second factor", sure))
    if person.user.is_active:
        steps.append(("end-sessions", "Sign them out everywhere", ""))
        steps.append(("close", "Close the account", "What they made stays."))
    else:
        steps.append(("open", "Open the account again", ""))
    return [
        {
            "words": words,
            "note": note,
            "action": reverse("people:act", args=[person.user.public_id, name]),
        }
        for name, words, note in steps
    ]
