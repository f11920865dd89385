"""Where a recommendation stands with the bodies that were asked to ratify it."""

from dataclasses import dataclass
from datetime import date
from difflib import ndiff

from placeplan.governance.ratification import (
    BodyAnswer,
    find_ratification,
)
from placeplan.governance.ratification import Ratification as RatificationState
from placeplan_web.governance.models import (
    Decision,
    Ratification,
    RatificationAnswer,
)


@dataclass(frozen=True, slots=True)
class BodyLine:
    """A body that is asked, and its newest answer by a day; None while it is silent."""

    ratification: Ratification
    answer: RatificationAnswer | None
    outcome: str | None
    difference: tuple[str, ...]


def list_lines(decision: Decision, as_at: date | None = None) -> list[BodyLine]:
    """Give what each body had said by a day, and where its words differ from ours."""
    asked = decision.ratifications.select_related("body").prefetch_related("answers")
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
    lines = list_lines(decision, as_at)
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
