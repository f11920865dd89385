"""Ratification: when what was recommended takes effect, body by body."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Final

from placeplan.errors import Fault, InputError
from placeplan.programme.interval import print_day

OUTCOMES: Final = ("agreed", "agreed_with_changes", "refused", "deferred")
"""What a body may say; none while it is silent."""

RATIFICATION_RULES: Final = ("all", "majority", "lead")
"""Every body, more than half of them, or the one that leads."""

RATIFICATION_STATES: Final = ("effective", "pending", "failed")
"""Where a recommendation stands."""

_SAID: Final = {
    "agreed_with_changes": "agreed with changes, so the text must come back",
    "refused": "refused",
    "deferred": "deferred",
}

SOURCE: Final = (
    "The recommendation's own rule; Kent and Medway STP Initiation Document, 9 March "
    "2016, paragraphs 37 and 38: each statutory organisation decides"
)


@dataclass(frozen=True, slots=True)
class BodyAnswer:
    """What one body said of a recommendation.

    Parameters
    ----------
    body : str
        Its id.
    outcome : str or None
        One of `OUTCOMES`; None while it is silent.
    answered_on : date or None
        When it said so.
    text : str
        The exact text that it agreed; empty where that is the text it was asked.
    """

    body: str
    outcome: str | None = None
    answered_on: date | None = None
    text: str = ""

    def find_outcome(self, text: str = "", as_at: date | None = None) -> str | None:
        """Find what was known of it on a day, its words held against those asked.

        Examples
        --------
        >>> BodyAnswer("a", "agreed", text="Two sites.").find_outcome("Three sites.")
        'agreed_with_changes'
        """
        if as_at and self.answered_on and self.answered_on > as_at:
            return None
        other = bool(text and self.text) and hash_text(text) != hash_text(self.text)
        changed = other and self.outcome == "agreed"
        return "agreed_with_changes" if changed else self.outcome


@dataclass(frozen=True, slots=True)
class Ratification:
    """Where a recommendation stands.

    Parameters
    ----------
    state : str
        One of `RATIFICATION_STATES`.
    effective_on : date or None
        Day on which the rule was met, where the answers have days.
    waiting : tuple of str
        Bodies that have still to agree to the same words.
    reasons : tuple of str
        Why, in sentences.
    """

    state: str
    effective_on: date | None
    waiting: tuple[str, ...]
    reasons: tuple[str, ...]


def hash_text(text: str) -> str:
    r"""Hash the words of a recommendation, spaces and line ends aside.

    Examples
    --------
    >>> hash_text("One text.") == hash_text(" One\n text. ")
    True
    """
    return sha256(" ".join(text.split()).encode()).hexdigest()


def find_ratification(
    rule: str,
    answers: Sequence[BodyAnswer],
    *,
    lead: str | None = None,
    text: str = "",
    as_at: date | None = None,
) -> Ratification:
    """Find whether a recommendation has taken effect.

    Parameters
    ----------
    rule : str
        One of `RATIFICATION_RULES`.
    answers : sequence of BodyAnswer
        One for each body that is asked, also while it is silent.
    lead : str or None
        The body that leads, where the rule is ``lead``.
    text : str
        What was recommended. A body that agreed to other words agreed with changes.
    as_at : date or None
        Day on which one looks; what was said later is not known.

    Returns
    -------
    Ratification
        Agreed with changes and deferred are no agreement yet: the text must come back.

    Raises
    ------
    InputError
        When the rule or an outcome is unknown, no body is asked, one is asked twice,
        or the lead is not among them.

    Examples
    --------
    >>> said = [BodyAnswer(f"ccg-{n}", "agreed") for n in range(7)]
    >>> other = BodyAnswer("ccg-7", "agreed_with_changes")
    >>> find_ratification("all", [*said, other]).state
    'pending'
    """
    _check(rule, answers, lead)
    required = [each for each in answers if rule != "lead" or each.body == lead]
    said = {each.body: each.find_outcome(text, as_at) for each in answers}
    known = {each.body: said[each.body] for each in required}
    agreed = [each for each in required if known[each.body] == "agreed"]
    refused = sum(outcome == "refused" for outcome in known.values())
    needed = len(required) // 2 + 1 if rule == "majority" else len(required)
    waiting = tuple(
        body for body, outcome in known.items() if outcome not in ("agreed", "refused")
    )
    if len(agreed) >= needed:
        state = "effective"
    else:
        state = "failed" if len(required) - refused < needed else "pending"
    on = _find_day(agreed, needed) if state == "effective" else None
    reasons = _explain(rule, state, len(agreed), needed, len(required), on)
    told = (f"{body} {_SAID[it]}." for body, it in said.items() if it in _SAID)
    left = () if state == "effective" else waiting
    return Ratification(state, on, left, (*reasons, *told))


def _check(rule: str, answers: Sequence[BodyAnswer], lead: str | None) -> None:
    faults = []
    if rule not in RATIFICATION_RULES:
        faults.append(("rule", f"one of: {', '.join(RATIFICATION_RULES)}", rule))
    if not answers:
        faults.append(("bodies", "one body or more", "none"))
    bodies = [each.body for each in answers]
    faults += [
        ("bodies", "each body once", body)
        for body in dict.fromkeys(bodies)
        if bodies.count(body) > 1
    ]
    faults += [
        (f"outcome of {each.body}", f"one of: {', '.join(OUTCOMES)}", each.outcome)
        for each in answers
        if each.outcome is not None and each.outcome not in OUTCOMES
    ]
    if rule == "lead" and lead not in bodies:
        faults.append(("lead", "one of the bodies", lead or "nothing"))
    if faults:
        raise InputError(Fault("ratification", *e, "Correct it.") for e in faults)


def _find_day(agreed: Sequence[BodyAnswer], needed: int) -> date | None:
    days = [each.answered_on for each in agreed]
    known = sorted(day for day in days if day is not None)
    return known[needed - 1] if len(known) == len(days) else None


def _explain(
    rule: str, state: str, agreed: int, needed: int, asked: int, on: date | None
) -> tuple[str, ...]:
    whom = {
        "all": f"all {asked} bodies must agree" if asked > 1 else "one body must agree",
        "majority": f"{needed} of {asked} bodies must agree",
        "lead": "the body that leads must agree",
    }[rule]
    since = f" since {print_day(on)}" if on else ""
    ends = {
        "effective": f"It is effective{since}.",
        "pending": "It is not effective yet.",
        "failed": "It has failed: the rule can no longer be met.",
    }
    return ends[state], f"{agreed} agreed to the same words; {whom}."
