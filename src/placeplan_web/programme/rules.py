"""Who may do what in a programme: by the post that somebody holds on a day.

A post has a role in a programme from one day to another, and a person holds the post
from one day to another: both have to stand on the day. What each role may do is a
table; a permission names a thing that is done.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from django.db.models import Q
from django.utils import timezone
from rules.permissions import add_perm
from rules.predicates import Predicate, is_authenticated, is_staff, predicate

from placeplan_web.accounts.models import User
from placeplan_web.places.models import Post, PostHolding
from placeplan_web.programme.models import (
    ControlledDocument,
    DocumentPart,
    DocumentRecipient,
    DocumentVersion,
    Programme,
    ProgrammeRole,
    RoleKind,
)

MAY: Final[Mapping[str, tuple[RoleKind, ...]]] = {
    "read_programme": tuple(RoleKind),
    "change_programme": (RoleKind.LEAD, RoleKind.OFFICE),
    "add_record": (RoleKind.LEAD, RoleKind.OFFICE, RoleKind.OWNER),
    "change_record": (RoleKind.LEAD, RoleKind.OFFICE),
    "withdraw_record": (RoleKind.LEAD, RoleKind.OFFICE),
    "import_records": (RoleKind.LEAD, RoleKind.OFFICE),
    "judge_milestone": (RoleKind.LEAD, RoleKind.OFFICE),
    "accept_risk": (RoleKind.LEAD,),
    "decide_proposal": (RoleKind.LEAD, RoleKind.OFFICE),
    "sign_off": (RoleKind.LEAD, RoleKind.REVIEWER),
    "review_document": (RoleKind.LEAD, RoleKind.REVIEWER),
    "approve_document": (RoleKind.LEAD,),
    "read_audit": (RoleKind.LEAD, RoleKind.OFFICE),
    "give_role": (RoleKind.LEAD,),
}
"""What is done, and the roles whose holders may do it."""
OWNERS_MAY: Final = ("change_record",)
"""What the holder of the post that owns a record may do besides their role."""


def _stands_on(day: date, of: str = "") -> Q:
    ends = Q(**{f"{of}ends_on__isnull": True}) | Q(**{f"{of}ends_on__gte": day})
    return Q(**{f"{of}starts_on__lte": day}) & ends


def list_posts(user: Any, day: date) -> list[int]:
    """Give the keys of the posts that somebody holds on a day."""
    if not isinstance(user, User) or not user.is_active:
        return []
    holdings = PostHolding.objects.filter(_stands_on(day), user=user)
    return list(holdings.values_list("post_id", flat=True))


def list_roles(user: Any, programme: Programme, day: date) -> set[str]:
    """Give the roles that somebody has in a programme on a day, through their posts."""
    if not isinstance(user, User) or not user.is_active:
        return set()
    roles = ProgrammeRole.objects.filter(  # one filter, so that one holding does both
        _stands_on(day),
        _stands_on(day, "post__holdings__"),
        post__holdings__user=user,
        programme=programme,
    )
    return set(roles.values_list("role", flat=True))


def find_programme(record: Any) -> Programme | None:
    """Give the programme that a record belongs to."""
    if record is None or isinstance(record, Programme):
        return record
    for link in ("programme", "document", "risk", "assessment", "benefit", "link"):
        if hasattr(record, link):
            return find_programme(getattr(record, link))
    return None


def may(user: Any, verb: str, record: Any, day: date) -> bool:
    """Tell whether somebody may do a thing with a record on a day.

    Parameters
    ----------
    user : User or AnonymousUser
        Who.
    verb : str
        One of `MAY`.
    record : Programme or a record of one
        With what.
    day : date
        When; a role or a post that has ended by then counts for nothing.
    """
    programme = find_programme(record)
    if programme is None:
        return False
    if verb == "read_programme" and programme.is_open:
        return True
    if list_roles(user, programme, day) & {str(each) for each in MAY[verb]}:
        return True
    return verb in OWNERS_MAY and is_owner(user, record, day)


def is_owner(user: Any, record: Any, day: date) -> bool:
    """Tell whether somebody holds the post that answers for a record."""
    post = getattr(record, "owner_post_id", None)
    return post is not None and post in list_posts(user, day)


def is_named(
    user: Any,
    record: DocumentVersion | ControlledDocument,
    part: DocumentPart,
    day: date,
) -> bool:
    """Tell whether a document names a post of somebody's for a part, as approver."""
    document = record.document_id if isinstance(record, DocumentVersion) else record.pk
    named = DocumentRecipient.objects.filter(
        document=document, part=part, post__in=list_posts(user, day)
    )
    return named.exists()


def find_acting_post(user: Any, programme: Programme, day: date) -> Post | None:
    """Find the post in which somebody acts in a programme: their first with a role."""
    posts = list_posts(user, day)
    roles = ProgrammeRole.objects.filter(
        _stands_on(day), programme=programme, post__in=posts
    ).select_related("post")
    first = roles.order_by("starts_on", "pk").first()
    return first.post if first else None


def _make_rule(verb: str) -> Predicate:
    def rule(user: User, record: Any) -> bool:
        return may(user, verb, record, timezone.localdate())

    return Predicate(rule, name=f"may_{verb}")


@predicate  # type: ignore[untyped-decorator] # rules has no types
def approves(user: User, record: Any) -> bool:
    """Is named by the document as the one who approves it."""
    if isinstance(record, DocumentVersion | ControlledDocument):
        return is_named(user, record, DocumentPart.APPROVER, timezone.localdate())
    return False


@predicate  # type: ignore[untyped-decorator] # rules has no types
def reviews(user: User, record: Any) -> bool:
    """Is named by the document as one who reviews it."""
    if isinstance(record, DocumentVersion | ControlledDocument):
        return is_named(user, record, DocumentPart.REVIEWER, timezone.localdate())
    return False


PERMISSIONS: Final[Mapping[str, Predicate]] = {
    f"programme.{verb}": _make_rule(verb)
    if verb == "read_programme"
    else is_authenticated & _make_rule(verb)
    for verb in MAY
}
FURTHER: Final[Mapping[str, Predicate]] = {
    "programme.approve_document": approves,
    "programme.review_document": reviews,
    "programme.give_role": is_staff,  # so that a new programme gets its first lead
}
"""Who else may, whatever their role."""
add_perm("programme.add_programme", is_staff)  # type: ignore[no-untyped-call] # rules has no types
for name, rule in PERMISSIONS.items():
    further = FURTHER.get(name)
    add_perm(name, rule | further if further else rule)  # type: ignore[no-untyped-call] # rules has no types
