"""The registers of impact assessments, and of what is done about impacts."""

from typing import Any

from django.db.models import Q
from django.utils import timezone

from placeplan.programme.characteristic import CHARACTERISTICS
from placeplan.programme.domain_set import get_domain_set_at, list_domain_sets
from placeplan_web.programme.models import (
    AssessmentStage,
    AssessmentState,
    ImpactAssessment,
    ImpactMitigation,
)
from placeplan_web.programme.presenters.assessment import list_assessment_sections
from placeplan_web.programme.registers.links import (
    ASSESSMENT_LINK,
    OWNER_COLUMNS,
    POST_PATHS,
    make_project_column,
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


def _prepare(assessment: Any, _programme: Any) -> None:
    assessment.domain_set = get_domain_set_at(timezone.localdate()).domain_set


ASSESSMENTS = RegisterKind(
    slug="assessments",
    noun="impact assessment",
    nouns="impact assessments",
    about="What a change would do to patients and staff, domain by domain, and for "
    "people of each characteristic.",
    model=ImpactAssessment,
    columns=(
        Column(name="title", label="Change that is assessed", needed=True, most=300),
        Column(name="about", label="What it is about", holds=Holds.WORDS),
        make_project_column(),
        Column(
            name="domain_set",
            label="Set of domains",
            holds=Holds.CHOICE,
            choices=tuple((each.domain_set, each.name) for each in list_domain_sets()),
            needed=True,
            hint="That of today, unless the papers of the change used another.",
        ),
        *OWNER_COLUMNS,
        Column(
            name="stage",
            label="Stage",
            holds=Holds.CHOICE,
            choices=tuple(AssessmentStage.choices),
            is_listed=True,
            read=lambda each: each.stage,
        ),
        Column(
            name="state",
            label="State",
            holds=Holds.CHOICE,
            choices=tuple(AssessmentState.choices),
            is_listed=True,
            read=lambda each: each.state,
        ),
        Column(
            name="edition",
            label="Edition",
            holds=Holds.WHOLE,
            is_listed=True,
            read=lambda each: each.edition,
        ),
        *TRACE_COLUMNS,
    ),
    permissions=PERMISSIONS,
    filters=(
        make_owner_filter(ImpactAssessment),
        make_choice_filter(
            "state", "State", AssessmentState.choices, lambda value: Q(state=value)
        ),
    ),
    sorts=(
        Sort("reference", "Reference", ("reference_order",)),
        Sort("title", "Change that is assessed", ("title",)),
    ),
    search=("title", "about"),
    related=("project", *POST_PATHS),
    find_problems=_find_problems,
    list_sections=list_assessment_sections,
    describe_state=lambda each: str(each.get_state_display()).lower(),
    prepare=_prepare,
)

IMPACT_MITIGATIONS = RegisterKind(
    slug="impact-mitigations",
    noun="mitigation of an impact",
    nouns="mitigations of impacts",
    about="What is done about what a change makes worse.",
    model=ImpactMitigation,
    columns=(
        Column(name="title", label="Mitigation", needed=True, most=500),
        Column(
            name="assessment",
            label="Assessment",
            holds=Holds.LINK,
            link=ASSESSMENT_LINK,
            needed=True,
            is_listed=True,
        ),
        Column(name="domain", label="Domain", most=80),
        Column(
            name="characteristic",
            label="Characteristic",
            holds=Holds.CHOICE,
            choices=tuple((id_, each.name) for id_, each in CHARACTERISTICS.items()),
        ),
        *OWNER_COLUMNS,
        Column(
            name="due_on", label="Due on", holds=Holds.DAY, is_listed=True, in_bulk=True
        ),
        Column(
            name="finished_on",
            label="Done on",
            holds=Holds.DAY,
            is_listed=True,
            in_bulk=True,
        ),
        *TRACE_COLUMNS,
    ),
    permissions=PERMISSIONS,
    filters=(make_owner_filter(ImpactMitigation),),
    sorts=(
        Sort("reference", "Reference", ("reference_order",)),
        Sort("due_on", "Due on", ("due_on",)),
    ),
    related=("assessment", *POST_PATHS),
    find_problems=_find_problems,
    describe_state=lambda each: "done" if each.finished_on else "",
)
