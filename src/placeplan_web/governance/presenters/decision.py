"""A decision on a page: who, by what authority, on what evidence, and what followed."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from difflib import ndiff
from typing import Any, Final

from placeplan.governance.ratification import Ratification as RatificationState
from placeplan_web.design.words import write_count, write_day, write_hour, write_pounds
from placeplan_web.governance.models import DecisionKind, EvidenceKind, Outcome
from placeplan_web.governance.presenters.frame import Frame, cell
from placeplan_web.governance.presenters.meeting_item import list_declared, list_vote
from placeplan_web.governance.presenters.regard import RegardWords
from placeplan_web.governance.presenters.way import Way
from placeplan_web.governance.queries.decision_story import Event
from placeplan_web.governance.queries.decision_view import DecisionView
from placeplan_web.governance.queries.evidence_changed import EvidenceNow
from placeplan_web.governance.queries.group_list import list_cited
from placeplan_web.governance.queries.ratification import BodyLine

DID: Final = {
    DecisionKind.DECISION: "decided",
    DecisionKind.RECOMMENDATION: "recommended",
    DecisionKind.NOTE: "noted",
}
STATES: Final = {
    "effective": "in effect",
    "pending": "not in effect: it waits",
    "failed": "not in effect: it failed",
}
HASH_LETTERS: Final = 12


@dataclass(frozen=True)
class DecisionPage:
    """A decision as it stood, and as its evidence stood, on the day of the page.

    `withheld` names versions of papers that the reader is not served.
    """

    frame: Frame
    view: DecisionView
    ways: Sequence[Way] = ()
    withheld: Collection[tuple[str, str]] = ()
    regards: Sequence[RegardWords] = ()

    @property
    def decision(self) -> Any:
        return self.view.decision

    @property
    def finding(self) -> str:
        decision = self.decision
        did = DID[DecisionKind(decision.kind)]
        who = decision.item.meeting.group.name
        parts = [f"{who} {did} this on {write_day(decision.decided_on)}"]
        if self.view.state is not None:
            parts.append(self._say_state(self.view.state))
        changed = sum(each.has_changed for each in self.view.evidence)
        if changed:
            noun = "has" if changed == 1 else "have"
            pieces = write_count(changed, "piece")
            parts.append(f"{pieces} of its evidence {noun} changed since")
        return "; ".join(parts) + "."

    def _say_state(self, state: RatificationState) -> str:
        agreed = sum(line.outcome == Outcome.AGREED for line in self.view.lines)
        asked = len(self.view.lines)
        verb = "body agrees" if asked == 1 else "bodies agree"
        said = f"{agreed} of {asked} {verb} to these words"
        on = f" from {write_day(state.effective_on)}" if state.effective_on else ""
        return f"{said}, {STATES[state.state]}{on}"

    @property
    def facts(self) -> list[tuple[str, Any]]:
        decision = self.decision
        item = decision.item
        rows = [
            ("Who", cell(item.meeting.group.name, href=self._link_group())),
            ("When", cell(write_day(decision.decided_on), href=self._link_meeting())),
            ("Item", cell(f"{item.number}. {item.title}", href=self._link_item())),
            ("Kind", decision.get_kind_display()),
            ("Subject", decision.subject),
            ("Value", self._say_value()),
            ("Consultation", item.consultation),
            ("Settled without its results, because", decision.results_reason),
            ("SHA-256 of the words begins", decision.text_hash[:HASH_LETTERS]),
        ]
        return [(label, value) for label, value in rows if value]

    def _say_value(self) -> str:
        value = self.decision.value_pounds
        return "" if value is None else write_pounds(float(value))

    def _link_group(self) -> str:
        return self.frame.link_group(self.decision.item.meeting.group)

    def _link_meeting(self) -> str:
        return self.frame.link_meeting(self.decision.item.meeting)

    def _link_item(self) -> str:
        item = self.decision.item
        where = {"public_id": item.meeting.public_id, "number": item.number}
        return self.frame.link("governance:item", **where)

    @property
    def authority(self) -> str:
        if not self.decision.verb:
            return "To note something needs no authority."
        if self.decision.verb == "decide":
            return "On that day the group could decide it."
        return "On that day the group could only recommend it."

    @property
    def instrument_rows(self) -> list[list[Any]]:
        return [
            [
                each.instrument.reference,
                each.instrument.name,
                each.instrument.section or "not stated",
            ]
            for each in self.view.instruments
        ]

    @property
    def evidence_rows(self) -> list[list[Any]]:
        return [self._list_evidence(each) for each in self.view.evidence]

    def _list_evidence(self, each: EvidenceNow) -> list[Any]:
        cited = each.cited
        now = each.version_now
        if not each.has_changed:
            said = cell("as it was cited")
        elif now is None:
            said = cell("it is there no longer", status="evidence changed since")
        else:
            said = cell(self._say_now(each), status="evidence changed since")
        if (cited.identifier, cited.evidence_version) in self.withheld:
            named = cell("A paper that is kept private")
        else:
            named = cell(cited.title, href=self._link_evidence(each))
        return [
            named,
            cited.get_kind_display(),
            self._say_version(each),
            said,
        ]

    def _say_version(self, each: EvidenceNow) -> str:
        cited = each.cited
        if cited.kind == EvidenceKind.RUN:
            return f"run {cited.identifier[:8]}"
        values = self.view.values.get((cited.identifier, cited.evidence_version))
        said = f"version {cited.evidence_version}"
        return f"{said}: {values}" if values else said

    def _say_now(self, each: EvidenceNow) -> str:
        if each.cited.kind == EvidenceKind.RUN:
            return f"run {str(each.version_now)[:8]} was released since"
        version = str(each.version_now)
        value = self.view.values.get((each.cited.identifier, version))
        return f"now version {version}: {value}" if value else f"now version {version}"

    def _link_evidence(self, each: EvidenceNow) -> str:
        cited = each.cited
        if cited.kind == EvidenceKind.FACT:
            return self.frame.find_link("evidence:fact", fact=cited.identifier)
        if cited.kind == EvidenceKind.RUN:
            return self.frame.find_link("evidence:run", public_id=cited.identifier)
        if cited.kind == EvidenceKind.PAPER:
            return self.frame.find_link(
                "governance:paper",
                public_id=cited.identifier,
                number=int(cited.evidence_version),
            )
        return ""

    @property
    def declared_rows(self) -> list[list[Any]]:
        return [list_declared(each) for each in self.view.declarations]

    @property
    def vote_rows(self) -> list[list[Any]]:
        return [list_vote(self.decision.vote)] if self.decision.vote else []

    @property
    def dissent_rows(self) -> list[list[Any]]:
        return [[each.seat.title, each.reason] for each in self.view.dissents]

    @property
    def room_rows(self) -> list[list[Any]]:
        return [
            [
                each.seat.title if each.seat else str(each.post),
                each.post.title if each.post else "not recorded",
                f"{write_hour(each.joined_at)} to "
                + (write_hour(each.left_at) if each.left_at else "the end")
                + (", by video" if each.by_video else ""),
            ]
            for each in self.view.stays
        ]

    @property
    def board_rows(self) -> list[list[Any]]:
        return [self._list_board(line) for line in self.view.lines]

    def _list_board(self, line: BodyLine) -> list[Any]:
        answer = line.answer
        said = Outcome(line.outcome).label if line.outcome else "has not answered"
        return [
            line.ratification.body.name,
            write_day(line.ratification.asked_on),
            said,
            write_day(answer.answered_on) if answer else "",
            (answer.reason if answer else "") or "",
        ]

    @property
    def state_reasons(self) -> list[str]:
        """Say why it is in effect or not, each body by its name."""
        reasons = list(self.view.state.reasons) if self.view.state else []
        for line in self.view.lines:
            body = line.ratification.body
            whole = re.compile(rf"(?<![\w-]){re.escape(body.slug)}(?![\w-])")
            reasons = [whole.sub(lambda _, n=body.name: n, each) for each in reasons]  # type: ignore[misc] # a name bound at once
        return reasons

    @property
    def differences(self) -> list[dict[str, Any]]:
        """Give what each body that agreed to other words took out and put in."""
        return [
            {
                "body": line.ratification.body.name,
                "text": line.answer.text,
                "parts": compare_words(self.decision.text, line.answer.text),
            }
            for line in self.view.lines
            if line.answer and line.difference
        ]

    @property
    def story_rows(self) -> list[list[Any]]:
        return [self._list_event(each) for each in self.view.story]

    def _list_event(self, event: Event) -> list[Any]:
        href = self.frame.find_link(event.page, **event.parts) if event.page else ""
        if event.decision is not None and event.decision.pk != self.decision.pk:
            reference = event.decision.reference
            href = self.frame.link("governance:decision", reference=reference)
        elif event.meeting is not None:
            href = self.frame.link_meeting(event.meeting)
        return [write_day(event.on), cell(event.words, href=href), event.who]

    @property
    def cited(self) -> list[tuple[str, str]]:
        return list_cited([self.decision], "the decision")


def compare_words(asked: str, agreed: str) -> list[tuple[str, str]]:
    """Give each word of both texts, in order, with what was done to it."""
    done = {"-": "out", "+": "in", " ": "same"}
    compared = ndiff(asked.split(), agreed.split())
    return [(done[each[0]], each[2:]) for each in compared if each[0] in done]
