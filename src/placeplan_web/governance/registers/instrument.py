"""Delegation instruments: by what, for what and until when bodies delegate."""

from typing import Any, Final

from django.db.models import Count, Q
from django.utils import timezone

from placeplan_web.design.words import write_count
from placeplan_web.governance.models import Instrument, InstrumentState
from placeplan_web.governance.presenters.instrument import list_instrument_sections
from placeplan_web.governance.queries.period import stands_on
from placeplan_web.governance.registers.house import House, HouseRegister
from placeplan_web.governance.registers.kept import (
    GROUP_COLUMN,
    PERMISSIONS,
    make_group_filter,
    see_groups,
)
from placeplan_web.governance.registers.words_column import WordsColumn
from placeplan_web.programme.registers.order import find_disorder
from placeplan_web.programme.registers.ways import make_choice_filter
from placeplan_web.registers.column import Column, Holds
from placeplan_web.registers.kind import Problem, Sort, Values
from placeplan_web.registers.trace_columns import TRACE_COLUMNS, find_missing_source


def _find_problems(values: Values) -> list[Problem]:
    found = find_missing_source(values.get("status"), values.get("source"))
    return [*found, *find_disorder(values, "starts_on", "ends_on")]


def _describe_state(record: Any) -> str:
    if record.state == InstrumentState.INTENDED:
        return "intended"
    today = timezone.localdate()
    if record.starts_on and record.starts_on > today:
        return "not yet"
    return "ended" if record.ends_on and record.ends_on < today else "in force"


def _find_finding(house: House) -> str:
    made = Q(state=InstrumentState.IN_FORCE)
    counted = Instrument.objects.filter(see_groups(house), withdrawn_at=None).aggregate(
        all=Count("pk"),
        force=Count("pk", filter=made & stands_on(house.today)),
        meant=Count("pk", filter=~made),
        bound=Count("pk", filter=Q(limit_pounds__isnull=False)),
    )
    if not counted["all"]:
        return "Nobody has delegated anything: every group can only recommend."
    said = write_count(counted["all"], "instrument")
    verb = "has" if counted["bound"] == 1 else "have"
    return (
        f"{said}: {counted['force'] or 'none'} in force, "
        f"{counted['meant'] or 'none'} only intended; {counted['bound'] or 'none'} "
        f"{verb} a limit in pounds."
    )


INSTRUMENTS: Final = HouseRegister(
    slug="instruments",
    noun="delegation",
    nouns="delegations",
    about="What bodies let a group decide, and up to what value.",
    model=Instrument,
    title_column="name",
    narrow_to=see_groups,
    columns=(
        Column(name="name", label="Instrument", needed=True, most=200),
        GROUP_COLUMN,
        Column(
            name="state",
            label="Made or meant",
            holds=Holds.CHOICE,
            choices=tuple(InstrumentState.choices),
            needed=True,
            is_listed=True,
            hint="What is only intended lets nobody decide.",
        ),
        Column(
            name="section",
            label="Section of the law",
            most=40,
            hint="Such as section 65Z5; empty where the instrument names none.",
        ),
        WordsColumn(
            name="subjects",
            label="Subjects",
            is_listed=True,
            hint="With semicolons between, such as Stroke; Cancer. Empty for all.",
        ),
        Column(
            name="limit_pounds",
            label="Limit in pounds",
            holds=Holds.DECIMAL,
            places=2,
            least=0,
            is_listed=True,
        ),
        Column(name="starts_on", label="In force from", holds=Holds.DAY),
        Column(name="ends_on", label="In force until", holds=Holds.DAY),
        Column(
            name="is_for_all_members",
            label="From every member of the group",
            holds=Holds.YES_NO,
        ),
        Column(name="text", label="In its own words", holds=Holds.WORDS),
        *TRACE_COLUMNS,
    ),
    permissions=PERMISSIONS,
    filters=(
        make_group_filter(Instrument),
        make_choice_filter(
            "made",
            "Made or meant",
            InstrumentState.choices,
            lambda value: Q(state=value),
        ),
    ),
    sorts=(
        Sort("reference", "Reference", ("reference_order",)),
        Sort("name", "Instrument", ("name",)),
        Sort("limit_pounds", "Limit in pounds", ("limit_pounds",), is_backwards=True),
    ),
    search=("name", "text", "section"),
    related=("group",),
    find_problems=_find_problems,
    list_sections=list_instrument_sections,
    describe_state=_describe_state,
    find_finding=_find_finding,
)
