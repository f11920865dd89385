"""What is private in the groups: told of one item, and of many in one question."""

from django.db.models import Q

from placeplan_web.governance.models import (
    AgendaItem,
    Classification,
    Meeting,
    PartKind,
)


def meets_in_public(meeting: Meeting) -> bool:
    """Tell whether the public may come: neither the group nor its part is private."""
    in_private = meeting.part is not None and meeting.part.kind == PartKind.PRIVATE
    return meeting.group.is_public and not in_private


def is_private(item: AgendaItem) -> bool:
    """Tell whether the public is kept from an item: by itself, its part or its group.

    The item, its meeting, the part and the group are to be read already where many
    are asked about.
    """
    return item.is_private or not meets_in_public(item.meeting)


def narrow_open_meetings(prefix: str = "") -> Q:
    """Hold for meetings that no private part hides; `prefix` leads to the meeting."""
    no_part = Q(**{f"{prefix}part__isnull": True})
    return no_part | ~Q(**{f"{prefix}part__kind": PartKind.PRIVATE})


def narrow_open_items(prefix: str = "") -> Q:
    """Hold for items from which nobody is kept who may read of their group."""
    public = Q(**{f"{prefix}classification": Classification.PUBLIC})
    return public & narrow_open_meetings(f"{prefix}meeting__")
