"""Equality impact: nine characteristics, three aims, evidence or a reason for none."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from placeplan.errors import Fault, InputError
from placeplan.programme.characteristic import (
    CHARACTERISTICS,
    EQUALITY_AIMS,
    list_equality_pairs,
)
from placeplan.programme.impact import DIRECTIONS

_PAPER: Final = "equality impact"


@dataclass(frozen=True, slots=True)
class EqualityFinding:
    """What was found for one characteristic and one aim.

    Parameters
    ----------
    characteristic, aim : str
        Their ids.
    direction : str
        ``better``, ``neutral`` or ``worse``.
    evidence : str
        What it rests on; empty where there is none.
    no_evidence_reason : str
        Why there is none; empty where there is some.
    mitigation, owner : str
        What is done where it gets worse, and the post that does it.
    """

    characteristic: str
    aim: str
    direction: str
    evidence: str = ""
    no_evidence_reason: str = ""
    mitigation: str = ""
    owner: str = ""


@dataclass(frozen=True, slots=True)
class EqualityCompleteness:
    """Whether an equality impact assessment has everything that it needs.

    Parameters
    ----------
    complete : bool
        Whether nothing is missing.
    needed, found : int
        Pairs of characteristic and aim that the law asks for, and those there.
    missing : tuple of (str, str)
        Pairs that nobody has considered, as ids.
    reasons : tuple of str
        What is missing or stands alone, in sentences.
    """

    complete: bool
    needed: int
    found: int
    missing: tuple[tuple[str, str], ...]
    reasons: tuple[str, ...]


def check_equality(
    findings: Iterable[EqualityFinding], as_at: date | None
) -> EqualityCompleteness:
    """Check whether every characteristic is considered for every aim it has.

    Each finding needs evidence or a reason why there is none, and not both; what gets
    worse needs a mitigation with an owner. Local additions may stand and are held to
    the same.

    Parameters
    ----------
    findings : iterable of EqualityFinding
        What was found.
    as_at : date or None
        The day whose law counts; the newest when None.

    Raises
    ------
    InputError
        When a pair does not exist (marriage and civil partnership has the first aim
        alone), stands twice, or has a direction that is none; every fault at once.

    Examples
    --------
    >>> one = EqualityFinding("age", "i", "neutral", "Attendances by age, 2018/19")
    >>> check_equality([one], date(2019, 8, 14)).reasons[0]
    'Age was not considered for aim (ii), Advance equality of opportunity.'
    """
    given = tuple(findings)
    _refuse_unknown(given, as_at)
    needed = list_equality_pairs(as_at)
    pairs = {(each.characteristic, each.aim) for each in given}
    missing = tuple(pair for pair in needed if pair not in pairs)
    reasons = [
        f"{CHARACTERISTICS[id_].name} was not considered for aim ({aim}), "
        f"{EQUALITY_AIMS[aim].name}."
        for id_, aim in missing
    ]
    reasons += [reason for each in given for reason in _list_gaps(each)]
    found = len(needed) - len(missing)
    return EqualityCompleteness(
        not reasons, len(needed), found, missing, tuple(reasons)
    )


def _list_gaps(finding: EqualityFinding) -> list[str]:
    name = f"{CHARACTERISTICS[finding.characteristic].name}, aim ({finding.aim})"
    evidence = bool(finding.evidence.strip())
    reason = bool(finding.no_evidence_reason.strip())
    gaps = []
    if not evidence and not reason:
        gaps.append(f"{name}: there is neither evidence nor a reason for none.")
    if evidence and reason:
        gaps.append(f"{name}: there is evidence, and a reason why there is none.")
    if finding.direction == "worse":
        for what, words in (
            ("mitigation", finding.mitigation),
            ("owner of the mitigation", finding.owner),
        ):
            if not words.strip():
                gaps.append(f"{name}: it gets worse and there is no {what}.")
    return gaps


def _refuse_unknown(findings: tuple[EqualityFinding, ...], as_at: date | None) -> None:
    allowed = list_equality_pairs(as_at, local=True)
    seen: set[tuple[str, str]] = set()
    faults = []
    for at, each in enumerate(findings, 1):
        where, pair = f"finding {at}", (each.characteristic, each.aim)
        if pair not in allowed:
            faults.append(_explain_pair(where, each, allowed))
        if pair in seen:
            remedy = "Join the two findings into one."
            found = f"{each.characteristic} for aim ({each.aim}) again"
            faults.append(Fault(_PAPER, where, "each pair once", found, remedy))
        if each.direction not in DIRECTIONS:
            directions = "one of " + ", ".join(DIRECTIONS)
            remedy = "Choose one of them."
            faults.append(
                Fault(_PAPER, f"{where}, direction", directions, each.direction, remedy)
            )
        seen.add(pair)
    if faults:
        raise InputError(faults)


def _explain_pair(
    where: str, finding: EqualityFinding, allowed: tuple[tuple[str, str], ...]
) -> Fault:
    aims = [aim for id_, aim in allowed if id_ == finding.characteristic]
    if aims:
        named = ", ".join(f"({aim})" for aim in aims)
        expected = f"for {finding.characteristic} aim {named} alone"
        remedy = "Leave the finding out, or correct its aim."
        return Fault(_PAPER, f"{where}, aim", expected, f"({finding.aim})", remedy)
    known = ", ".join(dict.fromkeys(id_ for id_, _ in allowed))
    expected = f"one of {known}" if known else "a day on which the duty binds"
    found, remedy = finding.characteristic, "Correct the characteristic or the day."
    return Fault(_PAPER, f"{where}, characteristic", expected, found, remedy)
