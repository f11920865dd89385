"""The register of deliverables."""

from django.db.models import Q

from placeplan_web.programme.models import Deliverable
from placeplan_web.programme.registers.links import (
    OWNER_COLUMNS,
    POST_PATHS,
    make_project_column,
)
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

STATES = (("open", "Not handed over yet"), ("done", "Handed over"))


def _find_problems(values: Values) -> list[Problem]:
    return [
        *find_missing_source(values.get("status"), values.get("source")),
        *find_half(values, "due_starts_on", "due_ends_on"),
        *find_disorder(values, "due_starts_on", "due_ends_on"),
    ]


DELIVERABLES = RegisterKind(
    slug="deliverables",
    noun="deliverable",
    nouns="deliverables",
    about="What the projects hand over.",
    model=Deliverable,
    columns=(
        Column(name="title", label="Deliverable", needed=True, most=500),
        make_project_column(needed=True),
        Column(name="due_starts_on", label="Due, first day", holds=Holds.DAY),
        Column(
            name="due_ends_on", label="Due, last day", holds=Holds.DAY, is_listed=True
        ),
        Column(
            name="finished_on",
            label="Handed over on",
            holds=Holds.DAY,
            is_listed=True,
            in_bulk=True,
        ),
        *OWNER_COLUMNS,
        *TRACE_COLUMNS,
    ),
    permissions=PERMISSIONS,
    filters=(
        make_owner_filter(Deliverable),
        make_project_filter(),
        make_choice_filter(
            "standing",
            "Standing",
            STATES,
            lambda value: Q(finished_on__isnull=value != "done"),
        ),
    ),
    sorts=(
        Sort("reference", "Reference", ("reference_order",)),
        Sort("title", "Deliverable", ("title",)),
        Sort("due_ends_on", "Due, last day", ("due_ends_on",)),
    ),
    related=("project", *POST_PATHS),
    find_problems=_find_problems,
    describe_state=lambda each: "handed over" if each.finished_on else "",
)
