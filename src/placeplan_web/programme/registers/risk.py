"""The register of risks."""

from typing import Any

from django.db.models import Q

from placeplan_web.programme.models import Risk
from placeplan_web.programme.presenters.risk import list_risk_sections
from placeplan_web.programme.registers.links import (
    OWNER_COLUMNS,
    POST_PATHS,
)
from placeplan_web.programme.registers.score_columns import (
    KINDS_OF_SCORE,
    SCORE_ACTS,
    make_score_columns,
)
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
    ("open", "Open"),
    ("happened", "Happened"),
    ("closed", "Closed"),
    ("unscored", "Not scored yet"),
)


def _narrow_state(value: str) -> Q:
    return {
        "open": Q(closed_on__isnull=True, happened_on__isnull=True),
        "happened": Q(happened_on__isnull=False),
        "closed": Q(closed_on__isnull=False),
        "unscored": Q(current_score__isnull=True),
    }.get(value, Q(pk__in=[]))


def _find_problems(values: Values) -> list[Problem]:
    found = find_missing_source(values.get("status"), values.get("source"))
    opened, closed = values.get("opened_on"), values.get("closed_on")
    if closed and not values.get("closed_reason"):
        found.append(Problem("closed_reason", "Say why the risk is closed."))
    if values.get("closed_reason") and not closed:
        words = "Give the day on which it was closed, or take the reason away."
        found.append(Problem("closed_on", words))
    if opened and closed and closed < opened:
        found.append(Problem("closed_on", "A risk cannot be closed before it opened."))
    return found


def _describe_state(risk: Any) -> str:
    if risk.closed_on:
        return "closed"
    return "happened" if risk.happened_on else "open"


RISKS = RegisterKind(
    slug="risks",
    noun="risk",
    nouns="risks",
    about="What might happen, why, and what would follow.",
    model=Risk,
    columns=(
        Column(
            name="title",
            label="Risk",
            needed=True,
            most=500,
            hint="What might happen, in a sentence.",
        ),
        Column(name="cause", label="Cause", holds=Holds.WORDS),
        Column(name="effect", label="Effect", holds=Holds.WORDS),
        *OWNER_COLUMNS,
        *(column for kind in KINDS_OF_SCORE for column in make_score_columns(kind)),
        Column(name="opened_on", label="Opened on", holds=Holds.DAY),
        Column(
            name="review_on",
            label="Review on",
            holds=Holds.DAY,
            is_listed=True,
            in_bulk=True,
        ),
        Column(name="closed_on", label="Closed on", holds=Holds.DAY, in_bulk=True),
        Column(
            name="closed_reason",
            label="Why it was closed",
            holds=Holds.WORDS,
            in_bulk=True,
        ),
        *TRACE_COLUMNS,
    ),
    permissions=PERMISSIONS,
    filters=(
        make_owner_filter(Risk),
        make_project_filter("projects__reference"),
        make_choice_filter("standing", "Standing", STATES, _narrow_state),
    ),
    sorts=(
        Sort("reference", "Reference", ("reference_order",)),
        Sort("title", "Risk", ("title",)),
        Sort("current_score", "Score", ("current_score__score",), is_backwards=True),
        Sort("review_on", "Review on", ("review_on",)),
    ),
    search=("title", "cause", "effect"),
    related=(
        *POST_PATHS,
        *(f"{kind}_score" for kind in KINDS_OF_SCORE),
    ),
    find_problems=_find_problems,
    list_sections=list_risk_sections,
    describe_state=_describe_state,
    acts=SCORE_ACTS,
)
