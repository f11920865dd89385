"""Points of delivery: the ways in which care is given and counted."""

from dataclasses import dataclass

from placeplan.periods import Validity
from placeplan.reference.listing import Listing, state_list
from placeplan.tables import Column

CONTRACT = state_list(
    "pods",
    Column("pod", "text", "Id, such as emergency_spell."),
    Column("name", "text", "Name for people."),
    Column("unit", "text", "What one of it is called, in the plural."),
    Column("family", "text", "Points of delivery that belong together."),
    Column("beds", "flag", "Whether people stay in a bed overnight for it."),
)


@dataclass(frozen=True, slots=True)
class Pod:
    """A point of delivery.

    Parameters
    ----------
    pod : str
        Id, such as ``emergency_spell``.
    name : str
        Name for people.
    unit : str
        What is counted, in the plural: ``spells``, ``attendances``.
    family : str
        Points of delivery that belong together, such as ``urgent_care``.
    beds : bool
        Whether people stay in a bed overnight for it.
    source : str
        Id of a `Publication` that counts it so.
    validity : Validity
        When the definition holds.
    """

    pod: str
    name: str
    unit: str
    family: str
    beds: bool
    source: str
    validity: Validity


POINTS_OF_DELIVERY = Listing("pod", CONTRACT, Pod)
"""Points of delivery by id. A plan may add its own in ``activity/pods.csv``."""


def get_pod(name: str) -> Pod:
    """Get a point of delivery by id.

    Raises
    ------
    UnknownNameError
        When there is none of that id.

    Examples
    --------
    >>> get_pod("emergency_spell").unit, get_pod("emergency_spell").beds
    ('spells', True)
    """
    return POINTS_OF_DELIVERY.get_known(name)
