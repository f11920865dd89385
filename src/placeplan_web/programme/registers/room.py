"""Where the registers of a programme stand, and who is told of as what in them."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Q
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from placeplan_web.design.address import Address
from placeplan_web.places.models import PostHolding
from placeplan_web.programme.models import Programme
from placeplan_web.programme.registers.assumption import ASSUMPTIONS
from placeplan_web.programme.registers.benefit import BENEFITS
from placeplan_web.programme.registers.deliverable import DELIVERABLES
from placeplan_web.programme.registers.dependency import DEPENDENCIES
from placeplan_web.programme.registers.issue import ISSUES
from placeplan_web.programme.registers.milestone import MILESTONES
from placeplan_web.programme.registers.resource import RESOURCES
from placeplan_web.programme.registers.risk import RISKS
from placeplan_web.registers.authors import name_authors
from placeplan_web.registers.room import RegisterRoom, add_room


def find_programme(slug: str) -> Programme | None:
    return Programme.objects.filter(slug=slug).first()


def list_crumbs(programme: Programme, address: Address) -> list[tuple[str, str]]:
    """Give the way to a register: the page of the programme."""
    try:
        home = reverse("programme:programme", kwargs={"slug": programme.slug})
    except NoReverseMatch:
        return []
    return [(programme.name, address.keep(home))]


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


PROGRAMME_ROOM = add_room(
    RegisterRoom(
        name="programme",
        find_scope=find_programme,
        name_scope=lambda programme: str(programme.name),
        list_crumbs=list_crumbs,
        name_authors=name_by_post,
    )
)
PROGRAMME_ROOM.add(
    RISKS,
    MILESTONES,
    ISSUES,
    ASSUMPTIONS,
    BENEFITS,
    RESOURCES,
    DELIVERABLES,
    DEPENDENCIES,
)
