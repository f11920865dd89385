"""Put a motion to the vote; refuse who may not vote, and an item without a quorum."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction

from placeplan.governance.quorum import QuorumCheck
from placeplan.governance.vote import VoteResult, Votes, count_vote, find_consensus
from placeplan_web.governance.models import (
    AgendaItem,
    Attendance,
    Ballot,
    Choice,
    ItemState,
    Majority,
    Meeting,
    MeetingState,
    Seat,
    TermsOfReference,
    Vote,
)
from placeplan_web.governance.operations.moment import (
    lock_item,
    lock_meeting,
    need_under_way,
)
from placeplan_web.governance.queries.effect import list_effects
from placeplan_web.governance.queries.quorum import (
    count_members,
    find_quorum,
    list_voting_seats,
)
from placeplan_web.governance.queries.standing import find_terms, list_holders
from placeplan_web.places.models import Post
from placeplan_web.programme.operations.refusal import need_words, refuse_in_words
from placeplan_web.registers.operations import append_row

Choices = Mapping[Seat, Choice]


def hold_vote(
    *,
    by: UUID | str,
    item: AgendaItem,
    motion: str,
    choices: Choices,
    at: datetime,
    casting: str = "",
) -> Vote:
    """Count a vote on an open item and keep it as it was cast, seat by seat.

    The quorum is that of the item at this moment: whoever has left, or must withdraw,
    does not count.

    Parameters
    ----------
    choices : mapping of Seat to Choice
        How each seat voted. Seats that are there and missing here did not vote.
    casting : str
        How the chair used a second vote in a tie: ``for``, ``against`` or empty.

    Raises
    ------
    django.core.exceptions.ValidationError
        The item is not open or not quorate; a seat that is not there, has no vote, or
        may not vote for an interest; a casting vote that the terms do not give.
    """
    need_words(motion, "motion", "Say what is put to the vote.")
    with transaction.atomic():
        meeting = lock_meeting(item.meeting, (MeetingState.OPEN,))
        need_under_way(meeting, at)
        held = lock_item(item, (ItemState.OPEN, ItemState.INQUORATE))
        quorum = need_quorum(held, at)
        terms = find_terms(meeting.group, meeting.held_on)
        able = list_able(held, at)
        _check_voters(held, able, choices)
        votes, result = _count(terms, meeting, able, choices, casting)
        row = Vote(
            item=held,
            motion=motion.strip(),
            **_describe(terms),
            **_describe_count(votes, result),
            **_describe_quorum(quorum),
        )
        vote = append_row(by=by, row=row, at=at, verb="vote")
        _keep_ballots(by, vote, choices, list_posts_there(meeting, at), at)
    return vote


def _keep_ballots(
    by: UUID | str,
    vote: Vote,
    choices: Choices,
    posts: Mapping[int, Post],
    at: datetime,
) -> None:
    for seat, choice in choices.items():
        ballot = Ballot(vote=vote, seat=seat, post=posts.get(seat.pk), choice=choice)
        append_row(by=by, row=ballot, at=at, verb="cast")


def need_quorum(item: AgendaItem, at: datetime) -> QuorumCheck:
    """Refuse to go on where an item is not quorate; where none is stated, say so."""
    quorum = find_quorum(item, at)
    if quorum.quorate is False:
        raise ValidationError({"item": list(quorum.reasons)}, code=quorum.state)
    return quorum


def list_able(item: AgendaItem, at: datetime) -> list[Seat]:
    """Give the seats that are there at a moment and may vote on an item.

    A deputy votes while the one it stands in for is away, where terms allow it.
    """
    meeting = item.meeting
    seats = list_voting_seats(meeting)
    effects = list_effects(item, seats)
    stays = meeting.attendances.filter(seat__isnull=False)
    there = {stay.seat_id for stay in stays if is_there(stay, at)}
    terms = find_terms(meeting.group, meeting.held_on)
    substitutes = bool(terms and terms.substitutes_allowed)
    return [
        seat
        for seat in seats
        if seat.pk in there
        and effects[seat.pk].vote
        and (
            seat.deputy_of_id is None
            or (substitutes and seat.deputy_of_id not in there)
        )
    ]


def list_posts_there(meeting: Meeting, at: datetime) -> Mapping[int, Post]:
    """Give, for the key of each seat, the post that sits there at a moment."""
    found = dict(list_holders(list_voting_seats(meeting), meeting.held_on))
    stays = meeting.attendances.filter(seat__isnull=False).select_related("post")
    for stay in stays:
        if stay.seat_id and stay.post and is_there(stay, at):
            found[stay.seat_id] = stay.post
    return found


def is_there(stay: Attendance, at: datetime) -> bool:
    """Tell whether a stay holds at a moment; that of its end is no part of it."""
    return stay.joined_at <= at and (stay.left_at is None or at < stay.left_at)


def _check_voters(item: AgendaItem, able: list[Seat], choices: Choices) -> None:
    allowed = {seat.pk for seat in able}
    seats = list(choices)
    effects = list_effects(item, seats)
    problems = []
    for seat in seats:
        if seat.pk in allowed:
            continue
        if not effects[seat.pk].vote:
            why = " ".join(effects[seat.pk].reasons)
            problems.append(f"{seat.title} may not vote on this item. {why}")
        elif not seat.votes:
            problems.append(f"{seat.title} has no vote.")
        else:
            problems.append(f"{seat.title} is not there, or another votes instead.")
    if problems:
        raise ValidationError({"choices": problems})


def _count(
    terms: TermsOfReference | None,
    meeting: Meeting,
    able: list[Seat],
    choices: Choices,
    casting: str,
) -> tuple[Votes, VoteResult]:
    if casting and not (terms and terms.has_casting_vote):
        raise ValidationError({"casting": "The terms give the chair no casting vote."})
    cast = [Choice(choice) for choice in choices.values()]
    seats = [seat for seat in list_voting_seats(meeting) if not seat.deputy_of]
    members = sum(count_members(seats, terms).values())
    with refuse_in_words("casting"):
        votes = Votes(
            cast.count(Choice.FOR),
            cast.count(Choice.AGAINST),
            cast.count(Choice.ABSTAIN),
            len(able),
            max(members, len(able)),
            casting,
        )
        if casting and votes.in_favour != votes.against:
            raise ValidationError({"casting": "It is no tie."})
        if terms and terms.majority == Majority.CONSENSUS:
            return votes, _seek_consensus(votes, choices)
        settled = terms if terms and terms.majority else None
        result = count_vote(
            votes,
            settled.majority if settled else Majority.SIMPLE,
            share=settled.majority_share if settled else None,
            of=(settled.majority_of or None) if settled else None,  # type: ignore[arg-type] # one of Counted
        )
    return votes, result


def _seek_consensus(votes: Votes, choices: Choices) -> VoteResult:
    against = [seat.title for seat, how in choices.items() if how == Choice.AGAINST]
    found = find_consensus((), against)
    carried = found.state != "no_consensus" and votes.in_favour > 0
    tied = votes.in_favour == votes.against
    return VoteResult(carried, tied, votes.in_favour + votes.against, found.reasons)


def _describe(terms: TermsOfReference | None) -> dict[str, Any]:
    if terms is None or not terms.majority:
        return {"majority": Majority.SIMPLE}
    share = terms.majority_share
    return {
        "majority": terms.majority,
        "majority_share": str(share) if share else "",
        "majority_of": terms.majority_of,
    }


def _describe_count(votes: Votes, result: VoteResult) -> dict[str, Any]:
    return {
        "in_favour": votes.in_favour,
        "against": votes.against,
        "abstained": votes.abstained,
        "present": votes.present or 0,
        "members": votes.members or 0,
        "casting": votes.casting,
        "is_carried": result.carried,
        "is_tied": result.tied,
        "needed": result.needed,
        "result_reasons": list(result.reasons),
    }


def _describe_quorum(quorum: QuorumCheck) -> dict[str, Any]:
    return {
        "quorum_state": quorum.state,
        "quorum_counted": dict(quorum.counted),
        "quorum_needed": dict(quorum.needed),
    }
