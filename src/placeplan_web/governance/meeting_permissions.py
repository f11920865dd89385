"""Who may run a meeting, speak for a seat, close an action, or be served a paper."""

from typing import Any

from django.utils import timezone
from rules.permissions import add_perm
from rules.predicates import is_authenticated, predicate

from placeplan_web.governance.models import (
    Action,
    Escalation,
    Group,
    Paper,
    PaperVersion,
)
from placeplan_web.governance.queries.paper_access import may_read_paper
from placeplan_web.governance.queries.standing import is_chair, is_clerk, is_member
from placeplan_web.programme.rules import list_posts


@predicate  # type: ignore[untyped-decorator] # rules has no types
def runs_it(user: Any, group: Any) -> bool:
    """Is the clerk of a group, or in its chair."""
    day = timezone.localdate()
    return isinstance(group, Group) and (
        is_clerk(user, group, day) or is_chair(user, group, day)
    )


@predicate  # type: ignore[untyped-decorator] # rules has no types
def sits_in_it(user: Any, group: Any) -> bool:
    """Has a seat of a group."""
    return isinstance(group, Group) and is_member(user, group, timezone.localdate())


add_perm("governance.run_meeting", is_authenticated & runs_it)  # type: ignore[no-untyped-call] # rules has no types
add_perm("governance.declare_in", is_authenticated & (runs_it | sits_in_it))  # type: ignore[no-untyped-call] # rules has no types


@predicate  # type: ignore[untyped-decorator] # rules has no types
def owns_action(user: Any, action: Any) -> bool:
    """Has the post that an action is for, or runs the meetings of its group."""
    day = timezone.localdate()
    if not isinstance(action, Action):
        return False
    return (
        action.owner_post_id in list_posts(user, day)
        or is_clerk(user, action.group, day)
        or is_chair(user, action.group, day)
    )


add_perm("governance.close_action", is_authenticated & owns_action)  # type: ignore[no-untyped-call] # rules has no types


@predicate  # type: ignore[untyped-decorator] # rules has no types
def reads_paper(user: Any, asked: Any) -> bool:
    """Is served a paper, or a version of it."""
    day = timezone.localdate()
    if isinstance(asked, PaperVersion):
        return may_read_paper(user, asked.paper, day, asked)
    return isinstance(asked, Paper) and may_read_paper(user, asked, day)


add_perm("governance.read_paper", reads_paper)  # type: ignore[no-untyped-call] # rules has no types


@predicate  # type: ignore[untyped-decorator] # rules has no types
def directs_escalation(user: Any, escalation: Any) -> bool:
    """Runs the meetings of the group, or has the post that owns the risk."""
    day = timezone.localdate()
    if not isinstance(escalation, Escalation):
        return False
    group = escalation.group
    return (
        escalation.risk.owner_post_id in list_posts(user, day)
        or is_clerk(user, group, day)
        or is_chair(user, group, day)
    )


add_perm("governance.direct_escalation", is_authenticated & directs_escalation)  # type: ignore[no-untyped-call] # rules has no types
