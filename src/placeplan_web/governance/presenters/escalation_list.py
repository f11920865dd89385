"""Risks laid before groups, and how long each has waited to be discussed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from placeplan.governance.escalation import EscalationAge
from placeplan_web.design.words import write_count, write_day
from placeplan_web.governance.models import Escalation
from placeplan_web.governance.presenters.frame import Frame, cell
from placeplan_web.governance.queries.privacy import is_private


@dataclass(frozen=True)
class EscalationPage:
    """Each risk before each group, those that wait longest first."""

    frame: Frame
    ages: Sequence[tuple[Escalation, EscalationAge]]

    @property
    def finding(self) -> str:
        if not self.ages:
            return "No risk has been laid before a group."
        waiting = [(e, age) for e, age in self.ages if is_waiting(e, self.frame)]
        risks = {escalation.risk_id for escalation, _ in self.ages}
        said = f"{write_count(len(risks), 'risk')} laid before groups"
        if not waiting:
            return f"{said}; none waits to be discussed."
        longest = max(age.days for _, age in waiting)
        count = write_count(len(waiting), "talk is", "talks are")
        return f"{said}; {count} still owed, the oldest for {longest} days."

    @property
    def rows(self) -> list[list[Any]]:
        return [self._list(each, age) for each, age in self.ages]

    def _list(self, each: Escalation, age: EscalationAge) -> list[Any]:
        score = each.crossing.score
        return [
            cell(
                f"{each.risk.reference} {each.risk.title}",
                href=self.frame.link(
                    "programme:risk-history",
                    slug=each.risk.programme.slug,
                    reference=each.risk.reference,
                ),
                note=f"impact {score.impact} times likelihood {score.likelihood}",
            ),
            cell(each.group.name, href=self.frame.link_group(each.group)),
            cell(
                write_day(each.raised_on),
                href=self.frame.link("governance:escalation", reference=each.reference),
                note=each.reference,
            ),
            self._link_agenda(each),
            say_heard(each, age, self.frame),
        ]

    def _link_agenda(self, each: Escalation) -> Any:
        if each.item is None:
            return "on no agenda yet"
        meeting = each.item.meeting
        words = f"item {each.item.number}, {write_day(meeting.held_on)}"
        return cell(words, href=self.frame.link_meeting(meeting))


def is_waiting(each: Escalation, frame: Frame) -> bool:
    """Tell whether a group still owed a discussion on the day of the page."""
    heard = each.discussed_on is not None and each.discussed_on <= frame.day
    down = each.stood_down_on is not None and each.stood_down_on <= frame.day
    return not heard and not down


def say_heard(each: Escalation, age: EscalationAge, frame: Frame) -> str:
    """Say how a risk stands before a group on the day of the page."""
    if each.stood_down_on and each.stood_down_on <= frame.day:
        on = write_day(each.stood_down_on)
        return f"Stood down on {on}. {each.stood_down_reason}"
    if is_waiting(each, frame):
        return age.words
    return f"{age.words} {say_discussion(each)}".strip()


def say_discussion(each: Escalation) -> str:
    """Say what a group said of a risk, unless it did so on an item kept private.

    This goes by today: the page of the item gives the words to those who may read it.
    """
    if each.item is not None and is_private(each.item):
        return "What was said is kept private."
    return each.discussion
