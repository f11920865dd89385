"""Put a dissent on record beside what was settled by consensus."""

from typing import Final

from django import forms

from placeplan_web.governance.forms.meeting import RUN
from placeplan_web.governance.models import Decision, MinutesState, Seat
from placeplan_web.governance.operations.dissent import is_by_consensus, record_dissent
from placeplan_web.programme.forms.act import Act, ActForm, Doing, WordsField, by_name


class DissentForm(ActForm):
    """Whose dissent it is, of those who were there, in their words."""

    seat = forms.ChoiceField(label="Who dissents?")
    words = WordsField("The dissent, as it is to stand on record")

    def prepare(self) -> None:
        meeting = self.record.item.meeting
        there = meeting.attendances.filter(seat__isnull=False).values("seat")
        seats = meeting.group.seats.filter(pk__in=there)
        rest = seats.exclude(pk__in=self.record.dissents.values("seat"))
        self._seats = {str(each.public_id): each for each in rest}
        self.offer("seat", [(key, seat.title) for key, seat in self._seats.items()])

    def clean_seat(self) -> Seat:
        found: Seat = self._seats[self.cleaned_data["seat"]]
        return found


def _dissent(doing: Doing) -> str:
    dissent = record_dissent(
        by=doing.by,
        decision=doing.record,
        seat=doing.typed["seat"],
        words=doing.typed["words"],
        at=doing.at,
    )
    return f"The dissent of {dissent.seat.title} is on record."


def _may_dissent(decision: Decision) -> bool:
    minutes = getattr(decision.item.meeting, "minutes", None)
    agreed = minutes is not None and minutes.state == MinutesState.AGREED
    return not agreed and is_by_consensus(decision)


DISSENT_ACTS: Final = by_name(
    Act(
        *("dissent", "Record a dissent", "Put it on record"),
        *(RUN, DissentForm, _dissent),
        explain=lambda _decision, _day: [
            (
                "Consensus stands with a dissent beside it. The dissent stands in the "
                "minutes, and is never taken out."
            )
        ],
        is_open=_may_dissent,
    ),
)
"""What a member may have put beside a decision."""
