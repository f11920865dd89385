"""The register of gifts and hospitality: from what worth, the library says."""

from collections.abc import Mapping
from typing import Any, Final

from django.db.models import Q

from placeplan_web.design.words import write_count
from placeplan_web.governance.models import GiftDeclaration, GiftKind, Regime
from placeplan_web.governance.presenters.gift import list_gift_sections
from placeplan_web.governance.queries.gift import list_duties
from placeplan_web.governance.registers.house import House, HouseRegister
from placeplan_web.governance.registers.interest import (
    DECLARED_COLUMN,
    PERMISSIONS,
    POST_COLUMN,
    REGIME_COLUMN,
)
from placeplan_web.programme.registers.ways import make_choice_filter
from placeplan_web.registers.column import Column, Holds
from placeplan_web.registers.kind import Problem, Sort, Values
from placeplan_web.registers.trace_columns import (
    UNASKED_TRACE_COLUMNS,
    find_missing_source,
)


def _name(record: Any) -> str:
    return f"{record.nature}, from {record.donor}"


def _work_out_name(values: Mapping[str, Any]) -> str:
    return f"{values.get('nature') or ''}, from {values.get('donor') or ''}"


def _find_problems(values: Values) -> list[Problem]:
    found = find_missing_source(values.get("status"), values.get("source"))
    given, declared = values.get("given_on"), values.get("declared_on")
    if given and declared and declared < given:
        words = "It cannot be declared before it was given."
        found.append(Problem("declared_on", words))
    return found


def _find_finding(house: House) -> str:
    duties = list_duties()
    if not duties:
        return "Nobody has declared a gift or hospitality yet."
    due = sum(each.declare for each in duties)
    return (
        f"Gifts and hospitality from {write_count(len(duties), 'donor')}; what "
        f"{due or 'none'} of them gave reaches a threshold, all of it taken together."
    )


def _prepare(record: Any, house: House) -> None:
    record.declared_on = house.today
    if len(house.own_posts) == 1:
        record.post_id = house.own_posts[0]


GIFTS: Final = HouseRegister(
    slug="gifts",
    noun="gift",
    nouns="gifts",
    about="Gifts and hospitality, who gave them and what they were worth.",
    model=GiftDeclaration,
    title_column="what",
    columns=(
        Column(name="what", label="What", read=_name, work_out=_work_out_name),
        POST_COLUMN,
        REGIME_COLUMN,
        Column(
            name="kind",
            label="Kind",
            holds=Holds.CHOICE,
            choices=tuple(GiftKind.choices),
            needed=True,
            is_listed=True,
        ),
        Column(
            name="donor",
            label="Who gave it",
            needed=True,
            most=200,
            hint="The firm or body, or what kind of person: no names of people.",
        ),
        Column(
            name="value_pounds",
            label="Worth in pounds",
            holds=Holds.DECIMAL,
            places=2,
            least=0,
            needed=True,
            is_listed=True,
            hint="An estimate will do. Several gifts of one donor count together.",
        ),
        Column(
            name="is_from_supplier",
            label="From a supplier, or one who may become it",
            holds=Holds.YES_NO,
        ),
        Column(name="given_on", label="Given on", holds=Holds.DAY, needed=True),
        DECLARED_COLUMN,
        Column(name="nature", label="What it was", holds=Holds.WORDS, needed=True),
        Column(
            name="business_words",
            label="What the donor has to do with the business of the group",
            holds=Holds.WORDS,
        ),
        *UNASKED_TRACE_COLUMNS,
    ),
    permissions=PERMISSIONS,
    filters=(
        make_choice_filter(
            "kind", "Kind", GiftKind.choices, lambda value: Q(kind=value)
        ),
        make_choice_filter(
            "regime", "Whose rules", Regime.choices, lambda value: Q(regime=value)
        ),
    ),
    sorts=(
        Sort("reference", "Reference", ("reference_order",)),
        Sort("value_pounds", "Worth in pounds", ("value_pounds",), is_backwards=True),
        Sort("declared_on", "Declared on", ("declared_on",), is_backwards=True),
    ),
    search=("donor", "nature", "post__title"),
    related=("post", "post__organisation"),
    find_problems=_find_problems,
    list_sections=list_gift_sections,
    find_finding=_find_finding,
    prepare=_prepare,
)
