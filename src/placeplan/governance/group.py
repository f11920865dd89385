"""Groups of a plan folder: as they stood on a day, and by any of their names."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from placeplan.governance.finding import Tables, list_rows
from placeplan.governance.inputs import DELEGATIONS, GROUP_NAMES, GROUPS
from placeplan.governance.instrument import Instrument
from placeplan.governance.quorum import QuorumRule
from placeplan.periods import Validity

_YEARS: Final = re.compile(r"([12]\d{3})(?:-([12]\d{3}))?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Group:
    """A board, committee or group.

    Parameters
    ----------
    id, name : str
        Its id; its name for people.
    other_names : tuple of str
        Under which it is printed, abbreviated, or was to be known.
    validity : Validity
        The years in which the papers have it, whole; open where they say none.
    quorum : QuorumRule
        What its terms state; not stated is never assumed.
    """

    id: str
    name: str
    other_names: tuple[str, ...]
    validity: Validity
    quorum: QuorumRule

    def is_called(self, words: str) -> bool:
        """Whether a name of it has these words in it, capitals aside."""
        sought = " ".join(words.split()).casefold()
        names = (self.name, *self.other_names)
        return bool(sought) and any(sought in name.casefold() for name in names)


def list_groups(tables: Tables, as_at: date | None = None) -> tuple[Group, ...]:
    """List the groups of a plan folder, or those that stood on a day.

    Examples
    --------
    >>> list_groups({})
    ()
    """
    others: dict[str, list[str]] = {}
    for row in list_rows(tables, GROUP_NAMES):
        others.setdefault(row["group"], []).append(row["name"])
    groups = (_make(row, others) for row in list_rows(tables, GROUPS))
    return tuple(g for g in groups if as_at is None or g.validity.contains(as_at))


def search_groups(
    tables: Tables, words: str, as_at: date | None = None
) -> tuple[Group, ...]:
    """Search groups by any of their names.

    Parameters
    ----------
    tables : mapping of str to DataFrame
        Of a plan folder.
    words : str
        Part of a name; nothing has an empty one.
    as_at : date or None
        Only those that stood on that day.
    """
    return tuple(g for g in list_groups(tables, as_at) if g.is_called(words))


def list_instruments(tables: Tables, group: str) -> tuple[Instrument, ...]:
    """List by what functions are delegated to a group: one for each subject.

    What was only intended delegates nothing. Where no day is stated, it holds for the
    years of the group.
    """
    years = {each.id: each.validity for each in list_groups(tables)}
    given: dict[tuple[Any, ...], list[str]] = {}
    for row in list_rows(tables, DELEGATIONS):
        if row["group"] == group and row["state"] == "in_force":
            terms = (row["subject"], row["starts_on"], row["ends_on"])
            given.setdefault((*terms, row["limit_pounds"]), []).append(row["body"])
    return tuple(
        Instrument(
            validity=Validity(starts_on, ends_on)
            if starts_on or ends_on
            else years.get(group, Validity()),
            subjects=(subject,),
            limit_pounds=None if limit is None else Decimal(str(limit)),
            bodies=tuple(bodies),
            name=f"the delegation of {subject}",
        )
        for (subject, starts_on, ends_on, limit), bodies in given.items()
    )


def read_years(era: str) -> tuple[date | None, date | None]:
    """Read the first and last day of the years in words; None where they say none.

    Examples
    --------
    >>> [str(day) for day in read_years("2016-2019")]
    ['2016-01-01', '2019-12-31']
    """
    found = _YEARS.search(era)
    if found is None:
        return None, None
    return date(int(found[1]), 1, 1), date(int(found[2] or found[1]), 12, 31)


def _make(row: dict[str, Any], others: dict[str, list[str]]) -> Group:
    years = Validity(*read_years(row["era"]))
    quorum = QuorumRule(row["quorum_number"])
    names = tuple(others.get(row["id"], ()))
    return Group(row["id"], row["name"], names, years, quorum)
