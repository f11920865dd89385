"""The register of risks."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Q

from placeplan_web.programme.models import Risk
from placeplan_web.programme.presenters.risk import list_risk_sections
from placeplan_web.programme.registers.links import (
    OWNER_COLUMNS,
    POST_PATHS,
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

KINDS_OF_SCORE = ("inherent", "current", "target")
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


def _read_score(kind: str, part: str) -> Any:
    def read(risk: Any) -> int | None:
        score = getattr(risk, f"{kind}_score")
        return None if score is None else getattr(score, part)

    return read


def _multiply(kind: str) -> Any:
    def work_out(values: Mapping[str, Any]) -> int | None:
        impact = values.get(f"{kind}_impact")
        likelihood = values.get(f"{kind}_likelihood")
        return None if None in (impact, likelihood) else impact * likelihood  # type: ignore[operator] # both are numbers

    return work_out


def _make_score_columns(kind: str) -> tuple[Column, ...]:
    words = kind.capitalize()
    return (
        Column(
            name=f"{kind}_impact",
            label=f"{words} impact",
            holds=Holds.WHOLE,
            least=1,
            most=5,
            read=_read_score(kind, "impact"),
            empty="not scored",
        ),
        Column(
            name=f"{kind}_likelihood",
            label=f"{words} likelihood",
            holds=Holds.WHOLE,
            least=1,
            most=5,
            read=_read_score(kind, "likelihood"),
            empty="not scored",
        ),
        Column(
            name=f"{kind}_score",
            label=f"{words} score",
            holds=Holds.WHOLE,
            read=_read_score(kind, "score"),
            work_out=_multiply(kind),
            empty="not scored",
            is_listed=kind == "current",
        ),
    )


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
        *(column for kind in KINDS_OF_SCORE for column in _make_score_columns(kind)),
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
)
