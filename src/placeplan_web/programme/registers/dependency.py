"""The register of dependencies."""

from django.db.models import Q

from placeplan_web.programme.models import ProgrammeDependency
from placeplan_web.programme.registers.links import (
    OWNER_COLUMNS,
    POST_PATHS,
    PROJECT_LINK,
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

STATES = (("open", "Still needed"), ("given", "Given"))


def _find_problems(values: Values) -> list[Problem]:
    found = [
        *find_missing_source(values.get("status"), values.get("source")),
        *find_half(values, "needed_starts_on", "needed_ends_on"),
        *find_disorder(values, "needed_starts_on", "needed_ends_on"),
    ]
    giver = values.get("giving_project")
    if not giver and not values.get("giver_words"):
        found.append(Problem("giver_words", "Say who gives it."))
    if giver and giver == values.get("project"):
        found.append(Problem("giving_project", "A project cannot wait for itself."))
    return found


DEPENDENCIES = RegisterKind(
    slug="dependencies",
    noun="dependency",
    nouns="dependencies",
    about="What a project needs from somebody else, and by when.",
    model=ProgrammeDependency,
    columns=(
        Column(name="title", label="What is needed", needed=True, most=500),
        make_project_column(needed=True),
        Column(
            name="giving_project",
            label="Project that gives it",
            holds=Holds.LINK,
            link=PROJECT_LINK,
        ),
        Column(
            name="giver_words",
            label="Who else gives it",
            most=300,
            is_listed=True,
        ),
        Column(name="needed_starts_on", label="Needed, first day", holds=Holds.DAY),
        Column(
            name="needed_ends_on",
            label="Needed, last day",
            holds=Holds.DAY,
            is_listed=True,
        ),
        Column(name="given_on", label="Given on", holds=Holds.DAY, in_bulk=True),
        *OWNER_COLUMNS,
        *TRACE_COLUMNS,
    ),
    permissions=PERMISSIONS,
    filters=(
        make_owner_filter(ProgrammeDependency),
        make_project_filter(),
        make_choice_filter(
            "standing",
            "Standing",
            STATES,
            lambda value: Q(given_on__isnull=value != "given"),
        ),
    ),
    sorts=(
        Sort("reference", "Reference", ("reference_order",)),
        Sort("title", "What is needed", ("title",)),
        Sort("needed_ends_on", "Needed, last day", ("needed_ends_on",)),
    ),
    search=("title", "giver_words"),
    related=("project", "giving_project", *POST_PATHS),
    find_problems=_find_problems,
    describe_state=lambda each: "given" if each.given_on else "",
)
