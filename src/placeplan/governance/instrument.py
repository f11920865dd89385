"""Delegation instruments: by what, for what and until when bodies delegate."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from placeplan.errors import Fault, InputError
from placeplan.periods import Validity
from placeplan.programme.interval import print_day

EVERYTHING: Final = "all"
"""Written as a subject, it covers every subject."""

_ALWAYS: Final = Validity()
_SECTIONS: Final = (
    ("65Z5", re.compile(r"65z[56]", re.I)),
    ("14Z3", re.compile(r"14z3", re.I)),
    ("75", re.compile(r"(?<![0-9a-z])s?75(?![0-9a-z])", re.I)),
    ("101 and 102", re.compile(r"(?<![0-9a-z])s?10[12](?![0-9a-z])", re.I)),
)


@dataclass(frozen=True, slots=True)
class Instrument:
    """A written delegation to a group.

    Parameters
    ----------
    section : str
        Section that it is made under, such as ``65Z5``; empty where it names none, so
        that the law of the day decides.
    validity : Validity
        The days on which it is in force.
    subjects : tuple of str or None
        What it covers; None or ``all`` for every subject.
    limit_pounds : Decimal or None
        Up to which value, that value included; None for no limit.
    bodies : tuple of str or None
        Who delegates by it, as ids or kinds; None for every member.
    name : str
        What people call it.
    """

    section: str = ""
    validity: Validity = _ALWAYS
    subjects: tuple[str, ...] | None = None
    limit_pounds: Decimal | None = None
    bodies: tuple[str, ...] | None = None
    name: str = "the delegation"

    def __post_init__(self) -> None:
        if self.limit_pounds is not None and not self.limit_pounds >= 0:
            found, remedy = str(self.limit_pounds), "Correct the limit."
            fault = Fault("instrument", "limit_pounds", "0 or more", found, remedy)
            raise InputError([fault])

    def find_bar(
        self, subject: str, value_pounds: Decimal | None, as_at: date
    ) -> str | None:
        """Find why it does not cover a matter on a day; None when it does.

        Examples
        --------
        >>> Instrument(subjects=("Stroke", "Cancer")).find_bar(
        ...     "children's services", None, date(2019, 8, 14))
        "The delegation does not cover children's services: it covers Stroke, Cancer."
        """
        name = self.name[:1].upper() + self.name[1:]
        if not self.validity.contains(as_at):
            when = f"it holds {self.validity}"
            return f"{name} is not in force on {print_day(as_at)}: {when}."
        if not is_within(subject, self.subjects):
            covered = ", ".join(self.subjects or ()) or "nothing"
            return f"{name} does not cover {subject}: it covers {covered}."
        if self.limit_pounds is None:
            return None
        if value_pounds is None:
            return f"{name} has a limit of £{self.limit_pounds:,}; no value is stated."
        if value_pounds > self.limit_pounds:
            limit = f"{name} has a limit of £{self.limit_pounds:,}"
            return f"{limit}; the value is £{value_pounds:,}."
        return None


def is_within(subject: str, subjects: Sequence[str] | None) -> bool:
    """Whether a list of subjects covers one, spaces and capitals aside.

    Examples
    --------
    >>> is_within("stroke", ("Stroke", "Cancer")), is_within("stroke", None)
    (True, True)
    >>> is_within("stroke", ())
    False
    """
    if subjects is None:
        return True
    known = {_fold(each) for each in subjects}
    return EVERYTHING in known or _fold(subject) in known


def read_section(words: str) -> str:
    """Read which section an instrument is made under; empty where it names none.

    Examples
    --------
    >>> read_section("section_65Z5"), read_section("s75 agreement")
    ('65Z5', '75')
    >>> read_section("scheme of delegation")
    ''
    """
    plain = words.replace("_", " ").replace("-", " ")
    return next((name for name, found in _SECTIONS if found.search(plain)), "")


def _fold(words: str) -> str:
    return " ".join(re.sub(r"[_\s]+", " ", words).split()).casefold()
