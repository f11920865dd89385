"""National standards, each with the days on which it holds."""

from dataclasses import dataclass

from placeplan.periods import Validity
from placeplan.reference.listing import Listing, state_list
from placeplan.tables import Column

CONTRACT = state_list(
    "standards",
    Column("standard", "text", "Id, such as bed_occupancy."),
    Column("name", "text", "Name for people."),
    Column("value_share", "share", "The standard, from 0 to 1."),
    Column("about", "text", "What is counted."),
)


@dataclass(frozen=True, slots=True)
class Standard:
    """A national standard.

    Parameters
    ----------
    standard : str
        Id, such as ``bed_occupancy``.
    name : str
        Name for people.
    value_share : float
        The standard as a share, 0 to 1.
    about : str
        What is counted, in one sentence.
    source : str
        Id of the `Publication` that set it.
    validity : Validity
        When it is in force.
    """

    standard: str
    name: str
    value_share: float
    about: str
    source: str
    validity: Validity


STANDARDS = Listing("standard", CONTRACT, Standard)
"""National standards by id."""


def get_standard(name: str) -> Standard:
    """Get a standard by id.

    Raises
    ------
    UnknownNameError
        When there is none of that id.

    Examples
    --------
    >>> get_standard("bed_occupancy").value_share
    0.92
    """
    return STANDARDS.get_known(name)
