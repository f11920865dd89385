"""Accepting a risk: who approved it, why, and until when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

from placeplan.errors import Fault, InputError

_PAPER: Final = "risk acceptance"

ACCEPTANCE_STATES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "not_yet": "it does not hold yet",
        "in_force": "it holds",
        "outgrown": "the score rose above the one that was accepted",
        "expired": "its last day is over: decide anew",
        "withdrawn": "it was withdrawn",
    }
)
"""What an acceptance can be on a day, in words."""


@dataclass(frozen=True, slots=True)
class RiskAcceptance:
    """A decision to bear a risk as it is, for a time.

    Parameters
    ----------
    risk : str
        Reference of the risk.
    approver : str
        The post that approved it.
    reason : str
        Why the risk is borne.
    accepted_on, expires_on : date
        First and last day on which it holds; an end there must be.
    accepted_score : int
        The current score at which it was accepted.
    withdrawn_on : date or None
        The day from which it no longer holds, where it was taken back.

    Raises
    ------
    InputError
        When approver or reason is missing or it ends before it begins; all faults.

    Examples
    --------
    >>> held = RiskAcceptance("RSK-06", "Programme Board chair", "Nothing more to do",
    ...                       date(2019, 9, 1), date(2019, 11, 30), 9)
    >>> held.find_state(date(2019, 11, 30)), held.find_state(date(2019, 12, 1))
    ('in_force', 'expired')
    >>> held.find_state(date(2019, 10, 1), current_score=12)
    'outgrown'
    """

    risk: str
    approver: str
    reason: str
    accepted_on: date
    expires_on: date
    accepted_score: int
    withdrawn_on: date | None = None

    def __post_init__(self) -> None:
        words = {"approver": self.approver, "reason": self.reason}
        faults = [
            Fault(_PAPER, name, "words", repr(found), "Say who accepts it, and why.")
            for name, found in words.items()
            if not found.strip()
        ]
        if self.expires_on < self.accepted_on:
            expected = f"{self.accepted_on} or a later day"
            remedy = "An acceptance ends on or after the day on which it begins."
            found = f"{self.expires_on}"
            faults.append(Fault(_PAPER, "expires_on", expected, found, remedy))
        if faults:
            raise InputError(faults)

    def find_state(self, as_at: date, current_score: int | None = None) -> str:
        """Find what it is on a day: one of `ACCEPTANCE_STATES`.

        Parameters
        ----------
        as_at : date
            The day.
        current_score : int or None
            The risk's score on that day; None leaves the score out of account.
        """
        if as_at < self.accepted_on:
            return "not_yet"
        if self.withdrawn_on is not None and self.withdrawn_on <= as_at:
            return "withdrawn"
        if as_at > self.expires_on:
            return "expired"
        if current_score is not None and current_score > self.accepted_score:
            return "outgrown"
        return "in_force"
