"""A place that shares in a budget: its people, their need, and what care costs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from placeplan.errors import Fault, InputError
from placeplan.money.fair_share.formula import ALL_NEED
from placeplan.money.pence import Pence
from placeplan.money.share import Weight


def _need_alike() -> Mapping[str, Weight]:
    return MappingProxyType({ALL_NEED: 1})


@dataclass(frozen=True, slots=True)
class SharePlace:
    """A place alliance, a district, a network: whatever has people on its lists.

    Parameters
    ----------
    id : str
        Unlike that of any other place.
    people : number
        Registered people in the year of the budget.
    need : mapping of str to number
        Need of a person by stream; any scale, as only its relation to the need of
        others counts.
    cost_factor : number
        What the same care costs there, 1 as anywhere: market forces factor times
        other adjustments.
    allocation : Pence or None
        What it has now, where that is known.
    people_before : number or None
        Registered people when it got that; those of the budget where it is left out.

    Raises
    ------
    InputError
        With everything that is wrong with the place.

    Examples
    --------
    >>> SharePlace("north", 1000, {"acute": 1.2}).cost_factor
    1
    """

    id: str
    people: Weight
    need: Mapping[str, Weight] = field(default_factory=_need_alike)
    cost_factor: Weight = 1
    allocation: Pence | None = None
    people_before: Weight | None = None

    def __post_init__(self) -> None:
        numbers = {
            "people": self.people,
            "people_before": self.people_before,
            "allocation": self.allocation,
            **{f"need, {name}": need for name, need in self.need.items()},
        }
        faults = [
            Fault(f"place {self.id}", name, "0 or more", str(number), "Correct it.")
            for name, number in numbers.items()
            if number is not None and number < 0
        ]
        if self.cost_factor <= 0:
            found = str(self.cost_factor)
            where, remedy = "cost_factor", "Write 1 where care costs as anywhere."
            faults.append(
                Fault(f"place {self.id}", where, "a number above 0", found, remedy)
            )
        if faults:
            raise InputError(faults)
