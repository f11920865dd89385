"""Who has to sign an impact assessment before it counts as signed off."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Signatory:
    """An office whose signature an assessment needs.

    Parameters
    ----------
    signatory : str
        Id, such as ``medical``.
    words : str
        What it is called in a sentence.
    titles : re.Pattern
        Titles of posts that are such an office.
    """

    signatory: str
    words: str
    titles: re.Pattern[str]

    def is_held_by(self, title: str) -> bool:
        """Whether a post of this title is such an office."""
        return self.titles.search(title) is not None


_NO_DEPUTY: Final = r"(?<!deputy )(?<!assistant )(?<!associate )\b"


def _match(*offices: str) -> re.Pattern[str]:
    return re.compile(rf"{_NO_DEPUTY}({'|'.join(offices)})\b", re.I)


_LISTED: Final = (
    Signatory(
        "medical",
        "a medical director",
        _match("medical director", "director of medicine", "chief medical officer"),
    ),
    Signatory(
        "nursing",
        "a director of nursing",
        _match(
            "nurs(e|ing) director", "director of nursing", "chief nurs(e|ing officer)"
        ),
    ),
)
SIGNATORIES: Final = {each.signatory: each for each in _LISTED}
"""Both sign. It is what trusts and commissioners do with assessments of quality; no
statute asks for it, and no paper of the example says who signs."""


def find_missing_signatories(titles: Iterable[str]) -> tuple[Signatory, ...]:
    """Find the offices that have still to sign.

    Parameters
    ----------
    titles : iterable of str
        Title of each post that has signed. One post signs for one office alone, and a
        deputy for none.

    Returns
    -------
    tuple of Signatory
        Those of `SIGNATORIES` that nobody has signed for, in their order.

    Examples
    --------
    >>> [each.words for each in find_missing_signatories(["Chief nurse"])]
    ['a medical director']
    >>> both = ["Medical director, Thanet", "Director of nursing and quality"]
    >>> find_missing_signatories(both)
    ()
    """
    signed = {find_signatory(title) for title in titles}
    return tuple(each for id_, each in SIGNATORIES.items() if id_ not in signed)


def find_signatory(title: str) -> str | None:
    """Find the office that a post of this title signs for; None where it is neither.

    Examples
    --------
    >>> find_signatory("Chief Nursing Officer")
    'nursing'
    >>> find_signatory("Deputy medical director"), find_signatory("Programme director")
    (None, None)
    """
    return next((i for i, each in SIGNATORIES.items() if each.is_held_by(title)), None)
