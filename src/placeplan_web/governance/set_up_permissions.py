"""Who may set a group up: keep its seats, its terms and its delegations."""

from typing import Any

from django.utils import timezone
from rules.permissions import add_perm
from rules.predicates import is_authenticated, is_staff, predicate

from placeplan_web.governance.models import Group
from placeplan_web.governance.queries.standing import is_clerk
from placeplan_web.governance.rules import holds_its_post, keeps_some, monitors


@predicate  # type: ignore[untyped-decorator] # rules has no types
def is_its_clerk(user: Any, group: Any) -> bool:
    """Is the committee officer of a group: its chair sets no rules for the chair."""
    return isinstance(group, Group) and is_clerk(user, group, timezone.localdate())


add_perm("governance.keep_group", is_authenticated & is_its_clerk)  # type: ignore[no-untyped-call] # rules has no types
add_perm("governance.appoint_officer", is_authenticated & (is_staff | is_its_clerk))  # type: ignore[no-untyped-call] # rules has no types
add_perm("governance.keep_dispensation", is_authenticated & (keeps_some | monitors))  # type: ignore[no-untyped-call] # rules has no types
add_perm(  # type: ignore[no-untyped-call] # rules has no types
    "governance.change_dispensation",
    is_authenticated & (keeps_some | monitors) & ~holds_its_post,
)
