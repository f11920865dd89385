"""The register of assumptions."""

from django.db.models import Q

from placeplan_web.programme.models import Assumption, Outcome
from placeplan_web.programme.presenters.assumption import list_assumption_sections
from placeplan_web.programme.registers.links import (
    OWNER_COLUMNS,
    POST_PATHS,
)
from placeplan_web.programme.registers.ways import (
    PERMISSIONS,
    make_choice_filter,
    make_owner_filter,
)
from placeplan_web.registers.column import Column, Holds
from placeplan_web.registers.kind import Problem, RegisterKind, Sort, Values
from placeplan_web.registers.trace_columns import TRACE_COLUMNS, find_missing_source


def _find_problems(values: Values) -> list[Problem]:
    return find_missing_source(values.get("status"), values.get("source"))


ASSUMPTIONS = RegisterKind(
    slug="assumptions",
    noun="assumption",
    nouns="assumptions",
    about="What the plan takes for true, how that is tested, and when.",
    model=Assumption,
    columns=(
        Column(name="title", label="Assumption", needed=True, most=300),
        Column(name="text", label="In full", holds=Holds.WORDS, needed=True),
        Column(name="test", label="How it is tested", holds=Holds.WORDS),
        Column(
            name="test_on",
            label="Tested by",
            holds=Holds.DAY,
            is_listed=True,
            in_bulk=True,
        ),
        *OWNER_COLUMNS,
        Column(
            name="outcome",
            label="Outcome",
            holds=Holds.CHOICE,
            choices=tuple(Outcome.choices),
            read=lambda assumption: assumption.outcome,
            is_listed=True,
        ),
        *TRACE_COLUMNS,
    ),
    permissions=PERMISSIONS,
    filters=(
        make_owner_filter(Assumption),
        make_choice_filter(
            "outcome", "Outcome", Outcome.choices, lambda value: Q(outcome=value)
        ),
    ),
    sorts=(
        Sort("reference", "Reference", ("reference_order",)),
        Sort("title", "Assumption", ("title",)),
        Sort("test_on", "Tested by", ("test_on",)),
    ),
    search=("title", "text", "test"),
    related=POST_PATHS,
    find_problems=_find_problems,
    list_sections=list_assumption_sections,
)
