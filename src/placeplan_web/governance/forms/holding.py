"""Say which post has a seat from when to when, end it, and put right what was wrong."""

from typing import Final

from django import forms

from placeplan_web.design.words import write_day
from placeplan_web.governance.models import GroupOffice, Seat, SeatHolding
from placeplan_web.governance.operations.group import (
    correct_holding,
    end_seat,
    give_seat,
)
from placeplan_web.places.models import Post
from placeplan_web.programme.forms.act import (
    Act,
    ActForm,
    DayField,
    Doing,
    WordsField,
    by_name,
)
from placeplan_web.programme.registers.links import list_posts, write_post

KEEP: Final = "governance.keep_group"
POST_HINT: Final = (
    "A post that is missing here is added on the page of its organisation, by staff."
)


class FillForm(ActForm):
    """Which post has the seat, from when to when."""

    post = forms.ChoiceField(label="Post", help_text=POST_HINT)
    starts_on = DayField("From")
    ends_on = DayField(
        "Until", hint="Its last day. Leave it empty if none is known.", needed=False
    )

    def prepare(self) -> None:
        self._posts = {str(p.public_id): p for p in list_posts(None)}  # type: ignore[arg-type] # it looks at no scope
        posts = [(key, write_post(post)) for key, post in self._posts.items()]
        self.offer("post", posts)
        self.initial.setdefault("starts_on", self.today.isoformat())

    def clean_post(self) -> Post:
        return self._posts[self.cleaned_data["post"]]


def _fill(doing: Doing) -> str:
    holding = give_seat(
        by=doing.by,
        seat=doing.record,
        post=doing.typed["post"],
        starts_on=doing.typed["starts_on"],
        ends_on=doing.typed["ends_on"],
        at=doing.at,
        expected_version=doing.version,
    )
    return f"{holding.post.title} has the seat {say_period(holding)}."


class HoldingForm(ActForm):
    """One of the stays of a post in the seat."""

    holding = forms.ChoiceField(label="Who has it, and when")

    def prepare(self) -> None:
        rows = self.record.holdings.select_related("post__organisation")
        self._holdings = {str(each.pk): each for each in rows}
        offered = [(k, _name_holding(h)) for k, h in self._holdings.items()]
        self.offer("holding", offered)
        if len(self._holdings) == 1:
            self.initial.setdefault("holding", offered[0][0])

    def clean_holding(self) -> SeatHolding:
        found: SeatHolding = self._holdings[self.cleaned_data["holding"]]
        return found


class VacateForm(HoldingForm):
    ends_on = DayField("Last day in the seat")


def _vacate(doing: Doing) -> str:
    holding = end_seat(
        by=doing.by,
        holding=doing.typed["holding"],
        ends_on=doing.typed["ends_on"],
        at=doing.at,
        expected_version=doing.version,
    )
    return f"{holding.post.title} has the seat {say_period(holding)}."


class CorrectForm(HoldingForm, FillForm):
    """What was written down wrongly: the post, or its days."""

    reason = WordsField("What was wrong?")
    field_order = ("holding", "post", "starts_on", "ends_on", "reason")

    def prepare(self) -> None:
        HoldingForm.prepare(self)
        FillForm.prepare(self)
        if len(self._holdings) == 1:
            only = next(iter(self._holdings.values()))
            self.initial["post"] = str(only.post.public_id)
            self.initial["starts_on"] = only.starts_on.isoformat()
            self.initial["ends_on"] = only.ends_on.isoformat() if only.ends_on else ""


def _correct(doing: Doing) -> str:
    typed = doing.typed
    holding = correct_holding(
        by=doing.by,
        holding=typed["holding"],
        period=(typed["starts_on"], typed["ends_on"]),
        post=typed["post"],
        at=doing.at,
        reason=typed["reason"],
        expected_version=doing.version,
    )
    return f"Corrected: {_name_holding(holding)}."


def _name_holding(holding: SeatHolding) -> str:
    return f"{holding.post.title}, {say_period(holding)}"


def say_period(held: SeatHolding | GroupOffice) -> str:
    """Say from when to when a post has a seat or an office."""
    until = f" to {write_day(held.ends_on)}" if held.ends_on else ""
    return f"from {write_day(held.starts_on)}{until}"


def _was_held(seat: Seat) -> bool:
    return not seat.is_withdrawn and seat.holdings.exists()


HOLDING_ACTS: Final = by_name(
    Act(
        *("fill", "Give it to a post", "Give it", KEEP, FillForm, _fill),
        is_open=lambda seat: not seat.is_withdrawn,
    ),
    Act(
        *("vacate", "End who has it", "End it", KEEP, VacateForm, _vacate),
        is_open=_was_held,
    ),
    Act(
        *("correct", "Correct who has it", "Keep the correction"),
        *(KEEP, CorrectForm, _correct),
        explain=lambda _seat, _day: [
            "For what was written down wrongly. Who leaves the seat ends it instead."
        ],
        is_open=_was_held,
    ),
)
"""What is done with who has a seat."""
