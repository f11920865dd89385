"""Who may do what in the groups: by the seats and offices that posts have on a day.

Groups that meet in public are read by everybody; others by whoever has a seat or an
office in them. Clerks keep what their groups publish; whoever holds a post declares
for it, and a monitoring officer for all.
"""

from datetime import date
from typing import Any, Final

from django.db.models import Q
from django.utils import timezone
from rules.permissions import add_perm
from rules.predicates import (
    Predicate,
    always_true,
    is_authenticated,
    is_staff,
    predicate,
)

from placeplan_web.governance.models import Group, GroupOffice, OfficeKind, SeatHolding
from placeplan_web.governance.queries.period import stands_on
from placeplan_web.places.models import Post
from placeplan_web.programme.rules import list_posts

KEEPERS: Final = (OfficeKind.CLERK,)
"""Offices whose holders keep the records of a group."""


def narrow_readable(reader: Any, day: date) -> Q:
    """Hold for groups that a reader may read: open ones, and those of their own."""
    return Q(is_public=True) | narrow_own(reader, day)


def narrow_own(reader: Any, day: date) -> Q:
    """Hold for groups in which a reader has a seat or an office on a day."""
    posts = list_posts(reader, day)
    if not posts:
        return Q(pk__in=())
    seats = SeatHolding.objects.filter(stands_on(day), post__in=posts)
    offices = GroupOffice.objects.filter(stands_on(day), post__in=posts)
    return Q(pk__in=seats.values("seat__group")) | Q(pk__in=offices.values("group"))


def may_read(reader: Any, group: Group, day: date) -> bool:
    """Tell whether a reader may read of a group on a day."""
    if group.is_public:
        return True
    return Group.objects.filter(narrow_readable(reader, day), pk=group.pk).exists()


def list_kept_groups(user: Any, day: date) -> list[int]:
    """Give the keys of the groups that somebody keeps as their clerk on a day."""
    offices = GroupOffice.objects.filter(
        stands_on(day), kind__in=KEEPERS, post__in=list_posts(user, day)
    )
    return list(offices.values_list("group_id", flat=True))


def is_monitoring_officer(user: Any, day: date) -> bool:
    """Tell whether somebody holds a post that monitors interests on a day."""
    offices = GroupOffice.objects.filter(
        stands_on(day), kind=OfficeKind.MONITORING, post__in=list_posts(user, day)
    )
    return offices.exists()


@predicate  # type: ignore[untyped-decorator] # rules has no types
def reads_group(user: Any, group: Any) -> bool:
    """Is open to this reader."""
    return isinstance(group, Group) and may_read(user, group, timezone.localdate())


@predicate  # type: ignore[untyped-decorator] # rules has no types
def keeps_some(user: Any) -> bool:
    """Is the clerk of a group."""
    return bool(list_kept_groups(user, timezone.localdate()))


@predicate  # type: ignore[untyped-decorator] # rules has no types
def keeps(user: Any, record: Any) -> bool:
    """Is the clerk of the group to which a record belongs."""
    group = getattr(record, "group_id", None)
    return group is not None and group in list_kept_groups(user, timezone.localdate())


@predicate  # type: ignore[untyped-decorator] # rules has no types
def monitors(user: Any) -> bool:
    """Is a monitoring officer."""
    return is_monitoring_officer(user, timezone.localdate())


@predicate  # type: ignore[untyped-decorator] # rules has no types
def holds_some_post(user: Any) -> bool:
    """Holds a post, for which they may declare."""
    return bool(list_posts(user, timezone.localdate()))


@predicate  # type: ignore[untyped-decorator] # rules has no types
def holds_its_post(user: Any, record: Any) -> bool:
    """Holds the post that a declaration is about."""
    post = getattr(record, "post_id", None)
    return post is not None and post in list_posts(user, timezone.localdate())


@predicate  # type: ignore[untyped-decorator] # rules has no types
def belongs_to_body(user: Any, block: Any) -> bool:
    """Holds a post of the organisation that a block is for."""
    body = getattr(block, "body", None)
    if body is None or body.place_id is None:
        return False
    posts = list_posts(user, timezone.localdate())
    return Post.objects.filter(pk__in=posts, organisation=body.place_id).exists()


PERMISSIONS: Final[dict[str, Predicate]] = {
    "governance.read_group": reads_group,
    "governance.read_register": always_true,
    "governance.add_declaration": is_authenticated & (holds_some_post | monitors),
    "governance.change_declaration": is_authenticated & (holds_its_post | monitors),
    "governance.import_declarations": is_authenticated & monitors,
    "governance.monitor_interests": is_authenticated & monitors,
    "governance.add_kept": is_authenticated & keeps_some,
    "governance.change_kept": is_authenticated & keeps,
    "governance.import_kept": is_authenticated & is_staff,
    "governance.sign_block": is_authenticated & belongs_to_body,
}
for name, rule in PERMISSIONS.items():
    add_perm(name, rule)  # type: ignore[no-untyped-call] # rules has no types
