"""How need is weighed: the streams of care, and the adjustment for inequalities."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from placeplan.errors import Fault, InputError
from placeplan.money.share import Weight, to_fraction

INEQUALITIES: Final = "inequalities"
"""The stream that follows avoidable mortality, beside the streams of care."""

ALL_NEED: Final = "need"
"""The one stream of a formula that tells no streams apart."""

_TOLERANCE: Final = Fraction(1, 1_000_000)


@dataclass(frozen=True, slots=True)
class Formula:
    """What part of a budget follows which need.

    Parameters
    ----------
    streams : mapping of str to number
        Share of each stream of care (0-1), such as general and acute; they sum to 1.
    inequalities_share : number
        Share of the whole budget (0-1) that follows `INEQUALITIES` instead.

    Raises
    ------
    InputError
        With everything that is wrong with the shares.

    Examples
    --------
    >>> formula = Formula({"acute": 0.7, "mental_health": 0.3}, 0.1)
    >>> {name: str(share) for name, share in formula.shares.items()}
    {'acute': '63/100', 'mental_health': '27/100', 'inequalities': '1/10'}
    """

    streams: Mapping[str, Weight]
    inequalities_share: Weight = 0

    def __post_init__(self) -> None:
        if faults := list_formula_faults(self.streams, self.inequalities_share):
            raise InputError(faults)

    @property
    def shares(self) -> dict[str, Fraction]:
        """Share of every stream in the whole budget; streams without one are left out.

        They sum to 1, also where shares were written with few digits.
        """
        inequalities = to_fraction(self.inequalities_share)
        given = {name: to_fraction(share) for name, share in self.streams.items()}
        whole = sum(given.values())
        care = {name: (1 - inequalities) * s / whole for name, s in given.items()}
        every = care | {INEQUALITIES: inequalities}
        return {name: share for name, share in every.items() if share}


def list_formula_faults(
    streams: Mapping[str, Weight], inequalities_share: Weight, file: str = "formula"
) -> list[Fault]:
    """List all that is wrong with the shares of a formula.

    Examples
    --------
    >>> [fault.found for fault in list_formula_faults({"acute": 0.9}, 2)]
    ['0.9', '2']
    """
    faults = [
        Fault(
            *(file, f"streams, {name}", "a share from 0 to 1", str(share)),
            "Correct the share.",
        )
        for name, share in streams.items()
        if not 0 <= share <= 1
    ]
    if INEQUALITIES in streams:
        remedy = "Give its share as inequalities_share, of the whole budget."
        where, expected = f"streams, {INEQUALITIES}", "streams of care alone"
        faults.append(Fault(file, where, expected, INEQUALITIES, remedy))
    total = sum((to_fraction(share) for share in streams.values()), Fraction(0))
    if not faults and abs(total - 1) > _TOLERANCE:
        found, remedy = f"{float(total):.6g}", "Make them the whole of the budget."
        faults.append(Fault(file, "streams", "shares that sum to 1", found, remedy))
    if not 0 <= inequalities_share < 1:
        where, expected = "inequalities_share", "a share from 0 to less than 1"
        found, remedy = str(inequalities_share), "Correct the share."
        faults.append(Fault(file, where, expected, found, remedy))
    return faults
