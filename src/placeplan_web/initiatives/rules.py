"""Who may see and change the initiatives of a draft.

A draft of an example is open to everybody and kept by staff; any other belongs to
whoever opened it, and their organisation reads along.
"""

from collections.abc import Mapping
from typing import Any, Final

from rules.permissions import add_perm
from rules.predicates import Predicate, is_authenticated, is_staff, predicate

from placeplan_web.accounts.models import User
from placeplan_web.initiatives.models import Draft


def find_draft(record: Any) -> Draft | None:
    """Give the draft that a record belongs to."""
    if record is None or isinstance(record, Draft):
        return record
    found: Draft = record.draft
    return found


@predicate  # type: ignore[untyped-decorator] # rules has no types
def is_owner(user: User, record: Any) -> bool:
    draft = find_draft(record)
    return draft is not None and user.pk is not None and draft.owner_id == user.pk


@predicate  # type: ignore[untyped-decorator] # rules has no types
def is_colleague(user: User, record: Any) -> bool:
    """Is somebody of the owner's organisation; an empty one joins nobody."""
    draft, mine = find_draft(record), getattr(user, "organisation", "")
    return draft is not None and bool(mine) and draft.organisation == mine


@predicate  # type: ignore[untyped-decorator] # rules has no types
def is_nobodys(_user: User, record: Any) -> bool:
    """Is a draft of an example."""
    draft = find_draft(record)
    return draft is not None and draft.owner_id is None


MAY_READ: Final = is_owner | is_colleague | is_nobodys
MAY_CHANGE: Final = is_authenticated & (is_owner | (is_staff & is_nobodys))
PERMISSIONS: Final[Mapping[str, Predicate]] = {
    "initiatives.read_draft": MAY_READ,
    "initiatives.change_draft": MAY_CHANGE,
}
for name, rule in PERMISSIONS.items():
    add_perm(name, rule)  # type: ignore[no-untyped-call] # rules has no types
