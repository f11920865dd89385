"""The register of changes of services, whose gates the law sets."""

from placeplan_web.programme.models import ServiceChange
from placeplan_web.programme.presenters.service_change import (
    list_service_change_sections,
)
from placeplan_web.programme.registers.links import (
    OWNER_COLUMNS,
    POST_PATHS,
    make_project_column,
)
from placeplan_web.programme.registers.ways import PERMISSIONS, make_owner_filter
from placeplan_web.registers.column import Column, Holds
from placeplan_web.registers.kind import Problem, RegisterKind, Sort, Values
from placeplan_web.registers.trace_columns import TRACE_COLUMNS, find_missing_source


def _find_problems(values: Values) -> list[Problem]:
    return find_missing_source(values.get("status"), values.get("source"))


def _make_switch(name: str, label: str, hint: str) -> Column:
    return Column(name=name, label=label, holds=Holds.YES_NO, needed=True, hint=hint)


SERVICE_CHANGES = RegisterKind(
    slug="service-changes",
    noun="change of services",
    nouns="changes of services",
    about="Proposals to change services, and the steps that the law asks of each.",
    model=ServiceChange,
    columns=(
        Column(name="title", label="Proposal", needed=True, most=300),
        make_project_column(),
        _make_switch(
            "is_substantial",
            "Substantial development or variation",
            "The council must then be consulted (SI 2013/218, regulation 23).",
        ),
        _make_switch("beds_fall", "Hospital beds fall significantly", ""),
        _make_switch(
            "is_urgent",
            "Urgent",
            "A risk to safety or welfare allows no time to consult.",
        ),
        Column(
            name="consultation_began_on",
            label="The council's consultation began on",
            holds=Holds.DAY,
            is_listed=True,
        ),
        *OWNER_COLUMNS,
        *TRACE_COLUMNS,
    ),
    permissions=PERMISSIONS,
    filters=(make_owner_filter(ServiceChange),),
    sorts=(
        Sort("reference", "Reference", ("reference_order",)),
        Sort("title", "Proposal", ("title",)),
    ),
    related=("project", *POST_PATHS),
    find_problems=_find_problems,
    list_sections=list_service_change_sections,
)
