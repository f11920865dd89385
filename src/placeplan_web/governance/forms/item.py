"""Run an item: open it, find a way out of it, say what came of it, move it."""

from datetime import date
from typing import Any, Final

from django import forms

from placeplan_web.governance.forms.meeting import RUN
from placeplan_web.governance.models import (
    AgendaItem,
    Group,
    ItemState,
    MeetingState,
    QuorumExit,
)
from placeplan_web.governance.operations.agenda import move_item
from placeplan_web.governance.operations.carried_item import take_off
from placeplan_web.governance.operations.escalation import discuss_escalation
from placeplan_web.governance.operations.item import (
    defer_item,
    finish_item,
    leave_inquorate,
    open_item,
    resolve_exclusion,
)
from placeplan_web.programme.forms.act import Act, ActForm, Doing, WordsField, by_name

_PLANNED, _OPEN, _INQUORATE = ItemState.PLANNED, ItemState.OPEN, ItemState.INQUORATE


def is_in(*states: ItemState) -> Any:
    """Give a test of the state of an item in a meeting that is under way."""
    return lambda item: (
        not item.is_withdrawn
        and item.meeting.state == MeetingState.OPEN
        and item.state in states
    )


def _open(doing: Doing) -> str:
    item = open_item(by=doing.by, item=doing.record, at=doing.at)
    if item.state == ItemState.INQUORATE:
        return f"Item {item.number} is inquorate through interests: choose a way out."
    return f"Item {item.number} is under discussion."


class FinishForm(ActForm):
    outcome = WordsField("What came of it, in a sentence?")


def _finish(doing: Doing) -> str:
    item = finish_item(
        by=doing.by, item=doing.record, outcome=doing.typed["outcome"], at=doing.at
    )
    return f"Item {item.number} is taken."


class DeferForm(ActForm):
    reason = WordsField("Why is it put off?")


def _defer(doing: Doing) -> str:
    item = defer_item(
        by=doing.by, item=doing.record, reason=doing.typed["reason"], at=doing.at
    )
    return f"Item {item.number} is put off."


class ExitForm(ActForm):
    """One of the three ways out; none of them is to decide."""

    way = forms.ChoiceField(label="Way out", choices=QuorumExit.choices)
    referred_to = forms.ChoiceField(label="If it is referred: to whom", required=False)
    reason = WordsField("Why this way?", hint="The reason stands in the minutes.")

    def prepare(self) -> None:
        groups = Group.objects.filter(withdrawn_at=None).exclude(
            pk=self.record.meeting.group_id
        )
        self._groups = {each.slug: each for each in groups}
        self.offer("referred_to", [(g.slug, g.name) for g in self._groups.values()])

    def clean_referred_to(self) -> Group | None:
        return self._groups.get(self.cleaned_data["referred_to"])


def _leave_inquorate(doing: Doing) -> str:
    typed = doing.typed
    item = leave_inquorate(
        by=doing.by,
        item=doing.record,
        way=QuorumExit(typed["way"]),
        reason=typed["reason"],
        referred_to=typed["referred_to"],
        at=doing.at,
    )
    return f"Item {item.number}: {item.get_quorum_exit_display().lower()}."


def _exclude(doing: Doing) -> str:
    item = resolve_exclusion(by=doing.by, item=doing.record, at=doing.at)
    return f"The public is kept out of item {item.number}; the minutes say why."


class DiscussForm(ActForm):
    """What the group said of a risk that was laid before it."""

    discussion = WordsField("What was said of the risk?")


def _find_waiting(item: AgendaItem) -> Any:
    waiting = item.escalations.filter(discussed_on=None, stood_down_on=None)
    return waiting.select_related("item__meeting").first()


def _discuss(doing: Doing) -> str:
    escalation = discuss_escalation(
        by=doing.by,
        escalation=_find_waiting(doing.record),
        discussion=doing.typed["discussion"],
        at=doing.at,
    )
    return f"The discussion of {escalation.risk.reference} is recorded."


class TakeOffForm(ActForm):
    reason = WordsField("Why is it taken off?")


def _take_off(doing: Doing) -> str:
    item = take_off(
        by=doing.by,
        item=doing.record,
        reason=doing.typed["reason"],
        at=doing.at,
        expected_version=doing.version,
    )
    return f"Item {item.number} is off the agenda."


def _may_be_taken_off(item: AgendaItem) -> bool:
    return item.meeting.state == MeetingState.PLANNED and _may_move(item)


def _explain_take_off(item: AgendaItem, _day: date) -> list[str]:
    if item.carried_from is None:
        return ["It stands on no agenda then."]
    return ["It was carried from an earlier meeting, and is not carried again."]


def _move_up(doing: Doing) -> str:
    item = move_item(by=doing.by, item=doing.record, up=True, at=doing.at)
    return f"Item {item.number} moved up."


def _move_down(doing: Doing) -> str:
    item = move_item(by=doing.by, item=doing.record, up=False, at=doing.at)
    return f"Item {item.number} moved down."


def _may_move(item: AgendaItem) -> bool:
    before = (MeetingState.PLANNED, MeetingState.CALLED, MeetingState.OPEN)
    return (
        item.meeting.state in before
        and not item.is_withdrawn
        and item.state == ItemState.PLANNED
    )


RUNNING_ACTS: Final = by_name(
    Act(
        *("open", "Open the item", "Open the item", RUN, ActForm, _open),
        is_open=is_in(_PLANNED),
    ),
    Act(
        *("exit", "Choose a way out", "Take this way", RUN, ExitForm, _leave_inquorate),
        explain=lambda _item, _day: [
            (
                "So many members must withdraw that the item has no quorum. It may be "
                "put off, members may be co-opted or invited, or it may be referred "
                "up. It is never decided here as things stand."
            )
        ],
        is_open=lambda item: is_in(_INQUORATE)(item) and not item.quorum_exit,
    ),
    Act(
        *("exclude", "Keep the public out", "Record the resolution"),
        *(RUN, ActForm, _exclude),
        explain=lambda item, _day: [
            f"Reason: {item.exempt_reason.replace('_', ' ')}. {item.balance_words}"
        ],
        is_open=lambda item: (
            is_in(_PLANNED, _OPEN, _INQUORATE)(item)
            and item.is_private
            and not item.is_exclusion_resolved
        ),
    ),
    Act(
        *("discuss", "Record the discussion of the risk", "Record it"),
        *(RUN, DiscussForm, _discuss),
        is_open=lambda item: (
            item.meeting.opened_at is not None and _find_waiting(item) is not None
        ),
    ),
    Act(
        *("finish", "Say what came of it", "The item is taken"),
        *(RUN, FinishForm, _finish),
        is_open=is_in(_OPEN),
    ),
    Act(
        *("defer", "Put the item off", "Put it off", RUN, DeferForm, _defer),
        is_open=is_in(_PLANNED, _OPEN),
    ),
    Act(
        *("take-off", "Take the item off the agenda", "Take it off"),
        *(RUN, TakeOffForm, _take_off),
        explain=_explain_take_off,
        is_open=_may_be_taken_off,
    ),
    Act(
        *("up", "Move up", "Move up", RUN, ActForm, _move_up),
        is_open=_may_move,
    ),
    Act(
        *("down", "Move down", "Move down", RUN, ActForm, _move_down),
        is_open=_may_move,
    ),
)
"""What whoever runs a meeting does with an item."""
