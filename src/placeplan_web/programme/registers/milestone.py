"""The register of milestones."""

from typing import Any

from django.db.models import Q

from placeplan_web.programme.models import Milestone
from placeplan_web.programme.presenters.milestone import list_milestone_sections
from placeplan_web.programme.registers.links import OWNER_COLUMNS, POST_PATHS
from placeplan_web.programme.registers.order import find_disorder, find_half
from placeplan_web.programme.registers.ways import (
    PERMISSIONS,
    make_choice_filter,
    make_owner_filter,
    make_project_filter,
)
from placeplan_web.registers.column import Column, Holds
from placeplan_web.registers.kind import Problem, RegisterKind, Sort, Values
from placeplan_web.registers.trace_columns import TRACE_COLUMNS, find_missing_source

STATES = (
    ("open", "Not reached yet"),
    ("reached", "Reached"),
    ("blocked", "Blocked"),
    ("moved", "Expected on another day than agreed"),
)


def _narrow_state(value: str) -> Q:
    return {
        "open": Q(finished_on__isnull=True),
        "reached": Q(finished_on__isnull=False),
        "blocked": ~Q(blocked_by=""),
        "moved": Q(forecast_ends_on__isnull=False),
    }.get(value, Q(pk__in=[]))


def _find_problems(values: Values) -> list[Problem]:
    return [
        *find_missing_source(values.get("status"), values.get("source")),
        *find_disorder(values, "baseline_starts_on", "baseline_ends_on"),
        *find_disorder(values, "forecast_starts_on", "forecast_ends_on"),
        *find_half(values, "forecast_starts_on", "forecast_ends_on"),
        *find_disorder(values, "started_on", "finished_on"),
    ]


def _describe_state(milestone: Any) -> str:
    if milestone.finished_on:
        return "reached"
    return "blocked" if milestone.is_blocked else ""


MILESTONES = RegisterKind(
    slug="milestones",
    noun="milestone",
    nouns="milestones",
    about="Points that the programme is to reach, and when.",
    model=Milestone,
    columns=(
        Column(name="title", label="Milestone", needed=True, most=500, is_listed=True),
        Column(
            name="printed",
            label="When, in the words of the plan",
            most=80,
            hint="Such as September / October 2019.",
        ),
        Column(
            name="baseline_starts_on",
            label="Agreed, first day",
            holds=Holds.DAY,
            needed=True,
        ),
        Column(
            name="baseline_ends_on",
            label="Agreed, last day",
            holds=Holds.DAY,
            needed=True,
            is_listed=True,
        ),
        Column(
            name="forecast_starts_on",
            label="Expected, first day",
            holds=Holds.DAY,
            hint="Only once something else is expected than was agreed.",
            in_bulk=True,
        ),
        Column(
            name="forecast_ends_on",
            label="Expected, last day",
            holds=Holds.DAY,
            is_listed=True,
            in_bulk=True,
        ),
        Column(name="work_starts_on", label="Work should start on", holds=Holds.DAY),
        Column(name="started_on", label="Work started on", holds=Holds.DAY),
        Column(
            name="finished_on",
            label="Reached on",
            holds=Holds.DAY,
            is_listed=True,
            in_bulk=True,
        ),
        Column(name="blocked_by", label="What blocks it", most=500, in_bulk=True),
        *OWNER_COLUMNS,
        Column(name="decision_by", label="Who decides", most=300),
        Column(name="note", label="Note", holds=Holds.WORDS),
        *TRACE_COLUMNS,
    ),
    permissions=PERMISSIONS,
    filters=(
        make_owner_filter(Milestone),
        make_project_filter("projects__reference"),
        make_choice_filter("standing", "Standing", STATES, _narrow_state),
    ),
    sorts=(
        Sort("baseline_ends_on", "Agreed, last day", ("baseline_ends_on",)),
        Sort("reference", "Reference", ("reference_order",)),
        Sort("title", "Milestone", ("title",)),
        Sort("forecast_ends_on", "Expected, last day", ("forecast_ends_on",)),
        Sort("finished_on", "Reached on", ("finished_on",)),
    ),
    search=("title", "note"),
    related=POST_PATHS,
    find_problems=_find_problems,
    list_sections=list_milestone_sections,
    describe_state=_describe_state,
)
