"""The page of an assumption: how it stands, and what follows when it fails."""

from typing import Any, Final

from django.utils import timezone

from placeplan.programme.assumption import ASSUMPTION_STATES
from placeplan_web.design.words import write_day
from placeplan_web.programme.models import Assumption, ProposalState, RiskProposal
from placeplan_web.programme.presenters.way import Ways, link_act, name_record
from placeplan_web.programme.queries.assumption_state import read_assumption
from placeplan_web.registers.kind import Section

HEAD: Final = (
    "Risk",
    {"text": "Likelihood now", "numeric": True},
    {"text": "Proposed", "numeric": True},
    {"text": "Score now", "numeric": True},
    {"text": "Score then", "numeric": True},
    "Why",
    "Standing",
)
INPUT_HEAD: Final = ("Plan", "Table", "Entry", "To be looked at again")


def list_assumption_sections(
    _scope: Any, record: Assumption, user: Any
) -> list[Section]:
    """Give the parts of the page of an assumption."""
    ways = Ways(record, "assumptions", user)
    return [
        _show_state(record, ways),
        _show_proposals(record, ways),
        _show_inputs(record),
    ]


def _show_state(record: Assumption, ways: Ways) -> Section:
    state = read_assumption(record).find_state(timezone.localdate())
    said = ASSUMPTION_STATES[state]
    words = f"{said[:1].upper()}{said[1:]}."
    if record.tested_on:
        words += f" Seen on {write_day(record.tested_on)}: {record.outcome_words}"
    tests = record.tests.select_related("milestone__programme", "key_date")
    links = [
        {**name_record(tie.milestone, "milestones"), "note": "shows whether it holds"}
        if tie.milestone
        else {"text": f"{tie.key_date}", "note": "a date that shows whether it holds"}
        for tie in tests.order_by("pk")
    ]
    risks = record.risk_links.select_related("risk__programme")
    links += [
        {**name_record(tie.risk, "risks"), "note": f"grows if it fails ({tie.status})"}
        for tie in risks.order_by("risk__reference")
    ]
    return Section("How it stands", words=words, links=links, actions=ways.list("test"))


def _show_proposals(record: Assumption, ways: Ways) -> Section:
    rows = record.proposals.select_related(
        "risk__programme", "risk__current_score", "score"
    )
    may_decide = ways.may("programme.decide_proposal")
    return Section(
        "What follows for its risks",
        head=HEAD,
        rows=[
            _make_row(each, record, may_decide=may_decide)
            for each in rows.order_by("-pk")
        ],
        actions=ways.list("follow"),
        empty="Nothing is proposed: a risk is proposed up when the assumption fails, "
        "once the risk has a score.",
    )


def _make_row(
    proposal: RiskProposal, record: Assumption, *, may_decide: bool
) -> list[Any]:
    is_open = proposal.state == ProposalState.OPEN
    now = proposal.risk.current_score
    standing: Any = proposal.get_state_display()
    if is_open and may_decide:
        key = str(proposal.public_id)
        address = link_act(record, "assumptions", "decide", proposal=key)
        standing = {
            "text": f"Take or refuse ({proposal.risk.reference})",
            "href": address,
        }
    reason = proposal.decided_reason or (
        f"{record.reference} failed: the risk is likelier"
    )
    return [
        name_record(proposal.risk, "risks"),
        now.likelihood if now else "",
        proposal.likelihood,
        now.score if now else "",
        proposal.impact * proposal.likelihood,
        reason,
        standing,
    ]


def _show_inputs(record: Assumption) -> Section:
    rows = record.inputs.order_by("plan", "table", "entry")
    return Section(
        "Inputs of the plan that rest on it",
        head=INPUT_HEAD,
        rows=[
            [
                each.plan,
                each.table,
                each.entry or "all of it",
                f"flagged since {write_day(each.flagged_on)}"
                if each.flagged_on
                else "no",
            ]
            for each in rows
        ],
        empty="No input of a plan is tied to it.",
    )
