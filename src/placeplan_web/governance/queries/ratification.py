"""Where a recommendation stands with the bodies that were asked to ratify it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from difflib import ndiff

from django.db.models import Q, prefetch_related_objects

from placeplan.governance.ratification import (
    BodyAnswer,
    find_ratification,
)
from placeplan.governance.ratification import Ratification as RatificationState
from placeplan_web.governance.models import (
    Decision,
    Group,
    Ratification,
    RatificationAnswer,
)
from placeplan_web.governance.queries.privacy import narrow_open_items


@dataclass(frozen=True, slots=True)
class BodyLine:
    """A body that is asked, and its newest answer by a day; None while it is silent."""

    ratification: Ratification
    answer: RatificationAnswer | None
    outcome: str | None
    difference: tuple[str, ...]


def list_lines(decision: Decision, as_at: date | None = None) -> list[BodyLine]:
    """Give what each body had said by a day, and where its words differ from ours."""
    asked = list(decision.ratifications.all())
    prefetch_related_objects(asked, "body", "answers")
    lines = []
    for each in asked:
        if as_at is not None and each.asked_on > as_at:
            continue
        said = [
            answer
            for answer in each.answers.all()
            if as_at is None or answer.answered_on <= as_at
        ]
        newest = max(said, key=lambda one: (one.answered_on, one.pk), default=None)
        read = read_answer(each, newest)
        text = newest.text if newest else ""
        lines.append(
            BodyLine(
                each,
                newest,
                read.find_outcome(decision.text),
                show_difference(decision.text, text) if text else (),
            )
        )
    return lines


def read_answer(asked: Ratification, answer: RatificationAnswer | None) -> BodyAnswer:
    if answer is None:
        return BodyAnswer(asked.body.slug)
    return BodyAnswer(asked.body.slug, answer.outcome, answer.answered_on, answer.text)


def find_state(
    decision: Decision, as_at: date | None = None
) -> RatificationState | None:
    """Find whether a recommendation is in effect; None where nobody was asked."""
    return settle(decision, list_lines(decision, as_at), as_at)


def settle(
    decision: Decision, lines: Sequence[BodyLine], as_at: date | None = None
) -> RatificationState | None:
    """Find the same from what bodies said, where that is read already."""
    if not decision.ratification_rule or not lines:
        return None
    return find_ratification(
        decision.ratification_rule,
        [read_answer(line.ratification, line.answer) for line in lines],
        lead=decision.lead_body.slug if decision.lead_body else None,
        text=decision.text,
        as_at=as_at,
    )


def show_difference(asked: str, agreed: str) -> tuple[str, ...]:
    """Give the words that were taken out (-) and put in (+), in order.

    Examples
    --------
    >>> show_difference("Three sites from April.", "Two sites from April.")
    ('- Three', '+ Two')
    """
    compared = ndiff(asked.split(), agreed.split())
    return tuple(each for each in compared if each[:1] in "+-")


@dataclass(frozen=True, slots=True)
class Recommendation:
    """A recommendation that bodies ratify, and where it stands."""

    decision: Decision
    lines: Sequence[BodyLine]
    state: RatificationState | None

    @property
    def state_name(self) -> str:
        return self.state.state if self.state else ""

    def count(self, outcome: str | None) -> int:
        return sum(line.outcome == outcome for line in self.lines)


def list_recommendations(day: date, readable: Q | None = None) -> list[Recommendation]:
    """List what bodies were asked to ratify by a day, the newest first.

    Four questions in all. `readable` narrows groups, as `rules.narrow_readable` does;
    what was recommended on a private item is left out.
    """
    put = Decision.objects.filter(
        narrow_open_items("item__"),
        decided_on__lte=day,
        ratifications__asked_on__lte=day,
    )
    if readable is not None:
        put = put.filter(item__meeting__group__in=Group.objects.filter(readable))
    known = put.select_related("item__meeting__group", "lead_body").distinct()
    found = []
    for decision in known.prefetch_related(
        "ratifications__body", "ratifications__answers"
    ).order_by("-decided_on", "-pk"):
        lines = list_lines(decision, day)
        found.append(Recommendation(decision, lines, settle(decision, lines, day)))
    return found
