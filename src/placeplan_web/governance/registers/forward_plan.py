"""The forward plan: what is to be decided, and whether the public was told in time."""

from collections.abc import Mapping
from typing import Any, Final

from django.db.models import Count, Q

from placeplan_web.design.words import write_count
from placeplan_web.governance.models import ForwardPlanEntry
from placeplan_web.governance.presenters.forward_plan import (
    list_forward_plan_sections,
    say_notice,
)
from placeplan_web.governance.registers.house import House, HouseRegister
from placeplan_web.governance.registers.kept import (
    GROUP_COLUMN,
    PERMISSIONS,
    make_group_filter,
    see_groups,
)
from placeplan_web.programme.registers.order import find_disorder, find_half
from placeplan_web.programme.registers.ways import make_choice_filter
from placeplan_web.registers.column import Column, Holds
from placeplan_web.registers.kind import Problem, Sort, Values
from placeplan_web.registers.trace_columns import TRACE_COLUMNS, find_missing_source


def _read_notice(record: Any) -> str | None:
    return say_notice(
        is_key_decision=record.is_key_decision,
        published_on=record.published_on,
        due_on=record.due_starts_on,
    )


def _work_out_notice(values: Mapping[str, Any]) -> str | None:
    return say_notice(
        is_key_decision=bool(values.get("is_key_decision")),
        published_on=values.get("published_on"),
        due_on=values.get("due_starts_on"),
    )


def _find_problems(values: Values) -> list[Problem]:
    found = find_missing_source(values.get("status"), values.get("source"))
    found += find_half(values, "due_starts_on", "due_ends_on")
    found += find_disorder(values, "due_starts_on", "due_ends_on")
    told = values.get("private_reason")
    if values.get("is_private") and not told:
        found.append(Problem("private_reason", "Say why it is taken in private."))
    if told and not values.get("is_private"):
        found.append(Problem("private_reason", "It is not taken in private."))
    return found


def _find_finding(house: House) -> str:
    entries = ForwardPlanEntry.objects.filter(see_groups(house), withdrawn_at=None)
    counted = entries.aggregate(
        all=Count("pk"), key=Count("pk", filter=Q(is_key_decision=True))
    )
    if not counted["all"]:
        return "Nothing stands in the forward plan yet."
    keys = [e for e in entries.filter(is_key_decision=True) if _is_late(e)]
    return (
        f"{write_count(counted['all'], 'matter')} to be decided, "
        f"{counted['key'] or 'none'} of them key decisions; {len(keys) or 'none'} of "
        "those without 28 clear days of notice."
    )


def _is_late(entry: ForwardPlanEntry) -> bool:
    return not str(_read_notice(entry)).startswith("enough")


FORWARD_PLAN: Final = HouseRegister(
    slug="forward-plan",
    noun="matter of the forward plan",
    nouns="forward plan",
    about="What groups are to decide, key decisions marked.",
    model=ForwardPlanEntry,
    narrow_to=see_groups,
    columns=(
        Column(name="title", label="Matter", needed=True, most=300),
        GROUP_COLUMN,
        Column(name="subject", label="Subject", most=200),
        Column(
            name="is_key_decision",
            label="Key decision",
            holds=Holds.YES_NO,
            is_listed=True,
        ),
        Column(
            name="due_starts_on",
            label="To be decided from",
            holds=Holds.DAY,
            is_listed=True,
        ),
        Column(name="due_ends_on", label="To be decided by", holds=Holds.DAY),
        Column(
            name="published_on",
            label="Public told on",
            holds=Holds.DAY,
            hint="The day on which it really was published, never an earlier one.",
        ),
        Column(
            name="notice",
            label="Notice",
            read=_read_notice,
            work_out=_work_out_notice,
            is_listed=True,
        ),
        Column(
            name="exception_reason",
            label="Why it cannot wait",
            holds=Holds.WORDS,
            hint="For a key decision without 28 clear days of notice.",
        ),
        Column(name="is_private", label="In private", holds=Holds.YES_NO),
        Column(name="private_reason", label="Why in private", holds=Holds.WORDS),
        Column(name="consultees", label="Who is asked", holds=Holds.WORDS),
        Column(name="documents", label="Documents", holds=Holds.WORDS),
        *TRACE_COLUMNS,
    ),
    permissions=PERMISSIONS,
    filters=(
        make_group_filter(ForwardPlanEntry),
        make_choice_filter(
            "key",
            "Key decisions",
            (("yes", "Key decisions alone"), ("no", "Others alone")),
            lambda value: Q(is_key_decision=value == "yes"),
        ),
    ),
    sorts=(
        Sort("due_starts_on", "To be decided from", ("due_starts_on",)),
        Sort("reference", "Reference", ("reference_order",)),
        Sort("title", "Matter", ("title",)),
    ),
    search=("title", "subject"),
    related=("group",),
    find_problems=_find_problems,
    list_sections=list_forward_plan_sections,
    find_finding=_find_finding,
)
