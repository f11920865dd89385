"""The register of planned solutions that hang on projects."""

from placeplan_web.programme.models import SolutionLink
from placeplan_web.programme.presenters.solution import (
    list_solution_sections,
    name_solution,
)
from placeplan_web.programme.registers.links import MILESTONE_LINK, make_project_column
from placeplan_web.programme.registers.ways import PERMISSIONS, make_project_filter
from placeplan_web.registers.column import Column, Holds
from placeplan_web.registers.kind import Problem, RegisterKind, Sort, Values
from placeplan_web.registers.trace_columns import TRACE_COLUMNS, find_missing_source

PLACES = 4
SHARES = ("share", "probability")


def _find_problems(values: Values) -> list[Problem]:
    found = find_missing_source(values.get("status"), values.get("source"))
    for name in SHARES:
        value = values.get(name)
        if value is not None and not 0 <= value <= 1:
            found.append(Problem(name, "Give a share from 0 to 1."))
    return found


SOLUTIONS = RegisterKind(
    slug="solutions",
    noun="solution",
    nouns="solutions",
    about="Solutions of the plan, and the projects on which they hang.",
    model=SolutionLink,
    columns=(
        Column(
            name="name",
            label="Name",
            read=lambda link: name_solution(link.solution),
            work_out=lambda values: name_solution(values.get("solution") or ""),
        ),
        Column(name="solution", label="Solution of the plan", needed=True, most=120),
        make_project_column(needed=True),
        Column(name="plan", label="Plan", needed=True, most=80),
        Column(
            name="milestone",
            label="Milestone by which it counts",
            holds=Holds.LINK,
            link=MILESTONE_LINK,
        ),
        Column(
            name="share",
            label="Share that hangs on the project",
            holds=Holds.DECIMAL,
            places=PLACES,
            is_share=True,
            needed=True,
            is_listed=True,
            hint="From 0 to 1.",
        ),
        Column(
            name="probability",
            label="Delivery, as agreed",
            holds=Holds.DECIMAL,
            places=PLACES,
            is_share=True,
            is_listed=True,
            read=lambda link: link.probability,
        ),
        Column(
            name="delay_days",
            label="Days later, as agreed",
            holds=Holds.WHOLE,
            is_listed=True,
            read=lambda link: link.delay_days,
        ),
        *TRACE_COLUMNS,
    ),
    permissions=PERMISSIONS,
    filters=(make_project_filter(),),
    sorts=(
        Sort("solution", "Solution", ("solution", "reference_order")),
        Sort("reference", "Reference", ("reference_order",)),
    ),
    search=("solution",),
    related=("project", "milestone"),
    title_column="name",
    find_problems=_find_problems,
    list_sections=list_solution_sections,
)
