"""One group as it stood on a day: its terms, authority, seats and meetings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from placeplan.governance.authority import Authority, Matter, find_authority
from placeplan_web.governance.models import (
    Body,
    Group,
    GroupAlias,
    GroupKind,
    GroupLink,
    Instrument,
    InstrumentState,
    Meeting,
    Seat,
    SeatHolding,
    TermsOfReference,
)
from placeplan_web.governance.queries.authority import (
    ANY_MATTER,
    find_group_authority,
    list_members,
    read_instrument,
)
from placeplan_web.governance.queries.group_list import name_on
from placeplan_web.governance.queries.standing import list_holders, list_seats
from placeplan_web.places.models import Post


@dataclass(frozen=True)
class GroupView:
    """A group and all that is known of it for a day."""

    group: Group
    day: date
    name: str
    aliases: Sequence[GroupAlias]
    versions: Sequence[TermsOfReference]
    terms: TermsOfReference | None
    instruments: Sequence[Instrument]
    authorities: Mapping[str, Authority]
    body_names: Mapping[str, str]
    seats: Sequence[Seat]
    holders: Mapping[int, Post]
    meetings: Sequence[Meeting]
    links: Sequence[GroupLink]
    linked_by: Sequence[GroupLink]
    all_seats: Sequence[Seat]
    holdings: Sequence[SeatHolding]


def is_in_force(version: TermsOfReference, day: date) -> bool:
    return version.starts_on <= day and (
        version.ends_on is None or version.ends_on >= day
    )


def find_group(slug: str) -> Group | None:
    """Find a group that an address names; withdrawn ones are found by nobody."""
    groups = Group.objects.select_related("body", "part_of")
    named = groups.prefetch_related("aliases")
    return named.filter(slug=slug, withdrawn_at=None).first()


def read_group(group: Group, day: date, asked: str = "") -> GroupView:
    """Read all that the page of a group shows, with authority for each subject."""
    made = group.instruments.filter(withdrawn_at=None)
    instruments = list(made.prefetch_related("bodies__body"))
    versions = list(group.terms.filter(withdrawn_at=None))
    terms = next((each for each in versions if is_in_force(each, day)), None)
    subjects = [asked] if asked else list_subjects(instruments, terms)
    seats = list_seats(group, day)
    links = group.links.select_related("other").prefetch_related("other__aliases")
    others = group.linked_by.select_related("group").prefetch_related("group__aliases")
    return GroupView(
        *(group, day, name_on(group, day), list(group.aliases.all())),
        *(versions, terms, instruments),
        *_find_authorities(group, day, subjects, instruments, terms),
        *(seats, list_holders(seats, day)),
        list(group.meetings.filter(withdrawn_at=None).select_related("part")),
        *(list(links), list(others)),
        *_read_seat_history(group, day),
    )


def _read_seat_history(group: Group, day: date) -> tuple[list[Seat], list[SeatHolding]]:
    """Give every seat that there had been by a day, and the posts that had had it."""
    begun = Q(starts_on__isnull=True) | Q(starts_on__lte=day)
    seats = list(group.seats.filter(begun, withdrawn_at=None))
    held = SeatHolding.objects.filter(seat__in=seats, starts_on__lte=day)
    return seats, list(held.select_related("post"))


def list_subjects(
    instruments: Sequence[Instrument], terms: TermsOfReference | None
) -> list[str]:
    """List what instruments and terms name, delegated or only meant to be."""
    named = [subject for each in instruments for subject in each.subjects or ()]
    named += (terms.subjects or []) if terms else []
    unique = {each.casefold(): each for each in reversed(named)}
    return sorted(unique.values(), key=named.index) or [ANY_MATTER]


def _find_authorities(
    group: Group,
    day: date,
    subjects: Sequence[str],
    instruments: Sequence[Instrument],
    terms: TermsOfReference | None,
) -> tuple[Mapping[str, Authority], Mapping[str, str]]:
    """Ask the library for each subject; bodies and instruments are read once.

    With it come the names of the bodies, which the library knows by their ids.
    """
    members = list_members(group, day)
    if not members or (group.kind == GroupKind.STATUTORY and group.body):
        found = {each: find_group_authority(group, each, day) for each in subjects}
        return found, {}
    in_use = InstrumentState.IN_FORCE
    rules = [read_instrument(each) for each in instruments if each.state == in_use]
    covered = None if terms is None or terms.subjects is None else tuple(terms.subjects)
    found = {
        each: find_authority(members, rules, Matter(each, day), terms=covered)
        for each in subjects
    }
    bodies = Body.objects.filter(slug__in=[each.body for each in members])
    return found, dict(bodies.values_list("slug", "name"))
