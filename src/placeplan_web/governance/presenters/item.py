"""One item on a page: its front sheet, its papers, who may speak, vote and stay."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from placeplan_web.design.words import write_day
from placeplan_web.governance.forms.declaring import say_effect
from placeplan_web.governance.models import ItemState, MeetingState
from placeplan_web.governance.presenters.frame import Frame, cell, say_yes_no
from placeplan_web.governance.presenters.meeting_item import ItemWords
from placeplan_web.governance.presenters.regard import RegardWords
from placeplan_web.governance.presenters.way import Way
from placeplan_web.governance.queries.group_list import list_cited
from placeplan_web.governance.queries.meeting_view import MeetingView


@dataclass(frozen=True)
class ItemPage:
    """An item of a meeting, and what its reader may do with it."""

    frame: Frame
    view: MeetingView
    ways: Sequence[Way] = ()
    moves: Sequence[Way] = ()
    regards: Sequence[RegardWords] = ()

    @cached_property
    def words(self) -> ItemWords:
        return ItemWords(self.frame, self.view, self.view.items[0])

    @property
    def item(self) -> Any:
        return self.words.item

    @property
    def finding(self) -> str:
        words, item = self.words, self.item
        if item.state == ItemState.INQUORATE and not item.quorum_exit:
            return (
                "Inquorate through interests: it may be put off, members may be "
                "invited, or it may be referred up, but not decided."
            )
        if words.quorum:
            return f"Under discussion, {words.quorum}; {words.may}."
        over = self.view.meeting.state == MeetingState.CLOSED
        if item.state == ItemState.PLANNED and not over:
            likely = len(words.of.forecast.conflicts)
            noun = "conflict" if likely == 1 else "conflicts"
            return (
                f"If everybody came it would be {words.forecast}, with "
                f"{likely or 'no'} likely {noun} of interest; {words.may}."
            )
        return f"{words.state}. {words.outcome}".strip()

    @property
    def front_sheet(self) -> list[tuple[str, Any]]:
        """Give the front sheet, as far as the reader may know it."""
        item, words = self.item, self.words
        rows: list[tuple[str, Any]] = [
            ("Purpose", item.get_purpose_display()),
            ("Section", item.section),
            ("Presented by", words.presenter),
            ("Time", words.timing),
            ("Classification", words.privacy or "Public"),
            ("Key decision", say_yes_no(item.is_key_decision)),
            ("Urgent, because", item.urgency_reason),
            ("Carried from", self._link(item.carried_from)),
            ("Goes on as", self._link(words.later)),
        ]
        if words.is_open_to_reader:
            rows += [
                ("Subject", item.subject),
                ("Value", words.value),
                ("Recommendation", item.recommendation),
                ("Wards", item.wards),
                ("What it means for money", item.money_words),
                ("In law", item.law_words),
                ("For risk", item.risk_words),
                ("For equality", item.equality_words),
                ("Who was consulted", item.consultees),
                ("Consultation", item.consultation),
                ("Background papers", item.background_papers),
                ("Pages", item.pages),
            ]
        return [(label, value) for label, value in rows if value]

    def _link(self, item: Any | None) -> Any:
        """Link the item of another meeting that is the same matter."""
        if item is None:
            return ""
        where = {"public_id": item.meeting.public_id, "number": item.number}
        words = f"Item {item.number} of {write_day(item.meeting.held_on)}"
        return cell(words, href=self.frame.link("governance:item", **where))

    @property
    def paper_rows(self) -> list[list[Any]]:
        return [row for paper in self.words.papers for row in paper.rows]

    @property
    def effect_rows(self) -> list[list[Any]]:
        """Give who has declared an interest, and what it lets each of them do."""
        effects = self.words.of.effects
        return [
            [seat.title, say_effect(effects[seat.pk]), cell(self._why(seat))]
            for seat in self.view.table.seats
            if effects[seat.pk].declare
        ]

    def _why(self, seat: Any) -> str:
        return " ".join(self.words.of.effects[seat.pk].reasons)

    @property
    def exit_words(self) -> str:
        item = self.item
        if not item.quorum_exit:
            return ""
        to = f" to {item.referred_to.name}" if item.referred_to else ""
        reason = item.exit_reason if self.words.is_open_to_reader else ""
        return f"{item.get_quorum_exit_display()}{to}. {reason}".strip()

    @property
    def risk_rows(self) -> list[list[Any]]:
        return [
            [
                f"{each.risk.reference} {each.risk.title}",
                self.view.ages[each.pk].words,
                (self.view.ages[each.pk].discussed_on and each.discussion)
                or "not discussed yet",
            ]
            for each in self.view.escalations
        ]

    @property
    def cited(self) -> list[tuple[str, str]]:
        return list_cited([self.item], "the item")
