"""What is due, for whom and by when: one list made of many kinds."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from placeplan.programme.interval import DateInterval, print_day

KINDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "milestone": "Reach the milestone",
        "mitigation": "Finish the mitigation",
        "risk_review": "Review the risk",
        "issue": "Resolve the issue",
        "acceptance": "Accept the risk again, or act on it",
        "assumption": "Test the assumption",
        "benefit": "Read the benefit",
        "impact_mitigation": "Finish the mitigation of an impact",
        "action": "Do the action",
        "document_review": "Review the document",
        "judgement": "Say how the milestone stands",
        "gate": "Pass the gate",
    }
)
"""What can be due, and what to do about it."""


class DueState(StrEnum):
    """How pressing something is."""

    OVERDUE = "overdue"
    DUE = "due"
    SOON = "soon"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class DueItem:
    """Something that somebody has to do.

    Parameters
    ----------
    kind : str
        One of `KINDS`.
    reference, name : str
        Of the record, such as ``RSK-01``.
    due : DateInterval
        When; late only after its last day.
    post : str or None
        Whose; None while nobody is named.
    address : str
        Where it is done; empty outside a web page.

    Raises
    ------
    ValueError
        When nothing of that kind can be due.
    """

    kind: str
    reference: str
    name: str
    due: DateInterval
    post: str | None = None
    address: str = ""

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            message = f"nothing of the kind {self.kind!r} can be due"
            raise ValueError(message)


@dataclass(frozen=True, slots=True)
class Duty:
    """Something due, seen from a day.

    Parameters
    ----------
    item : DueItem
        What.
    state : DueState
        How pressing it is.
    words : str
        That in words, with what to do.
    """

    item: DueItem
    state: DueState
    words: str


def list_duties(
    items: Iterable[DueItem],
    as_at: date,
    *,
    soon_days: int = 14,
    posts: Iterable[str] | None = None,
) -> tuple[Duty, ...]:
    """List what is due, the most pressing first.

    Parameters
    ----------
    items : iterable of DueItem
        What is not done yet.
    as_at : date
        The day on which one looks.
    soon_days : int
        How far ahead something counts as soon.
    posts : iterable of str or None
        Only what is due from these posts; None for all, with what nobody owns.

    Returns
    -------
    tuple of Duty
        Overdue first, then by last day, kind and reference.

    Examples
    --------
    >>> item = DueItem("milestone", "MS-13", "Officer appointed",
    ...                DateInterval.parse("September / October 2019"))
    >>> [list_duties([item], date(2019, month, 1))[0].state.value
    ...  for month in (8, 9, 11)]
    ['later', 'due', 'overdue']
    """
    wanted = None if posts is None else set(posts)
    duties = [
        _look_at(item, as_at, soon_days)
        for item in items
        if wanted is None or item.post in wanted
    ]
    order = list(DueState)
    return tuple(
        sorted(
            duties,
            key=lambda duty: (
                order.index(duty.state),
                duty.item.due.ends_on,
                duty.item.kind,
                duty.item.reference,
            ),
        )
    )


def _look_at(item: DueItem, as_at: date, soon_days: int) -> Duty:
    act = f"{KINDS[item.kind]} {item.reference}"
    due, ends = item.due, print_day(item.due.ends_on)
    if due.is_late_on(as_at):
        late = (as_at - due.ends_on).days
        days = "1 day" if late == 1 else f"{late} days"
        words = f"{act}: it was due by {ends}, {days} ago."
        return Duty(item, DueState.OVERDUE, words)
    if due.contains(as_at):
        return Duty(item, DueState.DUE, f"{act}: it is due until {ends}.")
    state = (
        DueState.SOON if (due.starts_on - as_at).days <= soon_days else DueState.LATER
    )
    return Duty(item, state, f"{act}: it is due {due}.")
