"""Add a seat to a group, change it and end it."""

from typing import Any, Final

from django import forms

from placeplan_web.design.words import write_day
from placeplan_web.governance.forms.holding import KEEP
from placeplan_web.governance.models import (
    Body,
    Group,
    GroupPart,
    Seat,
    SeatKind,
)
from placeplan_web.governance.operations.seat import (
    add_seat,
    change_seat,
    close_seat,
    restore_seat,
    withdraw_seat,
)
from placeplan_web.governance.queries.period import stands_on
from placeplan_web.programme.forms.act import (
    Act,
    ActForm,
    DayField,
    Doing,
    WordsField,
    by_name,
)

FIELDS: Final = (
    *("title", "post_words", "body", "kind", "constituency"),
    *("is_chair", "deputy_of", "part", "starts_on"),
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


def _restore(doing: Doing) -> str:
    seat = restore_seat(
        by=doing.by, seat=doing.record, at=doing.at, expected_version=doing.version
    )
    return f"{seat.title} is back as {seat.reference}."


def _stands(seat: Seat) -> bool:
    return not seat.is_withdrawn


def _is_unheld(seat: Seat) -> bool:
    return not seat.is_withdrawn and not seat.holdings.exists()


ADDING_ACTS: Final = by_name(
    Act(*("add-seat", "Add a seat", "Add the seat", KEEP, SeatForm, _add))
)
"""What adds to the table of a group."""
SEAT_ACTS: Final = by_name(
    Act(
        *("change", "Change the seat", "Change it", KEEP, SeatChangeForm, _change),
        is_open=_stands,
    ),
    Act(
        *("end", "End the seat", "End the seat", KEEP, EndForm, _end),
        explain=lambda _seat, _day: ["Whoever has it on that day leaves it with it."],
        is_open=_stands,
    ),
    Act(
        *("withdraw", "Undo its adding", "Withdraw the seat"),
        *(KEEP, WithdrawForm, _withdraw),
        is_open=_is_unheld,
    ),
    Act(
        *("restore", "Restore the seat", "Restore it", KEEP, ActForm, _restore),
        explain=lambda seat, _day: [f"It was withdrawn: {seat.withdrawn_reason}"],
        is_open=lambda seat: seat.is_withdrawn,
    ),
)
"""What is done with a seat."""
