"""Whether an item is quorate: at a moment of its meeting, or as it looks beforehand."""

from collections import Counter
from collections.abc import Collection, Mapping
from datetime import datetime

from placeplan.governance.presence import Presence, count_present
from placeplan.governance.quorum import (
    WHOLE,
    Attendance,
    QuorumCheck,
    QuorumRule,
    check_quorum,
)
from placeplan_web.governance.models import (
    AgendaItem,
    Meeting,
    Seat,
    TermsOfReference,
)
from placeplan_web.governance.queries.effect import list_effects
from placeplan_web.governance.queries.standing import list_seats
from placeplan_web.governance.queries.table import Table, lay_table


def list_voting_seats(meeting: Meeting) -> list[Seat]:
    """Give the seats that vote in a meeting, those of deputies among them."""
    seats = list_seats(meeting.group, meeting.held_on, meeting.part)
    return [seat for seat in seats if seat.votes]


def list_stays(meeting: Meeting, seats: list[Seat]) -> list[Presence]:
    """Give who was there and when; a deputy stands in for the seat of another."""
    by_key = {seat.pk: seat for seat in seats}
    return [
        Presence(
            str(by_key[stay.seat_id].deputy_of_id or stay.seat_id),
            stay.joined_at,
            stay.left_at,
            by_key[stay.seat_id].constituency or WHOLE,
            stay.by_video,
            stay.is_substitute or by_key[stay.seat_id].deputy_of_id is not None,
        )
        for stay in meeting.attendances.all()
        if stay.seat_id in by_key
    ]


def count_members(
    seats: list[Seat], terms: TermsOfReference | None
) -> Mapping[str, int]:
    """Count members by constituency.

    The number that terms state counts where it is larger: a seat may not be filled.
    """
    counted = Counter(
        each.constituency or WHOLE for each in seats if not each.deputy_of
    )
    stated = terms.members_stated if terms else None
    if stated and set(counted) <= {WHOLE} and stated > counted[WHOLE]:
        return {WHOLE: stated}
    return dict(counted)


def find_quorum(
    item: AgendaItem, moment: datetime, table: Table | None = None
) -> QuorumCheck:
    """Find whether an item is quorate at a moment, once members have withdrawn."""
    table = table or lay_table(item.meeting)
    terms, seats = table.terms, table.voting
    there = count_present(
        list_stays(item.meeting, seats),
        moment,
        withdrawn=list_withdrawn(item, table),
        substitutes_permitted=bool(terms and terms.substitutes_allowed),
        members=count_members(seats, terms),
    )
    return _check(terms, there)


def list_withdrawn(item: AgendaItem, table: Table) -> set[str]:
    """Give the seats that withdraw from an item by what was declared."""
    effects = list_effects(item, table.voting, table.holders)
    return {str(seat.pk) for seat in table.voting if effects[seat.pk].withdraws}


def project_quorum(
    item: AgendaItem,
    *,
    conflicted: Collection[int] = (),
    absent: Collection[int] = (),
    table: Table | None = None,
) -> QuorumCheck:
    """Find whether an item would be quorate if everybody came, before they meet.

    Parameters
    ----------
    item : AgendaItem
        The item.
    conflicted : collection of int
        Keys of seats that would withdraw.
    absent : collection of int
        Keys of seats that have sent their apologies.
    table : Table or None
        Who sits there, where it is read already.
    """
    table = table or lay_table(item.meeting)
    terms = table.terms
    seats = [each for each in table.voting if not each.deputy_of_id]
    coming = [seat for seat in seats if seat.pk not in absent]
    gone = [seat for seat in coming if seat.pk in conflicted]
    present = Counter(seat.constituency or WHOLE for seat in coming)
    withdrawn = Counter(seat.constituency or WHOLE for seat in gone)
    members = count_members(seats, terms)
    return _check(terms, Attendance(dict(present), dict(withdrawn), members))


def _check(terms: TermsOfReference | None, there: Attendance) -> QuorumCheck:
    rule = terms.make_quorum_rule() if terms else QuorumRule()
    if rule.share is not None and not sum(there.members.values()):
        rule = QuorumRule()  # a share of members of whom none is known
    return check_quorum(rule, there)
