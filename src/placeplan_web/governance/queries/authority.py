"""Whether a group may decide a matter on a day, or only recommend it, and to whom."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Exists, OuterRef, Q

from placeplan.governance.authority import Authority, Matter, Member, find_authority
from placeplan.governance.instrument import Instrument as InstrumentRule
from placeplan.governance.instrument import read_section
from placeplan.periods import Validity
from placeplan_web.design.words import write_day
from placeplan_web.governance.models import (
    AgendaItem,
    Body,
    Group,
    GroupKind,
    Instrument,
    InstrumentState,
    Verb,
)
from placeplan_web.governance.queries.period import has_day, stands_on
from placeplan_web.governance.queries.standing import find_terms, list_seats
from placeplan_web.places.models import Organisation

ANY_MATTER = "any matter"
"""Asked about where nothing names a subject."""


@dataclass(frozen=True, slots=True)
class Powers:
    """A group on a day: its members, what was delegated to it, what its terms cover.

    `over` says that the group has ended or not begun, or that the organisation for
    which it decides by statute has ended; it is empty while both stand.
    """

    group: Group
    members: list[Member]
    instruments: list[Instrument]
    subjects: tuple[str, ...] | None
    over: str = ""


def list_members(group: Group, day: date) -> list[Member]:
    """Give the bodies of a group on a day: those stated, or else those with seats.

    A body that the registry knows to have ended by then delegates nothing any more.
    """
    stated = group.members.filter(stands_on(day)).select_related("body")
    members = [
        Member(each.kind, each.body.slug if each.body else "") for each in stated
    ]
    if not members:
        bodies = [seat.body for seat in list_seats(group, day) if seat.body]
        members = [Member(body.kind, body.slug) for body in bodies]
    ended = _list_ended({each.body for each in members if each.body}, day)
    return [each for each in dict.fromkeys(members) if each.body not in ended]


def _list_ended(slugs: set[str], day: date) -> set[str]:
    """Give those of some bodies whose last period in the registry is over."""
    periods = Organisation.objects.filter(place=OuterRef("place"))
    lasting = periods.filter(Q(ends_on=None) | Q(ends_on__gte=day))
    bodies = Body.objects.filter(Exists(periods), ~Exists(lasting), slug__in=slugs)
    return set(bodies.values_list("slug", flat=True))


def list_instruments(group: Group) -> list[Instrument]:
    """Give what was delegated to a group; what was only intended counts for nothing."""
    made = group.instruments.filter(state=InstrumentState.IN_FORCE, withdrawn_at=None)
    return list(made.prefetch_related("bodies__body"))


def read_instrument(instrument: Instrument) -> InstrumentRule:
    """Give an instrument as the library takes it."""
    bodies = tuple(each.body.slug for each in instrument.bodies.all())
    return InstrumentRule(
        read_section(instrument.section),
        Validity(instrument.starts_on, instrument.ends_on),
        None if instrument.subjects is None else tuple(instrument.subjects),
        instrument.limit_pounds,
        None if instrument.is_for_all_members else bodies,
        instrument.name,
    )


def find_group_authority(
    group: Group, subject: str, day: date, value_pounds: Decimal | None = None
) -> Authority:
    """Find whether a group may decide; where no member is known it may not.

    The governing body of an organisation decides for it, within its own terms.

    Raises
    ------
    placeplan.errors.InputError
        The matter has no subject, or its value is below 0.
    """
    return find_by_powers(read_powers(group, day), subject, day, value_pounds)


def read_powers(group: Group, day: date) -> Powers:
    """Read who belongs to a group and what was delegated to it. Seven queries."""
    terms = find_terms(group, day)
    subjects = terms.subjects if terms else None
    return Powers(
        group,
        list_members(group, day),
        list_instruments(group),
        None if subjects is None else tuple(subjects),
        _say_over(group, day),
    )


def _say_over(group: Group, day: date) -> str:
    """Say why a group does not exist on a day; nothing while it does."""
    if not has_day(group, day):
        return f"This group does not exist on {write_day(day)}, so it decides nothing."
    own = group.body if group.kind == GroupKind.STATUTORY else None
    if own and _list_ended({own.slug}, day):
        return f"{own.name} has ended by {write_day(day)}, so nobody decides for it."
    return ""


def find_by_powers(
    powers: Powers, subject: str, day: date, value_pounds: Decimal | None = None
) -> Authority:
    """Find whether a group may decide, where its powers are read already."""
    matter = Matter(subject, day, value_pounds)
    group = powers.group
    if powers.over:
        source = "Dates of the group and of its organisation"
        return Authority("recommend", (), (powers.over,), source)
    if group.kind == GroupKind.STATUTORY and group.body is not None:
        words = f"It is a body of {group.body.name} itself, and decides for it alone."
        return Authority("decide", (), (words,), "Constitution of the organisation")
    if not powers.members:
        words = (
            f"No organisation is known to belong to this group on {write_day(day)}, so "
            "none can have delegated to it."
        )
        return Authority("recommend", (), (words,), "Terms of reference of the group")
    return find_authority(
        powers.members,
        [read_instrument(each) for each in powers.instruments],
        matter,
        terms=powers.subjects,
    )


def find_item_authority(item: AgendaItem) -> Authority | None:
    """Find what the group of an item may do with it; None without a subject."""
    if not item.subject.strip():
        return None
    return find_group_authority(
        item.meeting.group, item.subject, item.meeting.held_on, item.value_pounds
    )


def may_decide_something(group: Group, day: date) -> bool:
    """Tell whether there is any matter that a group may decide on a day."""
    powers = read_powers(group, day)
    named = [subject for each in powers.instruments for subject in each.subjects or ()]
    return any(
        find_by_powers(powers, subject, day).verb == Verb.DECIDE
        for subject in (*named, *(powers.subjects or ()), ANY_MATTER)
    )


def list_used_instruments(
    group: Group, subject: str, day: date, value_pounds: Decimal | None
) -> list[Instrument]:
    """Give the instruments that cover a matter, for a decision to cite."""
    made = [(each, read_instrument(each)) for each in list_instruments(group)]
    return [
        each for each, rule in made if rule.find_bar(subject, value_pounds, day) is None
    ]
