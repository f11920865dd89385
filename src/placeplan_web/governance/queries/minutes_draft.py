"""The first draft of minutes, in Markdown: what happened, from the records of it."""

from collections.abc import Iterable

from placeplan_web.design.words import write_day, write_hour
from placeplan_web.governance.models import (
    Action,
    AgendaItem,
    Decision,
    Declaration,
    Meeting,
    MinutesPart,
    PartPlace,
    Staying,
    Vote,
)
from placeplan_web.governance.queries.standing import list_holders, list_seats


def write_draft(meeting: Meeting) -> list[MinutesPart]:
    """Write who was there, what was declared, how they voted and what they settled.

    The parts are not saved, and belong to no minutes yet.
    """
    opening = [
        f"# {meeting.group.name}: minutes of {meeting.held_on:%-d %B %Y}",
        *_write_notice(meeting),
        "## Attendance",
        *_write_attendance(meeting),
    ]
    parts = [MinutesPart(place=PartPlace.OPENING, text="\n\n".join(opening))]
    for item in meeting.items.filter(withdrawn_at=None):
        said = [f"## {item.number}. {item.title}", *_write_item(item)]
        text = "\n\n".join(said).strip()
        parts.append(MinutesPart(place=PartPlace.ITEM, item=item, text=text))
    return [*parts, MinutesPart(place=PartPlace.CLOSING)]


def _write_notice(meeting: Meeting) -> Iterable[str]:
    if meeting.urgency_reason:
        yield f"Taken at short notice, because: {meeting.urgency_reason}"


def _write_attendance(meeting: Meeting) -> Iterable[str]:
    stays = meeting.attendances.select_related("seat", "post")
    there: dict[str, list[str]] = {}
    for stay in stays:
        who = stay.seat.title if stay.seat else str(stay.post)
        if stay.is_substitute:
            who = f"{who} (substitute: {stay.post})"
        left = write_hour(stay.left_at) if stay.left_at else "the end"
        times = f"{write_hour(stay.joined_at)} to {left}"
        there.setdefault(who, []).append(
            f"{times}, by video" if stay.by_video else times
        )
    if there:
        yield "\n".join(f"- {who}: {'; '.join(t)}" for who, t in there.items())
    seats = list_seats(meeting.group, meeting.held_on, meeting.part)
    came = {stay.seat_id for stay in stays}
    holders = list_holders(seats, meeting.held_on)
    away = [each.title for each in seats if each.pk in holders and each.pk not in came]
    if away:
        yield "Not there: " + ", ".join(away) + "."


def _write_item(item: AgendaItem) -> Iterable[str]:
    if item.carried_from is not None:
        yield f"Carried from {write_day(item.carried_from.meeting.held_on)}."
    if item.urgency_reason:
        yield f"Urgent, because: {item.urgency_reason}"
    for declaration in item.declarations.filter(withdrawn_at=None):
        yield _write_declaration(declaration)
    if item.is_exclusion_resolved:
        reason = item.exempt_reason.replace("_", " ")
        kept = f"The meeting resolved to keep the public out ({reason})"
        yield f"{kept}: {item.balance_words}"
    if item.quorum_exit:
        way = item.get_quorum_exit_display().lower()
        yield f"Inquorate through interests; way out: {way}. {item.exit_reason}"
    for vote in item.votes.all():
        yield _write_vote(vote)
    for decision in item.decisions.all():
        yield from _write_decision(decision)
    for escalation in item.escalations.exclude(discussion=""):
        yield escalation.discussion
    actions = [
        f"- {each.reference}: {each.text} ({_name_owner(each)})"
        for each in item.actions.filter(withdrawn_at=None)
    ]
    if actions:
        yield "\n".join(actions)
    if item.outcome_words:
        yield item.outcome_words
    later = getattr(item, "carried_to", None)
    if later is not None and not later.is_withdrawn:
        yield f"It goes on at the meeting of {write_day(later.meeting.held_on)}."


def _name_owner(action: Action) -> str:
    return str(action.owner_post or action.owner_words or "no owner")


def _write_declaration(declaration: Declaration) -> str:
    kind = declaration.kind.replace("_", " ")
    declared = write_hour(declaration.declared_at)
    if declaration.interest and declaration.interest.is_sensitive:
        nature = "a sensitive interest, whose nature is withheld"
    else:
        nature = declaration.nature
    may = [
        "may speak" if declaration.may_speak else "may not speak",
        "may vote" if declaration.may_vote else "may not vote",
    ]
    stay = Staying(declaration.stay).label.lower()
    ruling = f"; the chair ruled: {declaration.get_ruling_display().lower()}"
    ruled = ruling if declaration.ruled_at else ""
    return (
        f"{declaration.post} declared at {declared} ({kind}): {nature}. "
        f"{', '.join(may).capitalize()}; {stay}{ruled}."
    )


def _write_vote(vote: Vote) -> str:
    return f"Motion: {vote.motion} " + " ".join(vote.result_reasons)


def _write_decision(decision: Decision) -> Iterable[str]:
    verb = {"decision": "Decided", "recommendation": "Recommended", "note": "Noted"}
    yield f"**{verb[decision.kind]}** ({decision.reference}): {decision.text}"
    for dissent in decision.dissents.select_related("seat"):
        yield f"Dissent of {dissent.seat.title}: {dissent.reason}"
