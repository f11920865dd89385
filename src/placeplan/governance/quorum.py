"""Quorum: whether enough members are there to decide, item by item."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from math import ceil
from types import MappingProxyType
from typing import Final

from placeplan.errors import Fault, InputError

SOURCE: Final = (
    "Terms of reference and standing orders of the group; Local Government Act 1972, "
    "Schedule 12, paragraph 6, for a full council (common practice, not read there: "
    "check your standing orders)"
)
WHOLE: Final = "members"
"""The constituency to which all members belong where the rule names none."""

EXITS: Final = ("defer", "invite", "refer_up")
"""Ways out for an item that is inquorate through interests; never a decision."""

EXIT_WORDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "defer": "Put the item off to a later meeting.",
        "invite": "Co-opt members, or invite some of another group, where terms allow.",
        "refer_up": "Refer the item to the body to which the group answers.",
    }
)
"""What each of `EXITS` means."""

Heads = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class QuorumRule:
    """How many must be there: one of three kinds, or not stated.

    Parameters
    ----------
    number : int or None
        An absolute number, 1 or more.
    share : Fraction or None
        A share of the members, above 0 and up to 1; the number is rounded up.
    least : mapping of str to int or None
        How many of each constituency.

    Raises
    ------
    InputError
        When more than one is given, or one is out of bounds.

    Examples
    --------
    >>> QuorumRule(share=Fraction(1, 4)).find_needed({"members": 9})
    {'members': 3}
    >>> QuorumRule().is_stated
    False
    """

    number: int | None = None
    share: Fraction | None = None
    least: Heads | None = None

    def __post_init__(self) -> None:
        faults = []
        given = [self.number, self.share, self.least]
        if sum(each is not None for each in given) > 1:
            found = "more than one of them"
            faults.append(("", "a number, a share or constituencies", found))
        if self.number is not None and self.number < 1:
            faults.append(("number", "1 or more", str(self.number)))
        if self.share is not None and not 0 < self.share <= 1:
            faults.append(("share", "above 0 and up to 1", str(self.share)))
        least = {} if self.least is None else self.least
        if self.least is not None and not any(n > 0 for n in least.values()):
            faults.append(("least", "one constituency or more", str(dict(least))))
        for name, number in least.items():
            if number < 0:
                faults.append((f"least, {name}", "0 or more", str(number)))
        _refuse("quorum", faults)

    @property
    def is_stated(self) -> bool:
        """Whether anything is stated; what is not stated is never assumed."""
        return any(each is not None for each in (self.number, self.share, self.least))

    def find_needed(self, members: Heads) -> dict[str, int]:
        """Find how many are needed by constituency; one called members for most."""
        if self.least is not None:
            return dict(self.least)
        if self.share is not None:
            return {WHOLE: ceil(self.share * sum(members.values()))}
        return {} if self.number is None else {WHOLE: self.number}


@dataclass(frozen=True, slots=True)
class Attendance:
    """Who is there for an item.

    Parameters
    ----------
    present : mapping of str to int
        Members in attendance by constituency, those that withdraw among them.
    withdrawn : mapping of str to int
        Of these, those that must withdraw from the item.
    members : mapping of str to int
        All members by constituency; empty where it is not known.

    Raises
    ------
    InputError
        When more withdraw than are there, or more are there than belong.
    """

    present: Heads
    withdrawn: Heads = field(default_factory=dict)
    members: Heads = field(default_factory=dict)

    def __post_init__(self) -> None:
        faults = []
        for noun in ("present", "withdrawn", "members"):
            for name, number in getattr(self, noun).items():
                if number < 0:
                    faults.append((f"{noun}, {name}", "0 or more", str(number)))
        for name, number in self.withdrawn.items():
            there = self.present.get(name, 0)
            if number > there:
                expected = f"{there} or fewer, as many as are present"
                faults.append((f"withdrawn, {name}", expected, str(number)))
        for name, number in self.present.items() if self.members else ():
            belong = self.members.get(name, 0)
            if number > belong:
                expected = f"{belong} or fewer, as many as are members"
                faults.append((f"present, {name}", expected, str(number)))
        _refuse("attendance", faults)


@dataclass(frozen=True, slots=True)
class QuorumCheck:
    """Whether an item is quorate.

    Parameters
    ----------
    state : str
        ``quorate``, ``inquorate``, ``inquorate_through_interests`` (it would be quorate
        if nobody had to withdraw) or ``not_stated``.
    counted, needed : mapping of str to int
        By constituency; nothing is needed where nothing is stated.
    exits : tuple of str
        `EXITS`, where interests make it inquorate.
    reasons : tuple of str
        Why, in sentences.
    """

    state: str
    counted: Heads
    needed: Heads
    exits: tuple[str, ...]
    reasons: tuple[str, ...]

    @property
    def quorate(self) -> bool | None:
        """Whether it is; None where no quorum is stated."""
        return None if self.state == "not_stated" else self.state == "quorate"


def check_quorum(rule: QuorumRule, attendance: Attendance) -> QuorumCheck:
    """Check whether an item is quorate once those with interests have withdrawn.

    Parameters
    ----------
    rule : QuorumRule
        What the terms of the group state.
    attendance : Attendance
        Who is there for the item.

    Raises
    ------
    InputError
        When a share is stated and the number of members is not known.

    Examples
    --------
    >>> check_quorum(QuorumRule(3), Attendance({"members": 3}, {"members": 1})).state
    'inquorate_through_interests'
    """
    if rule.share is not None and not sum(attendance.members.values()):
        _refuse("quorum", [("members", "how many members there are", "nothing")])
    names = list(dict.fromkeys([*attendance.present, *(rule.least or {})]))
    present = {name: attendance.present.get(name, 0) for name in names}
    gone = attendance.withdrawn
    counted = {name: number - gone.get(name, 0) for name, number in present.items()}
    needed = rule.find_needed(attendance.members)
    if rule.least is None:
        present, counted = ({WHOLE: sum(n.values())} for n in (present, counted))
    if not rule.is_stated:
        words = "No quorum is stated for this group, and none is assumed."
        return QuorumCheck("not_stated", counted, needed, (), (words,))
    reasons = tuple(_say(name, counted[name], least) for name, least in needed.items())
    if _reaches(counted, needed):
        return QuorumCheck("quorate", counted, needed, (), reasons)
    if not _reaches(present, needed):
        return QuorumCheck("inquorate", counted, needed, (), reasons)
    because = "It would be quorate, had nobody to withdraw for an interest."
    ways = tuple(EXIT_WORDS[each] for each in EXITS)
    return QuorumCheck(
        *("inquorate_through_interests", counted, needed, EXITS),
        (*reasons, because, *ways),
    )


def _reaches(counted: Heads, needed: Heads) -> bool:
    return all(counted[name] >= least for name, least in needed.items())


def _say(name: str, counted: int, least: int) -> str:
    verdict = "enough" if counted >= least else "too few"
    of = "" if name == WHOLE else f" of {name}"
    return f"{counted}{of} counted, {least} needed: {verdict}."


def _refuse(file: str, faults: Iterable[tuple[str, str, str]]) -> None:
    found = [Fault(file, *each, "Correct it.") for each in faults]
    if found:
        raise InputError(found)
