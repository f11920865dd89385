"""What the registers that clerks keep for their groups have in common."""

from typing import Any, Final

from django.db.models import Q

from placeplan_web.governance.models import Group
from placeplan_web.governance.registers.house import GROUP_LINK, House
from placeplan_web.governance.rules import narrow_readable
from placeplan_web.registers.column import Column, Holds
from placeplan_web.registers.kind import Filter, Permissions

PERMISSIONS: Final = Permissions(
    read="governance.read_register",
    add="governance.add_kept",
    import_="governance.import_kept",
    change="governance.change_kept",
    withdraw="governance.change_kept",
    why_not="The committee officer of the group keeps this register.",
)
GROUP_COLUMN: Final = Column(
    name="group",
    label="Group",
    holds=Holds.LINK,
    link=GROUP_LINK,
    needed=True,
    is_listed=True,
    hint="A group that you keep.",
)


def see_groups(house: House) -> Q:
    """Hold for records of groups that a reader may read."""
    if house.reader is None:
        return Q()
    readable = narrow_readable(house.reader, house.today)
    return Q(group__in=Group.objects.filter(readable))


def make_group_filter(model: Any) -> Filter:
    """Narrow by the group, of those that have a record here."""

    def list_options(house: House) -> list[tuple[str, str]]:
        known = model.objects.filter(see_groups(house)).values("group")
        groups = Group.objects.filter(pk__in=known).order_by("name")
        return [(each.slug, each.name) for each in groups]

    return Filter("group", "Group", list_options, lambda value: Q(group__slug=value))
