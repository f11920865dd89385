"""The register of interests: declared, changed, ended; sensitive ones kept back."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any, Final

from django.db.models import Count, Q
from django.utils import timezone

from placeplan.governance.interest import list_interest_kinds
from placeplan_web.design.words import write_count
from placeplan_web.governance.models import Interest, Regime
from placeplan_web.governance.presenters.interest import list_interest_sections
from placeplan_web.governance.registers.house import (
    BODY_LINK,
    POST_LINK,
    House,
    HouseRegister,
)
from placeplan_web.governance.registers.words_column import WordsColumn
from placeplan_web.programme.registers.order import find_disorder
from placeplan_web.programme.registers.ways import make_choice_filter
from placeplan_web.registers.column import Column, Holds
from placeplan_web.registers.kind import Permissions, Problem, Sort, Values
from placeplan_web.registers.trace_columns import (
    UNASKED_TRACE_COLUMNS,
    find_missing_source,
)

YEAR: Final = timedelta(days=365)
NIL: Final = "Nothing to declare"
KINDS: Final[Mapping[str, str]] = {
    **list_interest_kinds(Regime.LOCALISM_ACT),
    **list_interest_kinds(Regime.NHS),
}
PERMISSIONS: Final = Permissions(
    read="governance.read_register",
    add="governance.add_declaration",
    import_="governance.import_declarations",
    change="governance.change_declaration",
    withdraw="governance.change_declaration",
    why_not="Whoever holds a post declares for it; a monitoring officer may for all. "
    "Ask the committee officer if you should.",
)
POST_COLUMN: Final = Column(
    name="post",
    label="Post",
    holds=Holds.LINK,
    link=POST_LINK,
    needed=True,
    is_listed=True,
    hint="The post you hold. The register names posts, never people.",
)
REGIME_COLUMN: Final = Column(
    name="regime",
    label="Whose rules",
    holds=Holds.CHOICE,
    choices=tuple(Regime.choices),
    needed=True,
    hint="Councils go by the Localism Act 2011, bodies of the NHS by its guidance.",
)
DECLARED_COLUMN: Final = Column(
    name="declared_on",
    label="Declared on",
    holds=Holds.DAY,
    needed=True,
    is_listed=True,
)


def see(house: House) -> Q:
    """Hold for what a reader sees: all but the sensitive interests of others."""
    if house.sees_all:
        return Q()
    return Q(is_sensitive=False) | Q(post__in=house.own_posts)


def shows_version(house: House, version: Any) -> bool:
    """Tell whether a reader sees a version: what was sensitive once stays so."""
    own = version.post_id in house.own_posts
    return house.sees_all or own or not version.is_sensitive


def _name(record: Any) -> str:
    return NIL if record.is_nil else str(record.nature)


def _work_out_name(values: Mapping[str, Any]) -> str:
    return NIL if values.get("is_nil") else str(values.get("nature") or "")


def _find_problems(values: Values) -> list[Problem]:
    found = find_missing_source(values.get("status"), values.get("source"))
    found += find_disorder(values, "starts_on", "ends_on")
    kind, regime = values.get("kind"), values.get("regime")
    if values.get("is_nil"):
        told = [name for name in ("kind", "nature") if values.get(name)]
        words = "Leave it empty: you said that there is nothing to declare."
        return [*found, *(Problem(name, words) for name in told)]
    if not kind:
        found.append(Problem("kind", "Choose what kind of interest it is."))
    elif regime and kind not in list_interest_kinds(regime):
        known = ", ".join(list_interest_kinds(regime).values())
        found.append(Problem("kind", f"These rules know: {known}."))
    if not values.get("nature"):
        found.append(Problem("nature", "Say what the interest is."))
    return found


def _describe_state(record: Any) -> str:
    if record.ends_on and record.ends_on < timezone.localdate():
        return "ended"
    return "sensitive" if record.is_sensitive else "stands"


def _find_finding(house: House) -> str:
    old = house.today - YEAR
    counted = Interest.objects.filter(see(house), withdrawn_at=None).aggregate(
        all=Count("pk"),
        posts=Count("post", distinct=True),
        nil=Count("pk", filter=Q(is_nil=True)),
        old=Count("pk", filter=Q(declared_on__lt=old, ends_on=None)),
    )
    if not counted["all"]:
        return "Nobody has declared anything yet: a register without nil returns."
    said = write_count(counted["all"], "declaration")
    of = write_count(counted["posts"], "post")
    return (
        f"{said} of {of}, {counted['nil'] or 'none'} of them that there is nothing; "
        f"{counted['old'] or 'none'} {'is' if counted['old'] == 1 else 'are'} older "
        "than a year."
    )


def _prepare(record: Any, house: House) -> None:
    record.declared_on = house.today
    own = house.own_posts
    if len(own) == 1:
        record.post_id = own[0]


INTERESTS: Final = HouseRegister(
    slug="interests",
    noun="interest",
    nouns="interests",
    about="What whoever holds a post has to declare, by the rules of the day.",
    model=Interest,
    title_column="what",
    narrow_to=see,
    columns=(
        Column(name="what", label="Interest", read=_name, work_out=_work_out_name),
        POST_COLUMN,
        REGIME_COLUMN,
        Column(
            name="is_nil",
            label="Nothing to declare",
            holds=Holds.YES_NO,
            hint="Yes for a nil return: it counts as a declaration.",
        ),
        Column(
            name="kind",
            label="Kind",
            holds=Holds.CHOICE,
            choices=tuple(KINDS.items()),
            is_listed=True,
        ),
        Column(
            name="nature",
            label="What it is",
            holds=Holds.WORDS,
            hint="No names of people. It is published, unless it is sensitive.",
        ),
        WordsColumn(
            name="tags",
            label="Subjects it touches",
            hint="With semicolons between, such as stroke; Margate. Items of an agenda "
            "with one of them are matched to it.",
        ),
        Column(name="body", label="Organisation", holds=Holds.LINK, link=BODY_LINK),
        Column(name="supplier", label="Supplier", most=200),
        DECLARED_COLUMN,
        Column(name="starts_on", label="From", holds=Holds.DAY),
        Column(
            name="ends_on",
            label="Ended on",
            holds=Holds.DAY,
            is_listed=True,
            hint="It stays in the register after that, and counts no more.",
        ),
        Column(
            name="is_sensitive",
            label="Sensitive",
            holds=Holds.YES_NO,
            hint="Yes where telling it could lead to violence or intimidation: it is "
            "left out of the public copy (Localism Act 2011, section 32).",
        ),
        *UNASKED_TRACE_COLUMNS,
    ),
    permissions=PERMISSIONS,
    filters=(
        make_choice_filter(
            "regime", "Whose rules", Regime.choices, lambda value: Q(regime=value)
        ),
        make_choice_filter(
            "copy",
            "Copy",
            (("public", "The public copy"), ("sensitive", "Sensitive alone")),
            lambda value: Q(is_sensitive=value == "sensitive"),
        ),
    ),
    sorts=(
        Sort("reference", "Reference", ("reference_order",)),
        Sort("post", "Post", ("post__title",)),
        Sort("declared_on", "Declared on", ("declared_on",), is_backwards=True),
    ),
    search=("nature", "post__title", "supplier"),
    related=("post", "post__organisation", "body"),
    find_problems=_find_problems,
    list_sections=list_interest_sections,
    describe_state=_describe_state,
    find_finding=_find_finding,
    shows_version=shows_version,
    prepare=_prepare,
)
