"""The register of issues."""

from typing import Any

from django.db.models import Q
from django.utils import timezone

from placeplan_web.programme.models import Issue
from placeplan_web.programme.registers.links import (
    OWNER_COLUMNS,
    POST_PATHS,
    RISK_LINK,
    make_project_column,
)
from placeplan_web.programme.registers.order import find_disorder
from placeplan_web.programme.registers.ways import (
    PERMISSIONS,
    make_choice_filter,
    make_owner_filter,
    make_project_filter,
)
from placeplan_web.registers.column import Column, Holds
from placeplan_web.registers.kind import Problem, RegisterKind, Sort, Values
from placeplan_web.registers.trace_columns import TRACE_COLUMNS, find_missing_source

STATES = (("open", "Open"), ("closed", "Closed"))


def _narrow_state(value: str) -> Q:
    return Q(closed_on__isnull=value != "closed")


def _find_problems(values: Values) -> list[Problem]:
    found = [
        *find_missing_source(values.get("status"), values.get("source")),
        *find_disorder(values, "raised_on", "closed_on"),
    ]
    if values.get("closed_on") and not values.get("closed_reason"):
        found.append(Problem("closed_reason", "Say how the issue was closed."))
    if values.get("closed_reason") and not values.get("closed_on"):
        words = "Give the day on which it was closed, or take the reason away."
        found.append(Problem("closed_on", words))
    return found


def _prepare(issue: Any, _programme: Any) -> None:
    issue.raised_on = timezone.localdate()


ISSUES = RegisterKind(
    slug="issues",
    noun="issue",
    nouns="issues",
    about="What has happened and stands in the way.",
    model=Issue,
    columns=(
        Column(name="title", label="Issue", needed=True, most=500),
        Column(name="effect", label="Effect", holds=Holds.WORDS),
        make_project_column(),
        Column(
            name="risk",
            label="Risk that it was",
            holds=Holds.LINK,
            link=RISK_LINK,
        ),
        *OWNER_COLUMNS,
        Column(
            name="raised_on",
            label="Raised on",
            holds=Holds.DAY,
            needed=True,
            is_listed=True,
        ),
        Column(
            name="due_on", label="Due on", holds=Holds.DAY, is_listed=True, in_bulk=True
        ),
        Column(name="closed_on", label="Closed on", holds=Holds.DAY, in_bulk=True),
        Column(
            name="closed_reason",
            label="How it was closed",
            holds=Holds.WORDS,
            in_bulk=True,
        ),
        *TRACE_COLUMNS,
    ),
    permissions=PERMISSIONS,
    filters=(
        make_owner_filter(Issue),
        make_project_filter(),
        make_choice_filter("standing", "Standing", STATES, _narrow_state),
    ),
    sorts=(
        Sort("reference", "Reference", ("reference_order",)),
        Sort("title", "Issue", ("title",)),
        Sort("raised_on", "Raised on", ("raised_on",)),
        Sort("due_on", "Due on", ("due_on",)),
    ),
    search=("title", "effect"),
    related=("project", "risk", *POST_PATHS),
    find_problems=_find_problems,
    describe_state=lambda issue: "closed" if issue.closed_on else "open",
    prepare=_prepare,
)
