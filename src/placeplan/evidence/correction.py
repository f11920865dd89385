"""Correction: a new version of a fact, and all that must be looked at because of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from placeplan.errors import QuestionError
from placeplan.evidence.arithmetic_check import CheckOutcome
from placeplan.evidence.fact import Fact
from placeplan.evidence.fact_citation import FactCitation
from placeplan.evidence.fact_value import FactValue

if TYPE_CHECKING:  # a register makes corrections, and each holds a register
    from placeplan.evidence.register import FactRegister


@dataclass(frozen=True)
class Correction:
    """What a correction does.

    Parameters
    ----------
    register : FactRegister
        The register with the new version.
    old, new : Fact
        The version before and the new one.
    rests : tuple of FactCitation
        Everything that rests on the fact and must be looked at.
    checks : tuple of CheckOutcome
        Checks whose outcome changed.
    """

    register: "FactRegister"
    old: Fact
    new: Fact
    rests: tuple[FactCitation, ...]
    checks: tuple[CheckOutcome, ...]


def refuse_correction(old: Fact, value: FactValue, reason: str, on: date) -> None:
    """Refuse a correction that corrects nothing, or that nobody could follow.

    Parameters
    ----------
    old : Fact
        The fact as it stands.
    value : FactValue
        What it should be.
    reason : str
        Why.
    on : date
        Day from which the new value is known.

    Raises
    ------
    QuestionError
        When there is no reason, nothing changes, or the day lies before that of the
        old version.
    """
    if not reason.strip():
        message = f"Say why {old.id} changes: its history keeps the reason."
        raise QuestionError(message)
    if value == old.value:
        message = f"{old.id} is {old.shown} already. Give the value that it should be."
        raise QuestionError(message)
    if on < old.known_on:
        message = (
            f"{old.id} was known from {old.known_on}; a correction cannot be known "
            f"before that, on {on}. Give a later day."
        )
        raise QuestionError(message)


def make_version(
    old: Fact, value: FactValue, *, reason: str, on: date, said: Mapping[str, str]
) -> Fact:
    """Make the version that follows another.

    Parameters
    ----------
    old : Fact
        The fact as it stands.
    value : FactValue
        What it should be.
    reason : str
        Why.
    on : date
        Day from which the new value is known.
    said : mapping of str to str
        Where it is said: `source`, `document`, `heading`; an empty one stays as it was.

    Returns
    -------
    Fact
        With the next number.

    Raises
    ------
    QuestionError
        When there is no reason, nothing changes, or the day lies before that of the
        old version.
    """
    refuse_correction(old, value, reason, on)
    new = replace(
        old, version=old.version + 1, value=value, known_on=on, reason=reason.strip()
    )
    return replace(
        new,
        source=said.get("source") or old.source,
        document=said.get("document") or old.document,
        heading=said.get("heading") or old.heading,
    )


def list_changed(
    before: Iterable[CheckOutcome], after: Iterable[CheckOutcome]
) -> tuple[CheckOutcome, ...]:
    """List the checks that come out otherwise than before.

    Parameters
    ----------
    before, after : iterable of CheckOutcome
        Outcomes of the same checks in the same order.

    Returns
    -------
    tuple of CheckOutcome
        As they come out now.
    """
    return tuple(
        new
        for old, new in zip(before, after, strict=True)
        if (old.holds, old.computed) != (new.holds, new.computed)
    )
