"""Groups for the search of the whole site: by any name that a paper gives them."""

from datetime import date
from typing import Any

from django.db.models import Q
from django.utils import timezone

from placeplan_web.design.address import Address
from placeplan_web.governance.models import Group, GroupAlias
from placeplan_web.governance.queries.group_list import name_on
from placeplan_web.governance.rules import narrow_readable


def find_groups(text: str, reader: Any, address: Address) -> list[dict[str, Any]]:
    """Find what a reader may read, each by its name of the day. Two questions."""
    today = timezone.localdate()
    named = GroupAlias.objects.filter(name__icontains=text).values("group")
    asked = Q(name__icontains=text) | Q(reference__iexact=text) | Q(pk__in=named)
    found = Group.objects.filter(
        asked, narrow_readable(reader, today), withdrawn_at=None
    )
    return [
        {
            "text": name_on(group, address.day(today)),
            "href": address.link("governance:group", slug=group.slug),
            "note": _note(group, address.day(today)),
            "status": group.status,
        }
        for group in found.prefetch_related("aliases")
    ]


def _note(group: Group, day: date) -> str:
    """Write the other names, so that whoever typed one sees why it was found."""
    names = [group.name, *(each.name for each in group.aliases.all())]
    others = dict.fromkeys(name for name in names if name != name_on(group, day))
    return f"also {', '.join(others)}" if others else ""
