"""Add a seat, change and end it, and say which post has it from when to when."""

from typing import Any, Final

from django import forms

from placeplan_web.design.words import write_day
from placeplan_web.governance.models import (
    Body,
    Group,
    GroupOffice,
    GroupPart,
    Seat,
    SeatHolding,
    SeatKind,
)
from placeplan_web.governance.operations.group import (
    correct_holding,
    end_seat,
    give_seat,
)
from placeplan_web.governance.operations.seat import (
    add_seat,
    change_seat,
    close_seat,
    withdraw_seat,
)
from placeplan_web.governance.queries.period import stands_on
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
FIELDS: Final = (
    *("title", "post_words", "body", "kind", "constituency"),
    *("is_chair", "deputy_of", "part", "starts_on"),
)
POST_HINT: Final = (
    "A post that is missing here is added on the page of its organisation, by staff."
)


class SeatForm(ActForm):
    """A place at the table, and whether whoever has it votes."""

    title = forms.CharField(
        label="Seat", max_length=300, help_text="Such as Clinical lead of Thanet."
    )
    kind = forms.ChoiceField(
        label="Vote",
        choices=SeatKind.choices,
        help_text="Only voting seats count for a quorum.",
    )
    is_chair = forms.BooleanField(label="It is in the chair", required=False)
    constituency = forms.CharField(
        label="Constituency",
        max_length=80,
        required=False,
        help_text="For a quorum by constituency, such as Clinical or Lay.",
    )
    body = forms.ChoiceField(label="Organisation", required=False)
    deputy_of = forms.ChoiceField(
        label="Deputy of",
        required=False,
        help_text="The seat for which whoever has this one may sit in.",
    )
    part = forms.ChoiceField(label="Part of the group", required=False)
    post_words = forms.CharField(
        label="Post, in the words of a paper", max_length=300, required=False
    )
    starts_on = DayField("Stands from", needed=False)

    def prepare(self) -> None:
        group = self.get_group()
        self._bodies = {b.slug: b for b in Body.objects.filter(withdrawn_at=None)}
        self.offer("body", [(slug, b.name) for slug, b in self._bodies.items()])
        seats = group.seats.filter(
            stands_on(self.today), withdrawn_at=None, deputy_of=None
        )
        self._seats = {str(s.public_id): s for s in seats if s != self.record}
        self.offer("deputy_of", [(key, s.title) for key, s in self._seats.items()])
        self._parts = {each.name: each for each in group.parts.all()}
        self.offer("part", [(name, name) for name in self._parts])

    def get_group(self) -> Group:
        group: Group = self.record
        return group

    def clean_body(self) -> Body | None:
        return self._bodies.get(self.cleaned_data["body"])

    def clean_deputy_of(self) -> Seat | None:
        return self._seats.get(self.cleaned_data["deputy_of"])

    def clean_part(self) -> GroupPart | None:
        return self._parts.get(self.cleaned_data["part"])


class SeatChangeForm(SeatForm):
    """The seat as it stands, to be corrected."""

    def prepare(self) -> None:
        super().prepare()
        seat: Seat = self.record
        if seat.deputy_of:
            self._seats.setdefault(str(seat.deputy_of.public_id), seat.deputy_of)
            offered = [(key, each.title) for key, each in self._seats.items()]
            self.offer("deputy_of", offered)
        known: dict[str, Any] = {name: getattr(seat, name) for name in FIELDS}
        known["body"] = seat.body.slug if seat.body else ""
        known["part"] = seat.part.name if seat.part else ""
        known["deputy_of"] = str(seat.deputy_of.public_id) if seat.deputy_of else ""
        known["starts_on"] = seat.starts_on.isoformat() if seat.starts_on else ""
        for name, value in known.items():
            self.initial.setdefault(name, value)

    def get_group(self) -> Group:
        group: Group = self.record.group
        return group


def _list_fields(doing: Doing) -> dict[str, Any]:
    return {name: doing.typed[name] for name in FIELDS}


def _add(doing: Doing) -> str:
    seat = add_seat(
        by=doing.by,
        group=doing.record,
        fields=_list_fields(doing),
        at=doing.at,
        expected_version=doing.version,
    )
    return f"{seat.title} was added as {seat.reference}. Nobody has it yet."


def _change(doing: Doing) -> str:
    seat = change_seat(
        by=doing.by,
        seat=doing.record,
        fields=_list_fields(doing),
        at=doing.at,
        expected_version=doing.version,
    )
    return f"{seat.title} is changed."


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


class EndForm(ActForm):
    ends_on = DayField("Last day of the seat")
    reason = WordsField("Why does it end?")


def _end(doing: Doing) -> str:
    seat = close_seat(
        by=doing.by,
        seat=doing.record,
        ends_on=doing.typed["ends_on"],
        reason=doing.typed["reason"],
        at=doing.at,
        expected_version=doing.version,
    )
    return f"{seat.title} ends on {write_day(doing.typed['ends_on'])}."


class WithdrawForm(ActForm):
    reason = WordsField("Why was it a mistake?")


def _withdraw(doing: Doing) -> str:
    seat = withdraw_seat(
        by=doing.by,
        seat=doing.record,
        reason=doing.typed["reason"],
        at=doing.at,
        expected_version=doing.version,
    )
    return f"{seat.reference} is withdrawn; its history stays."


def _name_holding(holding: SeatHolding) -> str:
    return f"{holding.post.title}, {say_period(holding)}"


def say_period(held: SeatHolding | GroupOffice) -> str:
    """Say from when to when a post has a seat or an office."""
    until = f" to {write_day(held.ends_on)}" if held.ends_on else ""
    return f"from {write_day(held.starts_on)}{until}"


def _was_held(seat: Seat) -> bool:
    return not seat.is_withdrawn and seat.holdings.exists()


def _is_unheld(seat: Seat) -> bool:
    return not seat.is_withdrawn and not seat.holdings.exists()


ADDING_ACTS: Final = by_name(
    Act(*("add-seat", "Add a seat", "Add the seat", KEEP, SeatForm, _add))
)
"""What adds to the table of a group."""
SEAT_ACTS: Final = by_name(
    Act(*("fill", "Give it to a post", "Give it", KEEP, FillForm, _fill)),
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
    Act(*("change", "Change the seat", "Change it", KEEP, SeatChangeForm, _change)),
    Act(
        *("end", "End the seat", "End the seat", KEEP, EndForm, _end),
        explain=lambda _seat, _day: ["Whoever has it on that day leaves it with it."],
    ),
    Act(
        *("withdraw", "Undo its adding", "Withdraw the seat"),
        *(KEEP, WithdrawForm, _withdraw),
        is_open=_is_unheld,
    ),
)
"""What is done with a seat."""
