"""What equality is considered for: nine characteristics and three aims."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from placeplan.periods import Validity
from placeplan.reference.listing import Listing, state_list
from placeplan.tables import Column


@dataclass(frozen=True, slots=True)
class EqualityAim:
    """One of the aims of the public sector equality duty.

    Parameters
    ----------
    aim, name, about : str
        ``i``, ``ii`` or ``iii``; its name; what it asks, with its paragraph.
    source : str
        Id of the law.
    validity : Validity
        The days on which it binds.
    """

    aim: str
    name: str
    about: str
    source: str
    validity: Validity


@dataclass(frozen=True, slots=True)
class Characteristic:
    """A protected characteristic, or a local addition.

    Parameters
    ----------
    characteristic, name : str
        Id and name for people.
    aims : str
        Ids of the aims it is considered for, with spaces between.
    required : bool
        Whether the law asks for it.
    about, source : str
        What it is, and the id of what says so.
    validity : Validity
        The days on which it counts.
    """

    characteristic: str
    name: str
    aims: str
    required: bool
    about: str
    source: str
    validity: Validity


EQUALITY_AIMS: Final[Listing[EqualityAim]] = Listing(
    "equality aim",
    state_list(
        "equality_aims",
        Column("aim", "text", "i, ii or iii."),
        Column("name", "text", "Name for people."),
        Column("about", "text", "What it asks."),
    ),
    EqualityAim,
)
"""The three aims by id."""

CHARACTERISTICS: Final[Listing[Characteristic]] = Listing(
    "characteristic",
    state_list(
        "equality_characteristics",
        Column("characteristic", "text", "Id."),
        Column("name", "text", "Name for people."),
        Column("aims", "text", "Ids of its aims, with spaces between."),
        Column("required", "flag", "Whether the law asks for it."),
        Column("about", "text", "What it is."),
    ),
    Characteristic,
)
"""The nine protected characteristics and the local additions, by id."""


def list_equality_pairs(
    as_at: date | None, *, local: bool = False
) -> tuple[tuple[str, str], ...]:
    """List the pairs of characteristic and aim that count on a day.

    Marriage and civil partnership is considered for the first aim alone, so the nine
    characteristics make 25 pairs.

    Parameters
    ----------
    as_at : date or None
        The day; the newest law when None.
    local : bool
        Whether local additions are listed too.

    Notes
    -----
    Source: Equality Act 2010, sections 4 to 12 and 149(1) and (7).

    Examples
    --------
    >>> [len(list_equality_pairs(date(2011, 4, day))) for day in (4, 5)]
    [0, 25]
    """
    return tuple(
        (id_, aim)
        for id_, each in CHARACTERISTICS.items()
        if (each.required or local) and _counts(each.validity, as_at)
        for aim in each.aims.split()
        if _counts(EQUALITY_AIMS[aim].validity, as_at)
    )


def _counts(validity: Validity, as_at: date | None) -> bool:
    return validity.ends_on is None if as_at is None else validity.contains(as_at)
