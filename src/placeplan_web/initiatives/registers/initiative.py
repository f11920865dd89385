"""The register of initiatives; the parts of one are edited on its page."""

from typing import Any, Final

from django.db.models import Q

from placeplan.demand.initiative_inputs import INITIATIVES
from placeplan.tables import STATUSES
from placeplan_web.design.words import write_count
from placeplan_web.initiatives.models import Draft, Initiative
from placeplan_web.initiatives.models.initiative import HEADING_WORDS, MOST_SLUG
from placeplan_web.initiatives.presenters.part import list_sections, write_part
from placeplan_web.initiatives.queries.table import PARTS, name_part
from placeplan_web.registers.column import Column, Holds
from placeplan_web.registers.kind import (
    Filter,
    Permissions,
    Problem,
    RegisterKind,
    Sort,
)
from placeplan_web.registers.models import RecordStatus

PERMISSIONS: Final = Permissions(
    read="initiatives.read_draft",
    add="initiatives.change_draft",
    import_="initiatives.change_draft",
    change="initiatives.change_draft",
    withdraw="initiatives.change_draft",
    why_not_read="This draft is private to its owner and their organisation. If you "
    "are one of them, sign in.",
    why_not="Whoever opened a draft changes it; that of the example is kept by staff. "
    "Open a draft of your own from the same plan folder.",
)
PLACES: Final = 6
_ABOUT: Final = {column.name: column.about for column in INITIATIVES.columns}
_STATUS_WORDS: Final = tuple((status, status.capitalize()) for status in STATUSES)


def _list_themes(draft: Draft) -> list[tuple[str, str]]:
    themes = draft.initiatives.order_by("theme").values_list("theme", flat=True)
    return [
        (theme, theme.replace("-", " ").capitalize()) for theme in themes.distinct()
    ]


def _make_part_column(contract: Any) -> Column:
    """Tell what a part says in words: so its history and any past day show it."""
    return Column(
        name=name_part(contract),
        label=name_part(contract).capitalize(),
        holds=Holds.WORDS,
        read=lambda record: write_part(contract, record.rows.get(contract.name, ())),
    )


def _use_plan_status(record: Any, _draft: Draft) -> None:
    record.status = RecordStatus.ILLUSTRATIVE


def _say_how_many(draft: Draft) -> str:
    in_use = draft.initiatives.filter(withdrawn_at__isnull=True).count()
    return f"{write_count(in_use, 'initiative')} in use, of {draft.name}."


REGISTER: Final = RegisterKind(
    slug="initiatives",
    noun="initiative",
    nouns="initiatives",
    about="What the plan changes, who owns it, and how likely it is to happen.",
    model=Initiative,
    scope_field="draft",
    columns=(
        Column(name="name", label="Name", needed=True, most=200),
        Column(
            name="id",
            field="slug",
            label="Id in the plan",
            needed=True,
            most=MOST_SLUG,
            hint=_ABOUT["id"],
        ),
        Column(
            name="heading",
            label="Strategic heading",
            holds=Holds.CHOICE,
            choices=HEADING_WORDS,
            needed=True,
            is_listed=True,
            in_bulk=True,
        ),
        Column(
            name="theme",
            label="Theme",
            needed=True,
            most=80,
            hint=_ABOUT["theme"],
            is_listed=True,
            in_bulk=True,
        ),
        Column(
            name="planning_level",
            label="Planning level",
            holds=Holds.WHOLE,
            least=0,
            most=9,
            hint=_ABOUT["planning_level"],
            empty="all levels",
            is_listed=True,
            in_bulk=True,
        ),
        Column(
            name="owner",
            label="Owner",
            needed=True,
            most=200,
            hint=_ABOUT["owner"],
            is_listed=True,
            in_bulk=True,
        ),
        Column(
            name="delivery_share",
            label="Delivery probability",
            holds=Holds.DECIMAL,
            least=0,
            most=1,
            places=PLACES,
            is_share=True,
            needed=True,
            hint="From 0 to 1. " + _ABOUT["delivery_share"],
            is_listed=True,
        ),
        *(_make_part_column(contract) for contract in PARTS),
        Column(
            name="status",
            label="Status",
            holds=Holds.CHOICE,
            choices=_STATUS_WORDS,
            needed=True,
            hint="How far it can be trusted: what nobody published is illustrative.",
            in_bulk=True,
        ),
        Column(
            name="source",
            label="Source",
            needed=True,
            most=80,
            hint=_ABOUT["source"],
            in_bulk=True,
        ),
    ),
    permissions=PERMISSIONS,
    filters=(
        Filter(
            "heading",
            "Strategic heading",
            lambda _draft: HEADING_WORDS,
            lambda value: Q(heading=value),
        ),
        Filter("theme", "Theme", _list_themes, lambda value: Q(theme=value)),
    ),
    sorts=(
        Sort("reference", "Reference", ("reference_order",)),
        Sort("name", "Name", ("name",)),
        Sort("owner", "Owner", ("owner",)),
        Sort("delivery_share", "Delivery probability", ("delivery_share",), True),
    ),
    search=("name", "slug", "owner"),
    title_column="name",
    constraint_problems={
        "initiative_id_is_unique_in_its_draft": Problem(
            "id", "Another initiative of this draft has the id. Choose another one."
        ),
    },
    list_sections=list_sections,
    in_sections=frozenset(name_part(contract) for contract in PARTS),
    find_finding=_say_how_many,
    prepare=_use_plan_status,
)
