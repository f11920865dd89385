"""What readers may know those who wrote by: their post, never their name."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Q
from django.utils import timezone

from placeplan_web.places.models import PostHolding
from placeplan_web.registers.authors import name_authors


def name_by_post(ids: set[str], reader: Any) -> Mapping[str, str]:
    """Name those who wrote by the post that they hold today; nobody by their name."""
    plain = name_authors(ids, reader)
    today = timezone.localdate()
    now = Q(starts_on__lte=today) & (Q(ends_on__isnull=True) | Q(ends_on__gte=today))
    people = [author for author in ids if plain[author].startswith("somebody")]
    held = PostHolding.objects.filter(now, user__public_id__in=people)
    posts = {
        str(holding.user.public_id): f"the {holding.post.title}"
        for holding in held.select_related("user", "post").order_by("-starts_on")
    }
    return {author: posts.get(author, words) for author, words in plain.items()}
