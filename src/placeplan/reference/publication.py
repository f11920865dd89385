"""Where the rows of the lists come from."""

from dataclasses import dataclass

from placeplan.reference.listing import Listing
from placeplan.tables import Column, TableContract

CONTRACT = TableContract(
    "sources",
    "sources.csv",
    (
        Column("id", "text", "Id by which the lists cite it."),
        Column("title", "text", "Title as published."),
        Column("publisher", "text", "Who published it."),
        Column("edition", "text", "Which edition, or since when it appears."),
        Column("licence", "text", "Under what terms it may be used."),
    ),
    key=("id",),
    sourced=False,
)


@dataclass(frozen=True, slots=True)
class Publication:
    """A publication that a list rests on.

    Parameters
    ----------
    id : str
        How the lists cite it.
    title, publisher : str
        As published.
    edition : str
        Which edition, or since when it appears.
    licence : str
        Under what terms it may be used.
    """

    id: str
    title: str
    publisher: str
    edition: str
    licence: str

    @property
    def words(self) -> str:
        """How a page cites it: title, publisher, edition."""
        return f"{self.title}, {self.publisher}, {self.edition}"


PUBLICATIONS = Listing("publication", CONTRACT, Publication)
"""Publications by id."""


def get_publication(name: str) -> Publication:
    """Get a publication by id.

    Raises
    ------
    UnknownNameError
        When there is none of that id.

    Examples
    --------
    >>> get_publication("dm01").publisher
    'NHS England'
    """
    return PUBLICATIONS.get_known(name)
