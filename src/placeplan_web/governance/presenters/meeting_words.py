"""What is said of a meeting in a sentence: before, during and after it."""

from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from typing import Any

from django.utils import timezone

from placeplan_web.design.words import write_count, write_day, write_moment
from placeplan_web.governance.models import (
    DecisionKind,
    MeetingState,
    MinutesState,
)
from placeplan_web.governance.presenters.frame import Frame
from placeplan_web.governance.presenters.meeting_item import ItemWords
from placeplan_web.governance.queries.meeting_view import MeetingView, check_given

INQUORATE = ("inquorate", "inquorate_through_interests")


@dataclass(frozen=True)
class MeetingWords:
    """A meeting as its reader may know it."""

    frame: Frame
    view: MeetingView

    @property
    def meeting(self) -> Any:
        return self.view.meeting

    @property
    def is_under_way(self) -> bool:
        return bool(self.meeting.state == MeetingState.OPEN)

    @property
    def is_over(self) -> bool:
        return bool(self.meeting.state == MeetingState.CLOSED)

    @cached_property
    def items(self) -> list[ItemWords]:
        """Items in order, each with the time at which it is planned to begin."""
        found, begins = [], self.meeting.starts_at
        for each in self.view.items:
            found.append(ItemWords(self.frame, self.view, each, begins))
            planned = each.item.minutes_planned
            if begins is not None and planned:
                begins += timedelta(minutes=planned)
            else:
                begins = None
        return found

    @property
    def current(self) -> ItemWords | None:
        for each in self.items:
            if each.of.is_under_way:
                return each
        return None

    @property
    def finding(self) -> str:
        """Say what matters now, from what was counted."""
        past = self.view.past
        if past is not None and not past.is_known:
            return f"Nobody had planned this meeting yet on {write_day(past.day)}."
        if self.meeting.state == MeetingState.CANCELLED:
            return f"Cancelled: {self.meeting.cancelled_reason}"
        if self.is_under_way:
            return self._say_now()
        count = write_count(len(self.items), "item")
        if self.is_over:
            return f"{count}; {self._say_settled()}; {self.say_minutes()}."
        return f"{count}; {self.say_notice()}; {self._say_forecast()}."

    def _say_now(self) -> str:
        there = sum(stay.left_at is None for stay in self.view.stays)
        said = f"{write_count(there, 'member is', 'members are')} there"
        if self.current is None:
            return f"Under way: {said}, and no item is open."
        item = self.current
        return f"Under way: {said}; item {item.item.number} is {item.quorum}."

    def _say_settled(self) -> str:
        made = [each for one in self.view.items for each in one.item.decisions.all()]
        kinds = [(kind, kind.label.lower()) for kind in DecisionKind]
        counts = [
            write_count(sum(each.kind == kind for each in made), word)
            for kind, word in kinds
            if any(each.kind == kind for each in made)
        ]
        return ", ".join(counts) or "no decision is recorded"

    def _say_forecast(self) -> str:
        failing = [
            each.item.number
            for each in self.view.items
            if each.forecast.quorum.state in INQUORATE
        ]
        if not failing:
            return "no item is likely to be inquorate"
        items = ", ".join(failing)
        noun = "item" if len(failing) == 1 else "items"
        return f"likely to be inquorate: {noun} {items}"

    def say_notice(self) -> str:
        """Say how long the notice is, and whether that is enough."""
        published = self.meeting.notice_published_at
        if published is None:
            return "notice not known" if self.is_over else "no notice is given yet"
        check = check_given(self.view.table, published)
        if check is None:
            return f"notice published on {write_moment(published)}"
        met = {"enough": "enough", "urgent": "short, taken as urgent", "short": "short"}
        days = write_count(check.given, "clear day")
        return f"{days} of notice, of {check.needed} needed: {met[check.state]}"

    def say_minutes(self) -> str:
        minutes = self.view.minutes
        if minutes is None:
            return "no minutes yet"
        if minutes.state == MinutesState.AGREED:
            return f"minutes agreed on {write_day(minutes.agreed_on)} and locked"
        return "minutes drafted, not agreed yet"

    @property
    def notice_reasons(self) -> tuple[str, ...]:
        """Say why the notice is or is not enough; before it is given, if given now."""
        published = self.meeting.notice_published_at
        if published is None and self.meeting.state == MeetingState.PLANNED:
            check = check_given(self.view.table, timezone.now())
            return ("If it were called now:", *check.reasons) if check else ()
        check = check_given(self.view.table, published)
        return check.reasons if check else ()
