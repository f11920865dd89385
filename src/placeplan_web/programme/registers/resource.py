"""The register of resources."""

from placeplan_web.programme.models import Resource
from placeplan_web.programme.registers.links import POST_LINK, make_project_column
from placeplan_web.programme.registers.order import find_disorder
from placeplan_web.programme.registers.ways import PERMISSIONS, make_project_filter
from placeplan_web.registers.column import Column, Holds
from placeplan_web.registers.kind import Problem, RegisterKind, Sort, Values
from placeplan_web.registers.trace_columns import TRACE_COLUMNS, find_missing_source


def _find_problems(values: Values) -> list[Problem]:
    return [
        *find_missing_source(values.get("status"), values.get("source")),
        *find_disorder(values, "starts_on", "ends_on"),
    ]


RESOURCES = RegisterKind(
    slug="resources",
    noun="resource",
    nouns="resources",
    about="Who does the work: a role, how much of it, at which band, for how long.",
    model=Resource,
    columns=(
        Column(name="role", label="Role", needed=True, most=300),
        Column(name="purpose", label="What for", holds=Holds.WORDS),
        make_project_column(),
        Column(
            name="post", label="Post", holds=Holds.LINK, link=POST_LINK, in_bulk=True
        ),
        Column(
            name="wte",
            label="WTE",
            holds=Holds.DECIMAL,
            least=0,
            most=99_999,
            places=2,
            is_listed=True,
        ),
        Column(name="band", label="Band", most=40, is_listed=True, in_bulk=True),
        Column(
            name="months",
            label="Months",
            holds=Holds.DECIMAL,
            least=0,
            most=99_999,
            places=1,
            is_listed=True,
        ),
        Column(
            name="cost_pounds",
            label="Cost in pounds",
            holds=Holds.DECIMAL,
            least=0,
            most=999_999_999_999,
            places=2,
            is_listed=True,
        ),
        Column(name="funding", label="Funding", most=200, in_bulk=True),
        Column(name="starts_on", label="First day", holds=Holds.DAY, in_bulk=True),
        Column(name="ends_on", label="Last day", holds=Holds.DAY, in_bulk=True),
        Column(name="note", label="Note", holds=Holds.WORDS),
        *TRACE_COLUMNS,
    ),
    permissions=PERMISSIONS,
    filters=(make_project_filter(),),
    sorts=(
        Sort("reference", "Reference", ("reference_order",)),
        Sort("role", "Role", ("role",)),
        Sort("wte", "WTE", ("wte",), is_backwards=True),
        Sort("cost_pounds", "Cost in pounds", ("cost_pounds",), is_backwards=True),
    ),
    search=("role", "purpose", "funding"),
    related=("project", "post", "post__organisation"),
    title_column="role",
    find_problems=_find_problems,
)
