"""The register of actions: who does what by when, carried until it is closed."""

from typing import Any, Final

from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone

from placeplan_web.design.words import write_count, write_day
from placeplan_web.governance.models import Action, ActionState, Group
from placeplan_web.governance.queries.privacy import narrow_open_items
from placeplan_web.governance.registers.house import House, HouseRegister
from placeplan_web.governance.registers.kept import (
    GROUP_COLUMN,
    PERMISSIONS,
    make_group_filter,
    see_groups,
)
from placeplan_web.governance.rules import narrow_own
from placeplan_web.places.models import Post
from placeplan_web.programme.registers.links import list_posts, write_post
from placeplan_web.programme.registers.order import find_disorder
from placeplan_web.programme.registers.ways import make_choice_filter
from placeplan_web.registers.column import Column, Holds, Link
from placeplan_web.registers.kind import Problem, Section, Sort, Values
from placeplan_web.registers.trace_columns import TRACE_COLUMNS, find_missing_source


def _list_posts(_house: House) -> Any:
    return list_posts(None)  # type: ignore[arg-type] # it looks at no scope


def _write_post(post: Post) -> str:
    return write_post(post)


def _find_problems(values: Values) -> list[Problem]:
    return [
        *find_missing_source(values.get("status"), values.get("source")),
        *find_disorder(values, "raised_on", "due_on"),
    ]


def see_actions(house: House) -> Q:
    """Hold for actions of groups that a reader may read.

    Those of private items are for people of the group whom no interest keeps from the
    item, and for whoever has to do them.
    """
    if house.reader is None:
        return Q()
    own = Group.objects.filter(narrow_own(house.reader, house.today))
    is_open = Q(item=None) | narrow_open_items("item__")
    of_group = Q(group__in=own) & ~Q(item__in=house.kept_items)
    return see_groups(house) & (is_open | of_group | Q(owner_post__in=house.own_posts))


def _find_finding(house: House) -> str:
    open_ones = Q(state=ActionState.OPEN)
    today = timezone.localdate()
    counted = Action.objects.filter(see_actions(house), withdrawn_at=None).aggregate(
        all=Count("pk"),
        open=Count("pk", filter=open_ones),
        late=Count("pk", filter=open_ones & Q(due_on__lt=today)),
        unowned=Count("pk", filter=open_ones & Q(owner_post=None, owner_words="")),
    )
    if not counted["all"]:
        return "No group has given anybody an action yet."
    return (
        f"{write_count(counted['all'], 'action')}, {counted['open'] or 'none'} open: "
        f"{counted['late'] or 'none'} past the day set for it, "
        f"{counted['unowned'] or 'none'} without an owner."
    )


def _list_sections(_house: House, record: Action, user: Any) -> list[Section]:
    """Show the agendas to which it was carried, and how to close it."""
    carried = record.carried.select_related("meeting__group").order_by(
        "meeting__held_on"
    )
    rows = [
        [
            {
                "text": write_day(each.meeting.held_on),
                "href": reverse("governance:meeting", args=[each.meeting.public_id]),
            },
            each.meeting.group.name,
            each.meeting.get_state_display(),
        ]
        for each in carried
    ]
    ways = []
    if record.state == ActionState.OPEN and user.has_perm(
        "governance.close_action", record
    ):
        way = reverse("governance:action-act", args=[record.reference, "close"])
        ways = [("Close the action", way)]
    closed = (
        f"{record.get_state_display()} on {write_day(record.closed_on)}: "
        f"{record.closed_reason}"
        if record.closed_on
        else ""
    )
    return [
        Section(
            "Agendas to which it was carried",
            words=closed,
            head=("Meeting", "Group", "State"),
            rows=rows,
            actions=ways,
            empty="It stands on no later agenda yet: the next one of its group "
            "takes over what is open.",
        )
    ]


def _prepare(action: Any, _house: House) -> None:
    action.raised_on = timezone.localdate()


ACTIONS: Final = HouseRegister(
    slug="actions",
    noun="action",
    nouns="actions",
    about="What groups gave somebody to do.",
    model=Action,
    narrow_to=see_actions,
    title_column="text",
    columns=(
        Column(name="text", label="What is to be done", needed=True, holds=Holds.WORDS),
        GROUP_COLUMN,
        Column(
            name="owner_post",
            label="For",
            holds=Holds.LINK,
            link=Link(_list_posts, _write_post, _write_post),
            empty="no post",
            is_listed=True,
        ),
        Column(
            name="owner_words",
            label="For, in the words of the paper",
            most=300,
            is_listed=True,
        ),
        Column(
            name="raised_on",
            label="Given on",
            holds=Holds.DAY,
            needed=True,
            is_listed=True,
        ),
        Column(name="due_on", label="Due on", holds=Holds.DAY, is_listed=True),
        *TRACE_COLUMNS,
    ),
    permissions=PERMISSIONS,
    filters=(
        make_group_filter(Action),
        make_choice_filter(
            "state",
            "State",
            tuple(ActionState.choices),
            lambda value: Q(state=value),
        ),
    ),
    sorts=(
        Sort("reference", "Reference", ("reference_order",)),
        Sort("due_on", "Due on", ("due_on",)),
        Sort("raised_on", "Given on", ("raised_on",)),
    ),
    search=("text", "owner_words"),
    related=("group", "owner_post__organisation"),
    find_problems=_find_problems,
    list_sections=_list_sections,
    describe_state=lambda action: action.get_state_display().lower(),
    find_finding=_find_finding,
    prepare=_prepare,
)
