"""Reads of posts: which an organisation has, and who holds them on a day."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from placeplan_web.accounts.models import User
from placeplan_web.places.models import Post, PostHolding


def _stands_on(day: date) -> Q:
    return Q(starts_on__lte=day) & (Q(ends_on__isnull=True) | Q(ends_on__gte=day))


def list_posts(organisation: str, day: date) -> QuerySet[Post]:
    """Give the posts that an organisation has on a day, by title."""
    return Post.objects.filter(_stands_on(day), organisation__slug=organisation)


def find_post(public_id: UUID) -> Post | None:
    found = Post.objects.select_related("organisation").filter(public_id=public_id)
    return found.first()


def list_holdings(post: Post) -> QuerySet[PostHolding]:
    """Give everyone who has held a post, the earliest first."""
    return PostHolding.objects.filter(post=post).select_related("user")


def list_holders(posts: QuerySet[Post], day: date) -> Mapping[int, list[str]]:
    """Give, for the key of each post, the user names of who holds it on a day."""
    held = PostHolding.objects.filter(_stands_on(day), post__in=posts)
    holders: dict[int, list[str]] = {}
    for holding in held.select_related("user").order_by("user__username"):
        holders.setdefault(holding.post_id, []).append(holding.user.username)
    return holders


def list_posts_held(user: User, day: date) -> QuerySet[Post]:
    """Give the posts that somebody holds on a day."""
    return Post.objects.filter(
        holdings__in=PostHolding.objects.filter(_stands_on(day), user=user)
    )


def is_holder(user: User, post: Post, day: date) -> bool:
    """Tell whether somebody holds a post on a day, alone or in a job share."""
    return PostHolding.objects.filter(_stands_on(day), user=user, post=post).exists()
