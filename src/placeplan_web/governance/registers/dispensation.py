"""The register of dispensations: leave to take part in spite of an interest."""

from collections.abc import Mapping
from typing import Any, Final

from django.db.models import Count, Q, QuerySet
from django.urls import reverse
from django.utils import timezone

from placeplan_web.design.words import write_count
from placeplan_web.governance.models import Dispensation, Interest, Regime, Staying
from placeplan_web.governance.registers.house import SLUG, House, HouseRegister
from placeplan_web.governance.registers.interest import see as see_interests
from placeplan_web.programme.registers.links import list_posts, write_post
from placeplan_web.programme.registers.order import find_disorder
from placeplan_web.registers.column import Column, Holds, Link
from placeplan_web.registers.kind import Permissions, Problem, Sort, Values
from placeplan_web.registers.trace_columns import TRACE_COLUMNS, find_missing_source

PERMISSIONS: Final = Permissions(
    read="governance.read_register",
    add="governance.keep_dispensation",
    import_="governance.import_declarations",
    change="governance.change_dispensation",
    withdraw="governance.change_dispensation",
    why_not="Committee officers and monitoring officers record what was granted, and "
    "nobody for a post of their own. Ask one of them.",
)


def _list_posts(house: House) -> QuerySet[Any]:
    """Give the posts for which a reader may record one: never their own."""
    posts: QuerySet[Any] = list_posts(None)  # type: ignore[arg-type] # it looks at no scope
    return posts.exclude(pk__in=house.own_posts)


def _list_interests(house: House) -> QuerySet[Any]:
    known = Interest.objects.filter(see_interests(house), is_nil=False)
    found: QuerySet[Any] = known.filter(withdrawn_at=None).select_related("post")
    return found


def _write_interest(interest: Interest) -> str:
    return f"{interest.reference} {interest.post.title}: {interest.nature}"[:120]


def _find_interest_href(_house: House, interest: Interest) -> str:
    parts = {"scope": SLUG, "register": "interests", "reference": interest.reference}
    return reverse("governance:record", kwargs=parts)


def see_dispensations(house: House) -> Q:
    """Hold for all but those for the sensitive interests of others."""
    if house.sees_all:
        return Q()
    is_open = Q(interest=None) | Q(interest__is_sensitive=False)
    return is_open | Q(post__in=house.own_posts)


def _find_problems(values: Values) -> list[Problem]:
    found = find_missing_source(values.get("status"), values.get("source"))
    found += find_disorder(values, "granted_on", "expires_on")
    stay = values.get("stay")
    takes_part = values.get("may_speak") or values.get("may_vote")
    if not takes_part and stay in (None, Staying.NO):
        words = "It allows nothing. Say what it allows: to speak, vote or stay."
        found.append(Problem("may_speak", words))
    if values.get("may_vote") and stay != Staying.YES:
        found.append(Problem("stay", "Whoever votes stays: choose Stay."))
    return [*found, *_find_interest_problems(values)]


def _find_interest_problems(values: Values) -> list[Problem]:
    known = Interest.objects.select_related("post__organisation")
    interest = known.filter(reference=values.get("interest")).first()
    if interest is None:
        return []
    if write_post(interest.post) != values.get("post"):
        words = "This is an interest of another post. Choose one of this post."
        return [Problem("interest", words)]
    if interest.regime != Regime.LOCALISM_ACT:
        words = (
            "The NHS rules know no dispensation: the chair of the meeting rules on the "
            "item instead."
        )
        return [Problem("interest", words)]
    return []


def _describe_state(record: Any) -> str:
    today = timezone.localdate()
    if record.granted_on > today:
        return "not yet"
    return "expired" if record.expires_on and record.expires_on < today else "holds"


def _find_finding(house: House) -> str:
    holds = Q(granted_on__lte=house.today) & (
        Q(expires_on=None) | Q(expires_on__gte=house.today)
    )
    rows = Dispensation.objects.filter(see_dispensations(house), withdrawn_at=None)
    counted: Mapping[str, int] = rows.aggregate(
        all=Count("pk"),
        held=Count("pk", filter=holds),
        vote=Count("pk", filter=holds & Q(may_vote=True)),
    )
    if not counted["all"]:
        return "Nobody has been granted a dispensation: every interest has its effect."
    said = write_count(counted["all"], "dispensation")
    held = counted["held"] or "none"
    verb = "lets" if counted["vote"] == 1 else "let"
    return (
        f"{said}, {held} in force today; {counted['vote'] or 'none'} {verb} a "
        "member vote."
    )


def _prepare(record: Any, house: House) -> None:
    record.granted_on = house.today


DISPENSATIONS: Final = HouseRegister(
    slug="dispensations",
    noun="dispensation",
    nouns="dispensations",
    about="Leave to take part in spite of an interest, granted before the meeting.",
    model=Dispensation,
    title_column="scope",
    narrow_to=see_dispensations,
    columns=(
        Column(
            name="scope",
            label="For what",
            holds=Holds.WORDS,
            needed=True,
            is_listed=True,
            hint="The interest or the subject, as it was granted.",
        ),
        Column(
            name="post",
            label="Post",
            holds=Holds.LINK,
            link=Link(_list_posts, write_post, write_post),
            needed=True,
            is_listed=True,
            hint="Whose interest it is: never a post of your own.",
        ),
        Column(
            name="interest",
            label="Interest in the register",
            holds=Holds.LINK,
            link=Link(
                _list_interests,
                lambda interest: str(interest.reference),
                _write_interest,
                _find_interest_href,
            ),
            hint="Then its effect shows on every item that the interest touches. "
            "Without one it counts when whoever declares names it.",
        ),
        Column(
            name="granted_by",
            label="Granted by",
            needed=True,
            most=200,
            is_listed=True,
            hint="Such as the Standards Committee or the Monitoring Officer.",
        ),
        Column(
            name="granted_on",
            label="Granted on",
            holds=Holds.DAY,
            needed=True,
            hint="It counts for meetings from this day on.",
        ),
        Column(name="expires_on", label="Last day", holds=Holds.DAY, is_listed=True),
        Column(name="may_speak", label="May speak", holds=Holds.YES_NO),
        Column(name="may_vote", label="May vote", holds=Holds.YES_NO),
        Column(
            name="stay",
            label="Staying in the room",
            holds=Holds.CHOICE,
            choices=tuple(Staying.choices),
            needed=True,
        ),
        *TRACE_COLUMNS,
    ),
    permissions=PERMISSIONS,
    sorts=(
        Sort("reference", "Reference", ("reference_order",)),
        Sort("granted_on", "Granted on", ("granted_on",), is_backwards=True),
        Sort("post", "Post", ("post__title",)),
    ),
    search=("scope", "granted_by", "post__title"),
    related=("post", "post__organisation", "interest", "interest__post"),
    find_problems=_find_problems,
    describe_state=_describe_state,
    find_finding=_find_finding,
    prepare=_prepare,
)
