"""Who may read and do what in a programme: by the part that a post has, on the day."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from django.db.models import Q
from django.utils import timezone
from rules.permissions import add_perm
from rules.predicates import Predicate, is_authenticated, is_staff, predicate

from placeplan_web.accounts.models import User
from placeplan_web.places.posts import is_holder
from placeplan_web.programme.models import Programme, ProgrammeRole
from placeplan_web.programme.models.programme import RoleKind
from placeplan_web.registers.models import RegisterRecord

KEEPERS: Final = (RoleKind.LEAD, RoleKind.OFFICE)


def _holds_on(day: date) -> Q:
    return Q(starts_on__lte=day) & (Q(ends_on__isnull=True) | Q(ends_on__gte=day))


def list_parts(user: User, programme: Programme, day: date) -> set[str]:
    """Give the parts that somebody has in a programme on a day, through their posts."""
    holding = Q(post__holdings__user=user, post__holdings__starts_on__lte=day) & (
        Q(post__holdings__ends_on__isnull=True) | Q(post__holdings__ends_on__gte=day)
    )
    roles = ProgrammeRole.objects.filter(_holds_on(day), holding, programme=programme)
    return set(roles.values_list("role", flat=True))


def find_programme_of(record: RegisterRecord | None) -> Programme | None:
    """Find the programme that a record belongs to, or that it is."""
    if isinstance(record, Programme):
        return record
    return getattr(record, "programme", None)


@predicate  # type: ignore[untyped-decorator] # rules has no types
def is_open(user: User, record: RegisterRecord | None) -> bool:
    """Belongs to a programme that everybody may read."""
    programme = find_programme_of(record)
    return programme is not None and programme.is_open


@predicate  # type: ignore[untyped-decorator] # rules has no types
def has_part(user: User, record: RegisterRecord | None) -> bool:
    programme = find_programme_of(record)
    if programme is None or not user.is_authenticated:
        return False
    return bool(list_parts(user, programme, timezone.localdate()))


@predicate  # type: ignore[untyped-decorator] # rules has no types
def keeps(user: User, record: RegisterRecord | None) -> bool:
    """Leads the programme, or is of its office."""
    programme = find_programme_of(record)
    if programme is None or not user.is_authenticated:
        return False
    parts = list_parts(user, programme, timezone.localdate())
    return not parts.isdisjoint(KEEPERS)


@predicate  # type: ignore[untyped-decorator] # rules has no types
def owns(user: User, record: RegisterRecord | None) -> bool:
    """Holds the post that answers for the record."""
    post = getattr(record, "owner_post", None)
    if post is None or not user.is_authenticated:
        return False
    return is_holder(user, post, timezone.localdate())


MAY_KEEP: Final = is_authenticated & (is_staff | keeps)
PERMISSIONS: Final[Mapping[str, Predicate]] = {
    "programme.read_programme": is_open | (is_authenticated & (is_staff | has_part)),
    "programme.keep_programme": MAY_KEEP,
    "programme.change_record": MAY_KEEP | owns,
    "programme.withdraw_record": MAY_KEEP,
}
for name, rule in PERMISSIONS.items():
    add_perm(name, rule)  # type: ignore[no-untyped-call] # rules has no types
