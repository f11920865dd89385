"""What the bundled lists of the local care toolkit hold."""

from functools import cache
from typing import Final

import polars as pl

from placeplan.demand.initiative_inputs import HEADINGS, MECHANISMS
from placeplan.tables import Column, TableContract, read_bundled

RECEIVERS: Final = {
    "community": "community_contact",
    "social_care": "reablement_episode",
    "general_practice": "gp_appointment",
}
"""Who receives what an element moves, and the work by which they are known."""

_ELEMENT = Column("element", "text", "Id of an element.")
_POD = Column("pod", "text", "Point of delivery.")
_AGES = Column("age_band", "text", "Such as 65+.")
_RECEIVER = Column("receiver", "text", choices=frozenset(RECEIVERS))


def _state(
    name: str, *columns: Column, key: tuple[str, ...], sourced: bool = True
) -> TableContract:
    return TableContract(
        f"toolkit_{name}", f"toolkit_{name}.csv", columns, key=key, sourced=sourced
    )


TOOLKIT_SOURCES: Final = _state(
    "sources",
    Column("source", "text"),
    Column("title", "text"),
    Column("publisher", "text"),
    Column("dated", "date"),
    Column("licence", "text"),
    Column("note", "text"),
    key=("source",),
    sourced=False,
)
TIERS: Final = _state(
    "tiers",
    Column("tier", "text"),
    Column("name", "text"),
    Column("people_from", "whole", nullable=True, least=0),
    Column("people_to", "whole", nullable=True, least=0),
    Column("offers", "text"),
    Column("paragraph", "text"),
    key=("tier",),
)
ELEMENTS: Final = _state(
    "elements",
    _ELEMENT,
    Column("number", "whole", least=1),
    Column("name", "text"),
    Column("part", "text"),
    Column("offers", "text"),
    Column("tier", "text"),
    Column("heading", "text", choices=frozenset(HEADINGS)),
    Column("paragraph", "text"),
    key=("element",),
)
DELIVERIES: Final = _state(
    "deliveries", _ELEMENT, Column("delivery_share", "share"), key=("element",)
)
TOOLKIT_EFFECTS: Final = _state(
    "effects",
    _ELEMENT,
    Column("mechanism", "text", choices=frozenset(MECHANISMS)),
    _POD,
    _AGES,
    Column("attributable_share", "share", nullable=True),
    Column("remaining_low", "share"),
    Column("remaining_high", "share"),
    key=("element", "mechanism", "pod", "age_band"),
)
TOOLKIT_ARRIVALS: Final = _state(
    "arrivals",
    _ELEMENT,
    Column("from_pod", "text"),
    _POD,
    _RECEIVER,
    Column("units_each", "number", least=0),
    Column("bed_days_each", "number", least=0),
    Column("lag_years", "whole", least=0),
    key=("element", "from_pod", "pod", "receiver"),
)
TOOLKIT_PHASING: Final = _state(
    "phasing",
    Column("years_after", "whole", "Years after the first.", least=0),
    Column("delivered_share", "share"),
    key=("years_after",),
)
TOOLKIT_COSTS: Final = _state(
    "costs",
    _ELEMENT,
    _POD,
    _AGES,
    Column("cost_pounds_each", "number", "Pounds a year for each unit.", least=0),
    key=("element", "pod", "age_band"),
)
STAFF: Final = _state(
    "staff",
    _ELEMENT,
    _RECEIVER,
    Column("staff_group", "text"),
    _POD,
    _AGES,
    Column("staff_wte_per_1000", "number", "For 1,000 units a year.", least=0),
    key=("element", "receiver", "staff_group"),
)


@cache
def read_toolkit(contract: TableContract) -> pl.DataFrame:
    """Read a list of the toolkit, in the order of its file.

    Examples
    --------
    >>> read_toolkit(ELEMENTS)["element"][0], read_toolkit(TIERS)["people_to"].to_list()
    ('care-planning', [None, 60000, 200000])
    """
    return read_bundled("placeplan.demand", contract.path, contract)


def pick_element(contract: TableContract, element: str) -> pl.DataFrame:
    """Give the rows of an element.

    Examples
    --------
    >>> pick_element(DELIVERIES, "self-care")["delivery_share"].to_list()
    [0.85]
    """
    return read_toolkit(contract).filter(pl.col("element") == element)
