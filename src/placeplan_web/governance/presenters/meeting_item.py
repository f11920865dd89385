"""One item in words: what it is, what is likely, how it stands, who may do what."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any, Final

from placeplan.governance.quorum import QuorumCheck
from placeplan_web.design.words import (
    write_count,
    write_day,
    write_hour,
    write_moment,
    write_pounds,
)
from placeplan_web.governance.forms.declaring import say_effect
from placeplan_web.governance.models import (
    Classification,
    Declaration,
    ItemState,
    MeetingState,
    Vote,
)
from placeplan_web.governance.presenters.frame import Frame, cell
from placeplan_web.governance.presenters.paper_words import PaperWords
from placeplan_web.governance.queries.meeting_view import ItemView, MeetingView
from placeplan_web.governance.queries.paper_access import may_read_item

SENSITIVE: Final = "a sensitive interest, whose nature is withheld"
KEPT_INTEREST: Final = "an interest, which would tell what is private about the item"


@dataclass(frozen=True)
class ItemWords:
    """An item of a meeting, as its reader may know it."""

    frame: Frame
    view: MeetingView
    of: ItemView
    starts_at: datetime | None = None

    @property
    def item(self) -> Any:
        return self.of.item

    @cached_property
    def is_open_to_reader(self) -> bool:
        return may_read_item(self.view.reader, self.item)

    @property
    def href(self) -> str:
        return self.frame.link(
            "governance:item",
            public_id=self.view.meeting.public_id,
            number=self.item.number,
        )

    @property
    def state(self) -> str:
        """Write how it stands; what a meeting that is over left was not reached."""
        over = self.view.meeting.state == MeetingState.CLOSED
        if over and self.item.state == ItemState.PLANNED:
            return "Not reached"
        return str(self.item.get_state_display())

    @property
    def came_from(self) -> str:
        """Write from which meeting it was carried here."""
        before = self.item.carried_from
        return f"from {write_day(before.meeting.held_on)}" if before else ""

    @property
    def later(self) -> Any | None:
        """The item of a later meeting as which it goes on; none once taken off."""
        carried = getattr(self.item, "carried_to", None)
        return None if carried is None or carried.is_withdrawn else carried

    @property
    def timing(self) -> str:
        parts = []
        if self.starts_at is not None:
            parts.append(write_hour(self.starts_at))
        if self.item.minutes_planned:
            parts.append(write_count(self.item.minutes_planned, "minute"))
        return ", ".join(parts)

    @property
    def note(self) -> str:
        """Write when it is heard, and from which meeting it was carried."""
        carried = f"carried {self.came_from}" if self.came_from else ""
        return "; ".join(part for part in (self.timing, carried) if part)

    @property
    def presenter(self) -> str:
        post = self.item.presenter_post
        return post.title if post else self.item.presenter_words or "not stated"

    @property
    def privacy(self) -> str:
        """Say why the public may not read it; a reason is never withheld."""
        if not self.item.is_private:
            return ""
        kind = Classification(self.item.classification).label
        reason = self.item.exempt_reason.replace("_", " ")
        return f"{kind}, {reason}. {self.item.balance_words}".strip()

    @property
    def authority(self) -> str:
        if self.of.authority is None:
            return "not asked: no subject is stated"
        may = self.of.authority.verb == "decide"
        return "may decide" if may else "may only recommend"

    @property
    def may(self) -> str:
        """Say as a clause what the group may do with the item."""
        if self.of.authority is None:
            return "no subject is stated to ask authority for"
        return f"the group {self.authority}"

    @property
    def authority_reasons(self) -> tuple[str, ...]:
        """Say why, unless that would name the subject of a private item."""
        if self.of.authority is None or not self.is_open_to_reader:
            return ()
        return self.of.authority.reasons

    @property
    def outcome(self) -> str:
        """Say what came of it, or why it was put off, as far as its reader may know."""
        if not self.is_open_to_reader:
            return ""
        said = str(self.item.outcome_words or self.item.exit_reason)
        if self.later is None:
            return said
        on = write_day(self.later.meeting.held_on)
        return f"{said} It goes on at the meeting of {on}.".strip()

    @property
    def conflicts(self) -> list[str]:
        """Likely conflicts of interest, before anybody has declared."""
        return [
            f"{each.seat.title}: {self._say_interest(each)}"
            for each in self.of.forecast.conflicts
        ]

    def _say_interest(self, conflict: Any) -> str:
        if conflict.interest.is_sensitive:
            return f"{SENSITIVE}; {say_effect(conflict.effect)}"
        if not self.is_open_to_reader:
            return f"{KEPT_INTEREST}; {say_effect(conflict.effect)}"
        shared = ", ".join(conflict.matches)
        nature = conflict.interest.nature
        given = conflict.dispensation
        leave = f", by dispensation {given.reference}" if given else ""
        return f"{nature} ({shared}); {say_effect(conflict.effect)}{leave}"

    @property
    def forecast(self) -> str:
        return say_quorum_state(self.of.forecast.quorum)

    @property
    def quorum(self) -> str:
        return say_quorum_state(self.of.quorum) if self.of.quorum else ""

    @property
    def quorum_reasons(self) -> tuple[str, ...]:
        found = self.of.quorum or self.of.forecast.quorum
        return found.reasons

    @property
    def papers(self) -> list[PaperWords]:
        """Papers, those that were published by the day of the page."""
        return [
            PaperWords(self.frame, self.view, each) for each in self.item.papers.all()
        ]

    @property
    def declarations(self) -> list[list[Any]]:
        return [list_declared(each) for each in self.view.list_declared(self.item)]

    @property
    def votes(self) -> list[list[Any]]:
        return [list_vote(each) for each in self.item.votes.all()]

    @property
    def decisions(self) -> list[list[Any]]:
        return [
            [
                cell(
                    each.reference,
                    href=self.frame.link(
                        "governance:decision", reference=each.reference
                    ),
                ),
                each.get_kind_display(),
                each.title,
            ]
            for each in self.item.decisions.all()
        ]

    @property
    def actions(self) -> list[list[Any]]:
        return [
            [each.reference, each.text, name_owner(each), each.get_state_display()]
            for each in self.item.actions.all()
            if not each.is_withdrawn
        ]

    @property
    def value(self) -> str:
        value = self.item.value_pounds
        return "" if value is None else write_pounds(float(value))


def say_quorum_state(check: QuorumCheck) -> str:
    """Write how an item stands: its state, and counted of needed."""
    words = {
        "quorate": "quorate",
        "inquorate": "inquorate",
        "inquorate_through_interests": "inquorate through interests",
        "not_stated": "no quorum is stated",
    }
    said = words.get(check.state, check.state.replace("_", " "))
    counted, needed = sum(check.counted.values()), sum(check.needed.values())
    if not needed:
        return said
    verb = "is" if needed == 1 else "are"
    return f"{said} with {counted}, where {needed} {verb} needed"


def list_declared(declaration: Declaration) -> list[Any]:
    interest = declaration.interest
    hidden = interest is not None and interest.is_sensitive
    ruled = (
        f"; the chair ruled: {declaration.get_ruling_display().lower()}"
        if declaration.ruled_at
        else ""
    )
    who = declaration.seat.title if declaration.seat else declaration.post.title
    return [
        who,
        cell(
            SENSITIVE if hidden else declaration.nature,
            note=declaration.kind.replace("_", " "),
        ),
        write_moment(declaration.declared_at),
        f"{say_effect(declaration)}{ruled}",
        " ".join(declaration.effect_reasons),
    ]


def list_vote(vote: Vote) -> list[Any]:
    cast = ", ".join(
        f"{each.seat.title} {each.get_choice_display().lower()}"
        for each in vote.ballots.all()
    )
    return [
        vote.motion,
        f"{vote.in_favour} for, {vote.against} against, {vote.abstained} abstained",
        "carried" if vote.is_carried else "not carried",
        cast or "not recorded by seat",
        " ".join(vote.result_reasons),
    ]


def name_owner(action: Any) -> str:
    post = action.owner_post
    return post.title if post else action.owner_words or "nobody named"
