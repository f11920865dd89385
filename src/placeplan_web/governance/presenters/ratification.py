"""The board of recommendations: what each body said, and what takes effect when."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from placeplan_web.design.words import write_count, write_day
from placeplan_web.governance.models import Outcome, RatificationRule
from placeplan_web.governance.presenters.frame import Frame, cell
from placeplan_web.governance.queries.ratification import Recommendation

STANDS: Final = {"effective": "in effect", "pending": "waiting", "failed": "failed"}


@dataclass(frozen=True)
class RatificationPage:
    """Every recommendation that bodies were asked about by a day."""

    frame: Frame
    found: Sequence[Recommendation]

    @property
    def finding(self) -> str:
        if not self.found:
            return "No recommendation has been put to any body."
        count = write_count(len(self.found), "recommendation")
        done = sum(each.state_name == "effective" for each in self.found)
        waiting = sum(each.state_name == "pending" for each in self.found)
        return f"{count}: {done or 'none'} in effect, {waiting or 'none'} waiting."

    @property
    def rows(self) -> list[list[Any]]:
        return [self._list(each) for each in self.found]

    def _list(self, each: Recommendation) -> list[Any]:
        decision, count = each.decision, each.count
        href = self.frame.link("governance:decision", reference=decision.reference)
        note = f"{decision.item.meeting.group.name}, {write_day(decision.decided_on)}"
        silent = count(None) + count(Outcome.DEFERRED)
        on = each.state.effective_on if each.state else None
        stands = f"from {write_day(on)}" if on else ""
        return [
            cell(f"{decision.reference} {decision.title}", href=href, note=note),
            RatificationRule(decision.ratification_rule).label,
            count(Outcome.AGREED),
            self._name(each, Outcome.AGREED_WITH_CHANGES),
            self._name(each, Outcome.REFUSED),
            silent,
            cell(stands, status=STANDS.get(each.state_name, "waiting")),
        ]

    def _name(self, each: Recommendation, outcome: str) -> str:
        named = [
            line.ratification.body.name
            for line in each.lines
            if line.outcome == outcome
        ]
        return ", ".join(named) or "0"
