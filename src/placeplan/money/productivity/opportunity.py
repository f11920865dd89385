"""An opportunity, which knows by which view it was found and refuses another's."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

from placeplan.errors import QuestionError
from placeplan.money.pence import Pence

View = Literal["cost_centre", "specialty", "trust"]

VIEW_WORDS: Final = {
    "cost_centre": "cost centres",
    "specialty": "specialties",
    "trust": "whole trusts",
}
"""Each looks at all of the same cost from another side."""


@dataclass(frozen=True, slots=True)
class Opportunity:
    """What could be saved, found by one view of the cost.

    Views stand beside each other and are never added: the nurse of a ward is in the
    cost centre of pay and in a specialty, and can be saved once.

    Parameters
    ----------
    view : str
        ``cost_centre``, ``specialty`` or ``trust``.
    pence : Pence
        The amount.

    Examples
    --------
    >>> found = Opportunity("cost_centre", Pence(300))
    >>> (found + Opportunity("cost_centre", Pence(200))).pence
    500
    >>> found + Opportunity("specialty", Pence(200))
    Traceback (most recent call last):
    ...
    placeplan.errors.QuestionError: Opportunities by cost centres and by specialties \
are two views of the same cost: show them beside each other, and add up within one.
    """

    view: View
    pence: Pence

    def __add__(self, other: "Opportunity") -> "Opportunity":
        """Add up within one view.

        Raises
        ------
        QuestionError
            When the other comes of another view.
        """
        if self.view != other.view:
            message = (
                f"Opportunities by {VIEW_WORDS[self.view]} and by "
                f"{VIEW_WORDS[other.view]} are two views of the same cost: show them "
                "beside each other, and add up within one."
            )
            raise QuestionError(message)
        return Opportunity(self.view, Pence(self.pence + other.pence))


def sum_opportunities(view: View, found: Iterable[Opportunity]) -> Opportunity:
    """Add opportunities of one view up; nothing found is nothing.

    Raises
    ------
    QuestionError
        When one of them comes of another view.

    Examples
    --------
    >>> sum_opportunities("trust", []).pence
    0
    """
    total = Opportunity(view, Pence(0))
    for each in found:
        total += each
    return total
