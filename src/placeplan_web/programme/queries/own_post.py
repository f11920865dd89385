"""Posts that somebody holds on a day."""

from datetime import date
from typing import Any

from placeplan_web.places.models import Post
from placeplan_web.programme.rules import list_posts


def list_own_posts(user: Any, day: date) -> list[Post]:
    """Give the posts that somebody holds on a day, by title."""
    held = Post.objects.filter(pk__in=list_posts(user, day))
    return list(held.select_related("organisation").order_by("title", "pk"))
