"""Groups of staff that plans count."""

from dataclasses import dataclass

from placeplan.periods import Validity
from placeplan.reference.listing import Listing, state_list
from placeplan.tables import Column

CONTRACT = state_list(
    "staff_groups",
    Column("staff_group", "text", "Id, such as practice_nurse."),
    Column("name", "text", "Name for people."),
    Column("sector", "text", "Where they mostly work."),
)


@dataclass(frozen=True, slots=True)
class StaffGroup:
    """A group of staff, counted in whole-time equivalents.

    Parameters
    ----------
    staff_group : str
        Id, such as ``practice_nurse``.
    name : str
        Name for people.
    sector : str
        Where they mostly work, such as ``primary_care``.
    source : str
        Id of a `Publication` that counts them.
    validity : Validity
        When the definition holds.
    """

    staff_group: str
    name: str
    sector: str
    source: str
    validity: Validity


STAFF_GROUPS = Listing("staff group", CONTRACT, StaffGroup)
"""Groups of staff by id."""


def get_staff_group(name: str) -> StaffGroup:
    """Get a group of staff by id.

    Raises
    ------
    UnknownNameError
        When there is none of that id.

    Examples
    --------
    >>> get_staff_group("gp").name
    'General practitioners'
    """
    return STAFF_GROUPS.get_known(name)
