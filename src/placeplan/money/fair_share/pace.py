"""Pace of change: the rules by which places move towards their targets."""

from dataclasses import dataclass, fields
from fractions import Fraction
from typing import Final

from placeplan.errors import Fault, InputError
from placeplan.money.share import Weight, to_fraction

_LOWEST: Final = -1


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast, and with which floors and ceilings, allocations move (all shares 0-1).

    ``growth[i] = floor + pull * max(0, -DfT[i] - tolerance) - damp(DfT[i])``, and then
    the same points of growth for every place, up or down, so that the sum meets the
    budget; floors and ceilings hold whatever these points are.

    Parameters
    ----------
    minimum_growth_share : number
        Growth in cash that each place gets at least.
    minimum_growth_per_head_share : number or None
        Growth for each head that it gets at least; None where there is no such floor.
    least_growth_share : number or None
        Growth of a place that is so far over target that both floors have faded out:
        0 keeps its cash, below 0 cuts it. None for 0, or for the minimum growth in
        cash where that is below 0.
    fades_from_share, fades_to_share : number or None
        Distance over target from which floors fade, and from which nothing of them is
        left; between the two in proportion (the damp). None for both where they hold
        for every place.
    most_under_share : number or None
        No place is left further under target than this; None for no such limit.
    pull_share : number
        Part of the distance beyond the tolerance that a place under target gains.
    tolerance_share : number
        Distance under target that pulls nothing.
    most_growth_share : number or None
        Growth in cash that no place exceeds; None for no ceiling.

    Raises
    ------
    InputError
        With everything in which the rules cannot be or contradict each other.

    Examples
    --------
    >>> Pace(minimum_growth_share=0.01, most_under_share=0.05).pull_share
    0
    """

    minimum_growth_share: Weight = 0
    minimum_growth_per_head_share: Weight | None = None
    least_growth_share: Weight | None = None
    fades_from_share: Weight | None = None
    fades_to_share: Weight | None = None
    most_under_share: Weight | None = None
    pull_share: Weight = 0
    tolerance_share: Weight = 0
    most_growth_share: Weight | None = None

    def __post_init__(self) -> None:
        if faults := self._list_faults():
            raise InputError(faults)

    def find_least_growth(self) -> Fraction:
        """Find the growth of a place of whose floors nothing is left.

        Examples
        --------
        >>> Pace(minimum_growth_share=-0.02).find_least_growth()
        Fraction(-1, 50)
        >>> Pace(minimum_growth_share=0.01).find_least_growth()
        Fraction(0, 1)
        """
        if self.least_growth_share is None:
            return min(Fraction(0), to_fraction(self.minimum_growth_share))
        return to_fraction(self.least_growth_share)

    def find_fade(self, distance: Fraction | None) -> Fraction:
        """Find how much of the floors holds at a distance from target: 1 all, 0 none.

        Where they fade, nothing of them holds for a place whose target is nothing.

        Examples
        --------
        >>> pace = Pace(fades_from_share=0.05, fades_to_share=0.1)
        >>> pace.find_fade(Fraction("0.06"))
        Fraction(4, 5)
        """
        if self.fades_from_share is None or self.fades_to_share is None:
            return Fraction(1)
        if distance is None:
            return Fraction(0)
        first, last = map(to_fraction, (self.fades_from_share, self.fades_to_share))
        if distance <= first:
            return Fraction(1)
        return (last - distance) / (last - first) if distance < last else Fraction(0)

    def find_pull(self, distance: Fraction | None) -> Fraction:
        """Find how much a place gains for being under target, in points of growth.

        Examples
        --------
        >>> Pace(pull_share=0.5, tolerance_share=0.02).find_pull(Fraction("-0.06"))
        Fraction(1, 50)
        """
        if distance is None:
            return Fraction(0)
        beyond = max(Fraction(0), -distance - to_fraction(self.tolerance_share))
        return to_fraction(self.pull_share) * beyond

    def _list_faults(self) -> list[Fault]:
        faults = [
            _refuse(each.name, "0 or more", getattr(self, each.name))
            for each in fields(self)
            if each.name in _NOT_NEGATIVE and (getattr(self, each.name) or 0) < 0
        ]
        faults += [
            _refuse(each.name, "-1 or more", getattr(self, each.name))
            for each in fields(self)
            if each.name not in _NOT_NEGATIVE
            and (getattr(self, each.name) or 0) < _LOWEST
        ]
        faults += [
            _refuse(name, "a share from 0 to 1", getattr(self, name))
            for name in ("most_under_share", "pull_share")
            if (getattr(self, name) or 0) > 1
        ]
        if (self.fades_from_share is None) != (self.fades_to_share is None):
            expected, remedy = "both or neither", "Add the other, or leave both out."
            where = "fades_from_share, fades_to_share"
            faults.append(Fault("pace", where, expected, "one", remedy))
        floors = [self.minimum_growth_share, self.minimum_growth_per_head_share]
        highest = max(to_fraction(each) for each in floors if each is not None)
        ordered = (
            ("fades_to_share", self.fades_to_share, ">=", self.fades_from_share),
            ("least_growth_share", self.least_growth_share, "<=", floors[0]),
            ("most_growth_share", self.most_growth_share, ">=", highest),
        )
        return faults + [
            _refuse(name, f"{_SIDES[sign]} {_say(bound)}", found)
            for name, found, sign, bound in ordered
            if found is not None and _is_beyond(found, sign, bound)
        ]


_NOT_NEGATIVE: Final = frozenset(
    {"fades_from_share", "fades_to_share", "most_under_share"}
    | {"pull_share", "tolerance_share"}
)
_SIDES: Final = {">=": "at least", "<=": "at most"}


def _is_beyond(found: Weight, sign: str, bound: Weight | None) -> bool:
    difference = to_fraction(found) - to_fraction(bound or 0)
    return difference < 0 if sign == ">=" else difference > 0


def _say(number: Weight | None) -> str:
    return f"{float(number or 0):g}"


def _refuse(name: str, expected: str, found: Weight) -> Fault:
    return Fault("pace", name, expected, _say(found), "Correct the pace of change.")
