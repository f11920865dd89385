"""The register of benefits."""

from django.db.models import Q

from placeplan_web.programme.models import Benefit, BenefitKind, Programme
from placeplan_web.programme.presenters.benefit import list_benefit_sections
from placeplan_web.programme.registers.links import (
    OBJECTIVE_LINK,
    OWNER_COLUMNS,
    POST_PATHS,
)
from placeplan_web.programme.registers.order import find_half
from placeplan_web.programme.registers.ways import (
    PERMISSIONS,
    make_choice_filter,
    make_owner_filter,
)
from placeplan_web.registers.column import Column, Holds
from placeplan_web.registers.kind import Filter, Problem, RegisterKind, Sort, Values
from placeplan_web.registers.trace_columns import TRACE_COLUMNS, find_missing_source

PLACES = 6
BLANK = "nobody"
EFFECTS = (("gain", "A gain"), ("loss", "A loss to somebody"))
CLAIMS = (("yes", "Measurable"), ("no", "Not claimable yet"))
_WHOLE = Q(
    baseline_value__isnull=False, target_value__isnull=False, target_on__isnull=False
)


def _list_beneficiaries(programme: Programme) -> list[tuple[str, str]]:
    named = Benefit.objects.filter(programme=programme).exclude(beneficiary="")
    found = named.values_list("beneficiary", flat=True).order_by("beneficiary")
    return [(BLANK, "Nobody named"), *((each, each) for each in found.distinct())]


def _narrow_beneficiary(value: str) -> Q:
    return Q(beneficiary="" if value == BLANK else value)


def _find_problems(values: Values) -> list[Problem]:
    found = [
        *find_missing_source(values.get("status"), values.get("source")),
        *find_half(values, "baseline_value", "baseline_on"),
    ]
    amounts = (values.get("baseline_value"), values.get("target_value"))
    if any(each is not None for each in amounts) and not values.get("unit"):
        found.append(Problem("unit", "Name the unit of the values."))
    if values.get("target_on") and values.get("target_value") is None:
        found.append(Problem("target_value", "Give what it should be by that day."))
    return found


BENEFITS = RegisterKind(
    slug="benefits",
    noun="benefit",
    nouns="benefits",
    about="Who gains what, from where to where. Without a baseline, an aim and its "
    "day, a benefit cannot be claimed.",
    model=Benefit,
    columns=(
        Column(name="title", label="Benefit", needed=True, most=500),
        Column(
            name="objective",
            label="Objective",
            holds=Holds.LINK,
            link=OBJECTIVE_LINK,
            in_bulk=True,
        ),
        Column(
            name="kind",
            label="Kind",
            holds=Holds.CHOICE,
            choices=tuple(BenefitKind.choices),
            is_listed=True,
            in_bulk=True,
        ),
        Column(
            name="is_disbenefit",
            label="A loss to somebody",
            holds=Holds.YES_NO,
            needed=True,
        ),
        Column(name="beneficiary", label="Who gains", most=300, is_listed=True),
        *OWNER_COLUMNS,
        Column(name="measured_through", label="Measured through", most=500),
        Column(name="unit", label="Unit", most=40),
        Column(
            name="baseline_value",
            label="Baseline",
            holds=Holds.DECIMAL,
            places=PLACES,
        ),
        Column(name="baseline_on", label="Day of the baseline", holds=Holds.DAY),
        Column(name="target_value", label="Aim", holds=Holds.DECIMAL, places=PLACES),
        Column(
            name="target_on",
            label="Aim reached by",
            holds=Holds.DAY,
            is_listed=True,
        ),
        Column(name="evidence", label="Evidence", holds=Holds.WORDS),
        *TRACE_COLUMNS,
    ),
    permissions=PERMISSIONS,
    filters=(
        make_owner_filter(Benefit),
        make_choice_filter(
            "kind", "Kind", BenefitKind.choices, lambda value: Q(kind=value)
        ),
        Filter("who", "Who gains", _list_beneficiaries, _narrow_beneficiary),
        make_choice_filter(
            "effect",
            "Gain or loss",
            EFFECTS,
            lambda value: Q(is_disbenefit=value == "loss"),
        ),
        make_choice_filter(
            "claim",
            "Claim",
            CLAIMS,
            lambda value: _WHOLE if value == "yes" else ~_WHOLE,
        ),
    ),
    sorts=(
        Sort("reference", "Reference", ("reference_order",)),
        Sort("title", "Benefit", ("title",)),
        Sort("target_on", "Aim reached by", ("target_on",)),
    ),
    search=("title", "beneficiary", "evidence"),
    related=("objective", *POST_PATHS),
    find_problems=_find_problems,
    list_sections=list_benefit_sections,
    describe_state=lambda benefit: (
        "measurable" if benefit.is_measurable else "not claimable"
    ),
)
