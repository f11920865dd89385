"""Declare an interest on an item, and rule on it; the effect is worked out at once."""

from typing import Any, Final

from django import forms

from placeplan.governance.interest import list_interest_kinds
from placeplan_web.governance.forms.meeting import RUN
from placeplan_web.governance.models import (
    AgendaItem,
    Declaration,
    Dispensation,
    Interest,
    ItemState,
    MeetingState,
    Regime,
    Ruling,
    Seat,
    Staying,
)
from placeplan_web.governance.operations.declaration import declare_interest, rule_on
from placeplan_web.governance.queries.period import stands_on
from placeplan_web.governance.queries.standing import (
    find_terms,
    list_holders,
    list_seats,
    list_spoken_seats,
)
from placeplan_web.programme.forms.act import Act, ActForm, Doing, WordsField, by_name

NOT_OVER: Final = (ItemState.PLANNED, ItemState.OPEN, ItemState.INQUORATE)


class DeclareForm(ActForm):
    """Whose interest, of which kind; members declare for their own seat alone."""

    seat = forms.ChoiceField(label="Whose interest is it?")
    kind = forms.ChoiceField(label="Kind of interest")
    nature = WordsField(
        "What is the interest?",
        hint="This is read out, and stands in the minutes and on the item.",
    )
    interest = forms.ChoiceField(
        label="It stands in the register as",
        required=False,
        help_text="Leave this empty for an interest that is not in the register.",
    )
    dispensation = forms.ChoiceField(label="Dispensation", required=False)

    def prepare(self) -> None:
        item: AgendaItem = self.record
        group, day = item.meeting.group, item.meeting.held_on
        seats = list_seats(group, day, item.meeting.part)
        holders = list_holders(seats, day)
        held = [seat for seat in seats if seat.pk in holders]
        spoken = list_spoken_seats(self.user, held, self.today)
        self._seats = {str(seat.public_id): seat for seat in spoken}
        self.offer("seat", [(key, seat.title) for key, seat in self._seats.items()])
        self._offer_kinds(find_terms(group, day), item)
        posts = [post.pk for post in holders.values()]
        self._offer_known(posts, item)

    def _offer_kinds(self, terms: Any, item: AgendaItem) -> None:
        regime = terms.regime if terms else ""
        kinds = list_interest_kinds(regime, item.meeting.held_on) if regime else {}
        self.offer("kind", list(kinds.items()))

    def _offer_known(self, posts: list[int], item: AgendaItem) -> None:
        day = item.meeting.held_on
        known = Interest.objects.filter(
            stands_on(day), post__in=posts, withdrawn_at=None, is_nil=False
        )
        self._interests = {each.reference: each for each in known}
        self.offer(
            "interest",
            [
                (name, f"{name}: {'withheld' if each.is_sensitive else each.nature}")
                for name, each in self._interests.items()
            ],
        )
        granted = Dispensation.objects.filter(
            post__in=posts, withdrawn_at=None, granted_on__lte=day
        )
        self._granted = {each.reference: each for each in granted}
        self.offer(
            "dispensation",
            [(name, f"{name}: {d.scope}") for name, d in self._granted.items()],
        )

    def clean_seat(self) -> Seat:
        return self._seats[self.cleaned_data["seat"]]

    def clean_interest(self) -> Interest | None:
        return self._interests.get(self.cleaned_data["interest"])

    def clean_dispensation(self) -> Dispensation | None:
        return self._granted.get(self.cleaned_data["dispensation"])


def _declare(doing: Doing) -> str:
    typed = doing.typed
    declaration = declare_interest(
        by=doing.by,
        item=doing.record,
        kind=typed["kind"],
        nature=typed["nature"],
        seat=typed["seat"],
        interest=typed["interest"],
        dispensation=typed["dispensation"],
        at=doing.at,
    )
    return f"{typed['seat'].title}: {say_effect(declaration)}."


def say_effect(effect: Any) -> str:
    """Write what a declaration, or an effect of the library, lets somebody do."""
    speak = getattr(effect, "may_speak", None)
    vote = getattr(effect, "may_vote", None)
    speak = effect.speak if speak is None else speak
    vote = effect.vote if vote is None else vote
    said = ["may speak" if speak else "may not speak"]
    said.append("may vote" if vote else "may not vote")
    stays = {
        Staying.YES: "may stay",
        Staying.UNTIL_SPOKEN: "leaves after speaking",
        Staying.NO: "leaves the room",
    }
    return ", ".join([*said, stays[Staying(effect.stay)]])


class RuleForm(ActForm):
    """What the chair rules on a declaration, in a post of theirs."""

    declaration = forms.ChoiceField(label="Declaration")
    ruling = forms.ChoiceField(label="Ruling", choices=Ruling.choices)
    post = forms.ChoiceField(label="Post that rules")
    reason = WordsField("Why?", needed=False)

    def prepare(self) -> None:
        rows = list_to_rule(self.record).select_related("post")
        self._declarations = {str(each.public_id): each for each in rows}
        self.offer(
            "declaration",
            [(key, f"{d.post.title}: {d.kind}") for key, d in self._rows()],
        )
        if len(self._declarations) == 1:
            self.initial.setdefault("declaration", next(iter(self._declarations)))
        meeting = self.record.meeting
        seats = list_seats(meeting.group, meeting.held_on, meeting.part)
        holders = list_holders(seats, meeting.held_on)
        self._posts = {str(post.public_id): post for post in holders.values()}
        self.offer("post", [(key, post.title) for key, post in self._posts.items()])
        for seat in seats:
            if seat.is_chair and seat.pk in holders:
                self.initial.setdefault("post", str(holders[seat.pk].public_id))

    def _rows(self) -> Any:
        return self._declarations.items()

    def clean_declaration(self) -> Declaration:
        found: Declaration = self._declarations[self.cleaned_data["declaration"]]
        return found

    def clean_post(self) -> Any:
        return self._posts[self.cleaned_data["post"]]


def list_to_rule(item: AgendaItem) -> Any:
    """List declarations on which the chair of an NHS meeting may rule."""
    return item.declarations.filter(regime=Regime.NHS, withdrawn_at=None)


def _rule(doing: Doing) -> str:
    typed = doing.typed
    ruled = rule_on(
        by=doing.by,
        declaration=typed["declaration"],
        ruling=Ruling(typed["ruling"]),
        post=typed["post"],
        reason=typed["reason"],
        at=doing.at,
    )
    return f"The chair ruled: {ruled.get_ruling_display().lower()}. {say_effect(ruled)}"


def may_still_declare(item: AgendaItem) -> bool:
    over = (MeetingState.CLOSED, MeetingState.CANCELLED)
    return (
        not item.is_withdrawn
        and item.state in NOT_OVER
        and item.meeting.state not in over
    )


DECLARING_ACTS: Final = by_name(
    Act(
        *("declare", "Declare an interest", "Declare it"),
        *("governance.declare_in", DeclareForm, _declare),
        explain=lambda _item, _day: [
            (
                "What it lets the member do is worked out by the rules that the terms "
                "of the group name, and shown at once."
            )
        ],
        is_open=may_still_declare,
    ),
    Act(
        *("rule", "Record the chair's ruling", "Record the ruling"),
        *(RUN, RuleForm, _rule),
        is_open=lambda item: may_still_declare(item) and list_to_rule(item).exists(),
    ),
)
"""What is done about interests on an item."""
