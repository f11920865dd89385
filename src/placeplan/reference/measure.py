"""Measures: what the results table can hold, with its unit and its words."""

from dataclasses import dataclass
from typing import Literal

from placeplan.periods import Validity
from placeplan.reference.listing import Listing, state_list
from placeplan.tables import Column

BY_POD = "by_pod"
"""In place of a unit where each point of delivery has its own."""

CONTRACT = state_list(
    "measures",
    Column("measure", "text", "Id, such as beds_needed."),
    Column("name", "text", "Name for people."),
    Column("unit", "text", "Unit, or by_pod."),
    Column(
        "kind",
        "text",
        "Whether it may be summed over years.",
        choices=frozenset({"stock", "flow"}),
    ),
    Column("axes", "text", "The axes by which it is given, with spaces between."),
    Column("about", "text", "One sentence for people."),
)


@dataclass(frozen=True, slots=True)
class Measure:
    """Something that the results table can hold.

    Parameters
    ----------
    measure : str
        Id, such as ``beds_needed``.
    name : str
        Name for people.
    unit : str
        Unit of the value, or ``by_pod`` where each point of delivery has its own.
    kind : str
        ``stock`` (how much there is; never summed over years) or ``flow``.
    axes : tuple of str
        The axes by which it is given.
    about : str
        One sentence for people.
    source : str
        Id of a `Publication`.
    validity : Validity
        When the definition holds.
    """

    measure: str
    name: str
    unit: str
    kind: Literal["stock", "flow"]
    axes: tuple[str, ...]
    about: str
    source: str
    validity: Validity

    @property
    def is_stock(self) -> bool:
        """Whether it must never be summed over years."""
        return self.kind == "stock"


def _make(*, axes: str, **columns: object) -> Measure:
    return Measure(axes=tuple(axes.split()), **columns)  # type: ignore[arg-type] # the contract checked each column


MEASURES = Listing("measure", CONTRACT, _make)
"""Measures by id, in the order of the contract between rooms."""


def get_measure(name: str) -> Measure:
    """Get a measure by id.

    Raises
    ------
    UnknownNameError
        When there is none of that id.

    Examples
    --------
    >>> beds = get_measure("beds_needed")
    >>> beds.unit, beds.is_stock, beds.axes
    ('beds', True, ('year', 'provider', 'site'))
    """
    return MEASURES.get_known(name)
