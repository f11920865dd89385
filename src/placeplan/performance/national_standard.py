"""National standards and milestones, each with the days on which it holds.

``national_standards.csv`` lists the access standards of the NHS constitution as papers
of 2016 state them, what later took their place, and the milestones on the way back to
them. Only what was read in a source is listed.
"""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from placeplan.errors import UnknownNameError
from placeplan.performance.threshold import Threshold
from placeplan.periods import Validity
from placeplan.tables import Column, TableContract, read_bundled

KINDS: Final = ("standard", "milestone")
"""A standard holds until it is changed; a milestone is asked for by a date."""

_CONTRACT: Final = TableContract(
    "national_standards",
    "national_standards.csv",
    (
        Column("standard", "text", "Id, such as rtt_18_weeks."),
        Column("kind", "text", choices=frozenset(KINDS)),
        Column("name", "text", "Name for people."),
        Column("operator", "text", choices=frozenset({">=", ">", "<=", "<"})),
        Column("level", "number", "The level, in the unit."),
        Column("unit", "text", "Unit of the level."),
        Column("scope", "text", "Whom it binds."),
        Column("starts_on", "date", "First day; see the note where it began earlier."),
        Column("ends_on", "date", "Last day; empty while it holds.", nullable=True),
        Column("set_by", "text", "Where it was read."),
        Column("note", "text", "What a reader must know.", nullable=True),
    ),
    key=("standard", "kind", "scope", "starts_on"),
    valid_columns=("starts_on", "ends_on"),
    sourced=False,
)


@dataclass(frozen=True, slots=True)
class NationalStandard:
    """One national standard or milestone, over the days on which it holds.

    Parameters
    ----------
    standard : str
        Id, such as ``rtt_18_weeks``.
    kind : str
        ``standard``, or ``milestone`` on the way to one.
    name : str
        Name for people.
    threshold : Threshold
        Operator and level.
    unit, scope : str
        Unit of the level, and whom it binds.
    validity : Validity
        The days on which it holds; of a milestone, those of the year it belongs to.
    set_by, note : str
        Where it was read, and what a reader must know.
    """

    standard: str
    kind: str
    name: str
    threshold: Threshold
    unit: str
    scope: str
    validity: Validity
    set_by: str
    note: str = ""


@cache
def _read() -> tuple[NationalStandard, ...]:
    frame = read_bundled("placeplan.performance", _CONTRACT.path, _CONTRACT)
    return tuple(
        NationalStandard(
            row["standard"],
            row["kind"],
            row["name"],
            Threshold(row["operator"], row["level"]),
            row["unit"],
            row["scope"],
            Validity(row["starts_on"], row["ends_on"]),
            row["set_by"],
            row["note"] or "",
        )
        for row in frame.iter_rows(named=True)
    )


def list_national_standards(
    on: date | None = None, *, kind: str | None = None
) -> tuple[NationalStandard, ...]:
    """List the national standards, those in force on a day where one is given.

    Parameters
    ----------
    on : date or None
        Day on which they hold; any when None.
    kind : str or None
        ``standard`` or ``milestone``; both when None.

    Returns
    -------
    tuple of NationalStandard
        In the order of the list.

    Examples
    --------
    >>> held = list_national_standards(date(2016, 4, 1), kind="standard")
    >>> [each.threshold.words for each in held if each.standard == "ae_4_hours"]
    ['at least 95']
    """
    return tuple(
        each
        for each in _read()
        if (on is None or each.validity.contains(on)) and kind in (None, each.kind)
    )


def find_national_standard(standard: str, on: date) -> NationalStandard | None:
    """Find a standard (not a milestone) as it holds on a day.

    Returns
    -------
    NationalStandard or None
        None when it does not hold on that day.

    Raises
    ------
    UnknownNameError
        When no standard has that id on any day.

    Examples
    --------
    >>> find_national_standard("cancer_two_week", date(2023, 10, 1)) is None
    True
    """
    named = [e for e in list_national_standards() if e.standard == standard]
    if not named:
        known = {each.standard for each in list_national_standards()}
        raise UnknownNameError("national standard", standard, known)
    held = (e for e in named if e.kind == "standard" and e.validity.contains(on))
    return next(held, None)
