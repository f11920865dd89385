"""Gates of a service change in England, by the version of the law of a day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final

from placeplan.errors import Fault, InputError
from placeplan.periods import Validity
from placeplan.programme.interval import print_day
from placeplan.reference import get_publication
from placeplan.reference.listing import Listing, list_held, state_list
from placeplan.tables import Column

NEEDED: Final = ("always", "substantial", "notifiable", "beds_fall")
"""When a gate or a test is needed."""

_NEEDED = Column("needed", "text", choices=frozenset(NEEDED))
_GATES: Final[Listing[dict[str, Any]]] = Listing(
    "gate",
    state_list(
        "service_change_gates",
        Column("gate", "text", "Id of this version of the step."),
        Column("step", "text", "Id of the step, whatever its version."),
        Column("number", "whole", "Its place in the order.", least=1),
        Column("name", "text", "Name for people."),
        Column("evidence", "text", "What shows that it is passed."),
        _NEEDED,
    ),
    dict,
)
_TESTS: Final[Listing[dict[str, Any]]] = Listing(
    "test",
    state_list(
        "service_change_tests",
        Column("test", "text", "Id."),
        Column("number", "whole", "Its place in the order.", least=1),
        Column("name", "text", "Name for people."),
        Column("asks", "text", "What must be shown."),
        _NEEDED,
    ),
    dict,
)


class GateState(StrEnum):
    """Where a gate stands."""

    PASSED = "passed"
    NEXT = "next"
    WAITING = "waiting"
    NOT_NEEDED = "not_needed"


@dataclass(frozen=True, slots=True)
class ServiceChange:
    """What the law asks of a proposal depends on.

    Parameters
    ----------
    substantial : bool
        Whether it is a substantial development or variation, of which the council must
        be consulted (SI 2013/218, regulation 23).
    beds_fall : bool
        Whether hospital beds would fall significantly.
    consultation_began_on : date or None
        When the council's consultation began.
    urgent : bool
        Whether a risk to safety or welfare allows no time to consult.
    """

    substantial: bool = False
    beds_fall: bool = False
    consultation_began_on: date | None = None
    urgent: bool = False


@dataclass(frozen=True, slots=True)
class Gate:
    """One step in the version of a day, or one test.

    Parameters
    ----------
    step : str
        Id that outlives its versions, such as ``scrutiny``.
    number : int
        Its place in the order.
    name, evidence : str
        Name for people; what shows that it is passed.
    needed : str
        When: one of `NEEDED`.
    source : str
        Where it was read.
    validity : Validity
        The days on which this version holds.
    """

    step: str
    number: int
    name: str
    evidence: str
    needed: str
    source: str
    validity: Validity


@dataclass(frozen=True, slots=True)
class GateCheck:
    """A gate on a day.

    Parameters
    ----------
    gate : Gate
        In the version of the day.
    state : GateState
        Where it stands.
    reason : str
        Why, in a sentence.
    passed_on : date or None
        When it was passed.
    """

    gate: Gate
    state: GateState
    reason: str
    passed_on: date | None = None


def list_gates(as_at: date) -> tuple[Gate, ...]:
    """List the gates of a service change as they stood on a day, in order.

    Examples
    --------
    >>> [sum(g.step == "notification" for g in list_gates(date(year, 6, 1)))
    ...  for year in (2019, 2024)]
    [0, 1]
    """
    return _pick(_GATES, "step", "evidence", as_at)


def list_change_tests(as_at: date) -> tuple[Gate, ...]:
    """List the tests that a service change must meet, as they stood on a day.

    Examples
    --------
    >>> [len(list_change_tests(date(2017, month, 31))) for month in (3, 5)]
    [4, 5]
    """
    return _pick(_TESTS, "test", "asks", as_at)


def find_notice(change: ServiceChange, as_at: date) -> tuple[bool, str]:
    """Find whether the Secretary of State must be notified of a proposal, and why.

    Parameters
    ----------
    change : ServiceChange
        The proposal.
    as_at : date
        The day on which one asks.

    Returns
    -------
    tuple of bool and str
        Whether, and why in a sentence.

    Examples
    --------
    >>> find_notice(ServiceChange(substantial=True), date(2024, 1, 30))
    (False, 'The duty to notify began on 31 January 2024.')
    >>> find_notice(ServiceChange(substantial=True), date(2024, 1, 31))[0]
    True
    """
    begins = _GATES["notification"]["validity"].first
    began = change.consultation_began_on
    if as_at < begins:
        return False, f"The duty to notify began on {print_day(begins)}."
    if not change.substantial:
        return False, "It is no substantial development or variation of services."
    if began is not None and began < begins:
        when = print_day(began)
        return False, f"The council's consultation began on {when}, before the duty."
    if change.urgent:
        return False, "A risk to safety or welfare allows no time to consult."
    return True, "The council must be consulted of it, so it must be notified."


def check_gates(
    change: ServiceChange, passed: Mapping[str, date], as_at: date
) -> tuple[GateCheck, ...]:
    """Find where each gate of a proposal stands on a day.

    Parameters
    ----------
    change : ServiceChange
        The proposal.
    passed : mapping of str to date
        When each step was passed; one after ``as_at`` is not known on it.
    as_at : date
        Whose version of the law counts.

    Returns
    -------
    tuple of GateCheck
        In order. The first that is needed and not passed is next; those after it wait.

    Raises
    ------
    InputError
        When something was passed that is no step of any version.

    Examples
    --------
    >>> found = check_gates(ServiceChange(), {"case_for_change": date(2019, 1, 9)},
    ...                     date(2019, 8, 14))
    >>> [str(each.state) for each in found][:3]
    ['passed', 'next', 'waiting']
    """
    _refuse_unknown(passed)
    checks: list[GateCheck] = []
    missing: str | None = None
    for gate in list_gates(as_at):
        needed, why = is_needed(gate, change, as_at)
        on = passed.get(gate.step)
        if on is not None and on <= as_at:
            words = f"It was passed on {print_day(on)}"
            early = f", before {missing}" if missing else ""
            checks.append(GateCheck(gate, GateState.PASSED, f"{words}{early}.", on))
        elif not needed:
            checks.append(GateCheck(gate, GateState.NOT_NEEDED, why))
        elif missing is None:
            missing = gate.name
            reason = f"What shows it: {gate.evidence}"
            checks.append(GateCheck(gate, GateState.NEXT, reason))
        else:
            reason = f"It comes after: {missing}."
            checks.append(GateCheck(gate, GateState.WAITING, reason))
    return tuple(checks)


def is_needed(gate: Gate, change: ServiceChange, as_at: date) -> tuple[bool, str]:
    """Whether a proposal needs a gate or a test on a day, and why in a sentence."""
    match gate.needed:
        case "notifiable":
            return find_notice(change, as_at)
        case "substantial" if not change.substantial:
            return False, "It is no substantial development or variation of services."
        case "beds_fall" if not change.beds_fall:
            return False, "Beds do not fall significantly."
        case _:
            return True, "Every such proposal needs it."


def _pick(
    listing: Listing[dict[str, Any]], step: str, evidence: str, as_at: date
) -> tuple[Gate, ...]:
    rows = list_held(listing, as_at)
    return tuple(
        Gate(
            row[step],
            row["number"],
            row["name"],
            row[evidence],
            row["needed"],
            _cite(row["source"]),
            row["validity"],
        )
        for row in sorted(rows, key=lambda row: int(row["number"]))
    )


def _cite(id_: str) -> str:
    held = get_publication(id_)
    return f"{held.title}, {held.publisher}, {held.edition}"


def _refuse_unknown(passed: Mapping[str, date]) -> None:
    known = list(dict.fromkeys(row["step"] for row in _GATES.values()))
    faults = [
        Fault(
            "service change",
            "passed",
            f"one of: {', '.join(known)}",
            name,
            "Correct the name of the step.",
        )
        for name in passed
        if name not in known
    ]
    if faults:
        raise InputError(faults)
