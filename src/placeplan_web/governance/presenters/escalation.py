"""A risk before a group on a page: where it stands, and how it came to that."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from placeplan_web.design.words import write_count, write_day
from placeplan_web.governance.models import Escalation
from placeplan_web.governance.presenters.escalation_list import (
    is_waiting,
    say_heard,
)
from placeplan_web.governance.presenters.frame import Frame, cell
from placeplan_web.governance.presenters.way import Way
from placeplan_web.governance.queries.escalation_story import (
    EscalationEvent,
    EscalationStory,
)


@dataclass(frozen=True)
class EscalationStoryPage:
    """A risk that was laid before a group, as known on the day of the page."""

    frame: Frame
    story: EscalationStory
    ways: Sequence[Way] = ()

    @property
    def finding(self) -> str:
        beside = self.story.beside
        own = next(
            say_heard(each, age, self.frame)
            for each, age in beside
            if each.pk == self.story.escalation.pk
        )
        waiting = sum(is_waiting(each, self.frame) for each, _ in beside)
        owed = write_count(waiting, "talk is", "talks are")
        count = write_count(len(beside), "group")
        return f"{own} Laid before {count}: {owed} still owed."

    @property
    def facts(self) -> list[tuple[str, Any]]:
        each = self.story.escalation
        risk, score = each.risk, each.crossing.score
        history = self.frame.link(
            "programme:risk-history",
            slug=risk.programme.slug,
            reference=risk.reference,
        )
        return [
            ("Risk", cell(f"{risk.reference} {risk.title}", href=history)),
            ("Before", cell(each.group.name, href=self.frame.link_group(each.group))),
            ("Since", write_day(each.raised_on)),
            ("Crossed at", self._say_crossing(score, each)),
        ]

    def _say_crossing(self, score: Any, each: Escalation) -> str:
        product = score.impact * score.likelihood
        return (
            f"impact {score.impact} times likelihood {score.likelihood} is {product}, "
            f"where {each.crossing.threshold} escalates"
        )

    @property
    def rows(self) -> list[list[Any]]:
        return [
            [
                cell(each.group.name, href=self._link(each)),
                write_day(each.raised_on),
                say_heard(each, age, self.frame),
            ]
            for each, age in self.story.beside
        ]

    def _link(self, each: Escalation) -> str:
        if each.pk == self.story.escalation.pk:
            return ""
        return self.frame.link("governance:escalation", reference=each.reference)

    @property
    def event_rows(self) -> list[list[Any]]:
        return [self._list_event(each) for each in self.story.events]

    def _list_event(self, event: EscalationEvent) -> list[Any]:
        said = cell(event.words)
        if event.item is not None:
            meeting = event.item.meeting
            note = f"item {event.item.number}, {write_day(meeting.held_on)}"
            said = cell(event.words, href=self.frame.link_meeting(meeting), note=note)
        return [write_day(event.on), event.who, said]
