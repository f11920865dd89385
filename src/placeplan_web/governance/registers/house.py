"""The one scope of these registers: the whole room, as a reader sees it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, Final

from django.db.models import Q, QuerySet
from django.utils import timezone

from placeplan_web.governance.models import AgendaItem, Body, Group
from placeplan_web.governance.queries.paper_access import find_kept_items
from placeplan_web.governance.queries.privacy import narrow_open_items
from placeplan_web.governance.rules import (
    is_monitoring_officer,
    list_kept_groups,
    narrow_own,
)
from placeplan_web.places.models import Post
from placeplan_web.programme.registers.links import list_posts as list_all_posts
from placeplan_web.programme.registers.links import write_post
from placeplan_web.programme.rules import list_posts
from placeplan_web.registers.column import Link
from placeplan_web.registers.kind import RegisterKind
from placeplan_web.registers.models import RegisterRecord

SLUG: Final = "all"


@dataclass(frozen=True)
class House:
    """The room, to a reader; to nobody in particular it is whole, as to a worker."""

    reader: Any = None
    slug: str = SLUG

    @cached_property
    def today(self) -> date:
        return timezone.localdate()

    @cached_property
    def sees_all(self) -> bool:
        """Whether sensitive interests are shown: to a monitoring officer."""
        return self.reader is None or is_monitoring_officer(self.reader, self.today)

    @cached_property
    def own_posts(self) -> list[int]:
        return [] if self.reader is None else list_posts(self.reader, self.today)

    @cached_property
    def kept_items(self) -> set[int]:
        """Private items with actions from which an interest keeps this reader."""
        items = AgendaItem.objects.filter(
            ~narrow_open_items() | Q(meeting__group__is_public=False),
            actions__isnull=False,
            meeting__group__in=Group.objects.filter(
                narrow_own(self.reader, self.today)
            ),
        )
        read = items.distinct().select_related("meeting")
        ties = ("declarations", "body_links__body")
        return find_kept_items(self.own_posts, read.prefetch_related(*ties))

    def list_declaring(self) -> QuerySet[Post]:
        """Give the posts for which this reader may declare."""
        posts = list_all_posts(None)  # type: ignore[arg-type] # it looks at no scope
        return posts if self.sees_all else posts.filter(pk__in=self.own_posts)

    def list_kept(self) -> QuerySet[Group]:
        """Give the groups whose records this reader may keep; staff load for all."""
        groups = Group.objects.filter(withdrawn_at=None)
        if self.reader is None or getattr(self.reader, "is_staff", False):
            return groups
        return groups.filter(pk__in=list_kept_groups(self.reader, self.today))


@dataclass(frozen=True, kw_only=True)
class HouseRegister(RegisterKind):
    """A register of the whole room.

    Parameters
    ----------
    narrow_to : callable
        Given the room as a reader sees it: what holds for the records shown.
    """

    narrow_to: Callable[[House], Q] = field(default=lambda _house: Q())

    def narrow_scope(self, scope: Any) -> Q:
        return self.narrow_to(scope)

    def narrow_versions(self, scope: Any) -> Q:
        """Hold for what was shown then and is shown today.

        What has become sensitive since is kept back on every day.
        """
        shown = self.model._default_manager.filter(self.narrow_to(scope))
        return self.narrow_to(scope) & Q(id__in=shown.values("pk"))

    def make_record(self, scope: Any) -> RegisterRecord:
        record = self.model()
        self.prepare(record, scope)
        return record


def _list_bodies(_house: House) -> QuerySet[Body]:
    bodies: QuerySet[Body] = Body.objects.filter(withdrawn_at=None)
    return bodies


def _write_slug(record: Any) -> str:
    return str(record.slug)


POST_LINK: Final = Link(lambda house: house.list_declaring(), write_post, write_post)
GROUP_LINK: Final = Link(lambda house: house.list_kept(), _write_slug, str)
BODY_LINK: Final = Link(_list_bodies, _write_slug, str)
