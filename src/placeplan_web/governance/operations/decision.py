"""Record what a group decided, recommended or noted, and on what it rested."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import NoReverseMatch, reverse

from placeplan import __version__
from placeplan.evidence import FactCitation
from placeplan.governance.authority import Authority
from placeplan.governance.ratification import hash_text
from placeplan_web.evidence.fact_correction import register_citations
from placeplan_web.evidence.fact_register import get_register
from placeplan_web.governance.models import (
    AgendaItem,
    Body,
    Decision,
    DecisionEvidence,
    DecisionInstrument,
    DecisionKind,
    Dissent,
    EvidenceKind,
    ItemState,
    MeetingState,
    RatificationRule,
    Seat,
    Verb,
    Vote,
)
from placeplan_web.governance.operations.moment import lock_item, lock_meeting
from placeplan_web.governance.operations.reading import need_due_regard, need_results
from placeplan_web.governance.operations.reference import give_decision_reference
from placeplan_web.governance.operations.vote import list_posts_there, need_quorum
from placeplan_web.governance.queries.authority import (
    find_group_authority,
    list_used_instruments,
)
from placeplan_web.governance.queries.evidence_changed import find_version
from placeplan_web.governance.queries.privacy import narrow_open_items
from placeplan_web.programme.operations.refusal import need_words, refuse_in_words
from placeplan_web.registers.operations import append_row

ROOM = "governance"
VERBS = {
    DecisionKind.DECISION: "decide",
    DecisionKind.RECOMMENDATION: "recommend",
    DecisionKind.NOTE: "note",
}


@dataclass(frozen=True, slots=True)
class Evidence:
    """Something that a decision rests on; its version is that of the moment."""

    kind: EvidenceKind
    identifier: str
    title: str


@dataclass(frozen=True, slots=True)
class DecisionWords:
    """What was settled: its kind, its words, its matter.

    `subject` and `value_pounds` are those of the item where nothing is given.
    `ratification_rule` and `lead_body` say when a recommendation takes effect;
    `results_reason` why it is settled without the results of a consultation.
    """

    kind: DecisionKind
    title: str
    text: str
    subject: str = ""
    value_pounds: Decimal | None = None
    ratification_rule: RatificationRule | str = ""
    lead_body: Body | None = None
    follows: Decision | None = None
    results_reason: str = ""


def record_decision(
    *,
    by: UUID | str,
    item: AgendaItem,
    words: DecisionWords,
    at: datetime,
    vote: Vote | None = None,
    evidence: Sequence[Evidence] = (),
    dissents: Mapping[Seat, str] | None = None,
) -> Decision:
    """Record what a group settled on, in a meeting that is under way.

    Raises
    ------
    django.core.exceptions.ValidationError
        The item is not open or not quorate; the motion was not carried; it is called a
        decision where the group may only recommend, or by members who had not read an
        impact assessment; evidence, or results of a consultation, that are not there.
    """
    need_words(words.text, "text", "Say what was settled.")
    with transaction.atomic():
        lock_meeting(item.meeting, (MeetingState.OPEN,))
        held = lock_item(item, (ItemState.OPEN, ItemState.INQUORATE))
        _check_vote(held, vote)
        _need_ground(held, words, vote, at)
        matter = _settle_matter(held, words)
        authority = need_authority(held, words.kind, *matter)
        decision = _draft(held, words, vote, matter, authority)
        give_decision_reference(decision)
        saved = append_row(by=by, row=decision, at=at, verb=VERBS[words.kind])
        _cite_instruments(by, saved, at)
        _cite_evidence(by, saved, evidence, at)
        _note_dissents(by, saved, dissents or {}, at)
    return saved


def _draft(
    item: AgendaItem,
    words: DecisionWords,
    vote: Vote | None,
    matter: tuple[str, Decimal | None],
    authority: Authority | None,
) -> Decision:
    """Draft what is kept of a decision, with the authority by which it was made."""
    return Decision(
        item=item,
        vote=vote,
        kind=words.kind,
        title=words.title.strip() or item.title,
        text=words.text.strip(),
        text_hash=hash_text(words.text),
        subject=matter[0],
        value_pounds=matter[1],
        decided_on=item.meeting.held_on,
        verb=authority.verb if authority else "",
        authority_reasons=list(authority.reasons) if authority else [],
        authority_ask=list(authority.ask) if authority else [],
        authority_source=authority.source if authority else "",
        rule_version=__version__ if authority else "",
        ratification_rule=words.ratification_rule,
        lead_body=words.lead_body,
        results_reason=words.results_reason.strip(),
        follows=words.follows,
    )


def need_authority(
    item: AgendaItem, kind: DecisionKind, subject: str, value_pounds: Decimal | None
) -> Authority | None:
    """Ask what the group may do, and refuse a decision where it may only recommend."""
    if kind == DecisionKind.NOTE:
        return None
    need_words(subject, "subject", "Say what it is about: authority goes by it.")
    with refuse_in_words("subject"):
        authority = find_group_authority(
            item.meeting.group, subject, item.meeting.held_on, value_pounds
        )
    if kind == DecisionKind.DECISION and authority.verb != Verb.DECIDE:
        raise ValidationError({"kind": list(authority.reasons)})
    return authority


def cite_facts(*, by: UUID | str, at: datetime) -> int:
    """Tell the register of facts of every public decision that rests on one.

    Facts are read by everybody: what a group settles in private stays out.
    """
    rows = DecisionEvidence.objects.filter(
        narrow_open_items("decision__item__"),
        kind=EvidenceKind.FACT,
        decision__item__meeting__group__is_public=True,
    )
    known = get_register()
    there = {fact.id for fact in (*known.versions, *known.outside)}
    citations = [
        FactCitation(
            each.identifier,
            "decision",
            each.decision.reference,
            each.decision.title,
            find_address(each.decision),
        )
        for each in rows.select_related("decision")
        if each.identifier in there
    ]
    return register_citations(by=by, room=ROOM, citations=citations, at=at)


def find_address(decision: Decision) -> str:
    """Give the page of a decision; nothing while the room has none."""
    try:
        return reverse("governance:decision", kwargs={"reference": decision.reference})
    except NoReverseMatch:
        return ""


def _need_ground(
    item: AgendaItem, words: DecisionWords, vote: Vote | None, at: datetime
) -> None:
    """Refuse what lacks its quorum, its results, or members who read assessments."""
    if words.kind == DecisionKind.NOTE:
        return
    need_quorum(item, at)
    need_results(item, words.results_reason)
    if words.kind == DecisionKind.DECISION:
        need_due_regard(item, vote, at)


def _settle_matter(
    item: AgendaItem, words: DecisionWords
) -> tuple[str, Decimal | None]:
    value = item.value_pounds if words.value_pounds is None else words.value_pounds
    return (words.subject or item.subject).strip(), value


def _check_vote(item: AgendaItem, vote: Vote | None) -> None:
    if vote is None:
        return
    if vote.item_id != item.pk:
        raise ValidationError({"vote": "This vote was on another item."})
    if not vote.is_carried:
        raise ValidationError({"vote": "This motion was not carried."})


def _cite_instruments(by: UUID | str, decision: Decision, at: datetime) -> None:
    if decision.verb != Verb.DECIDE:
        return
    group, day = decision.item.meeting.group, decision.decided_on
    used = list_used_instruments(group, decision.subject, day, decision.value_pounds)
    for instrument in used:
        row = DecisionInstrument(decision=decision, instrument=instrument)
        append_row(by=by, row=row, at=at)


def _cite_evidence(
    by: UUID | str, decision: Decision, evidence: Sequence[Evidence], at: datetime
) -> None:
    register = get_register()
    for each in evidence:
        version = find_version(each.kind, each.identifier, register)
        if version is None:
            raise ValidationError({"evidence": f"{each.title} is not there to cite."})
        row = DecisionEvidence(
            decision=decision,
            kind=each.kind,
            identifier=each.identifier,
            evidence_version=each.identifier
            if each.kind == EvidenceKind.RUN
            else version,
            title=each.title,
        )
        append_row(by=by, row=row, at=at)
    if any(each.kind == EvidenceKind.FACT for each in evidence):
        cite_facts(by=by, at=at)


def _note_dissents(
    by: UUID | str, decision: Decision, dissents: Mapping[Seat, str], at: datetime
) -> None:
    posts = list_posts_there(decision.item.meeting, at)
    for seat, reason in dissents.items():
        need_words(reason, "dissents", "Say what the dissent is.")
        row = Dissent(decision=decision, seat=seat, post=posts.get(seat.pk))
        append_row(by=by, row=row, at=at, reason=reason)
