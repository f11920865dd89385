"""Bands of ages, and which band an age falls into."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

import polars as pl

from placeplan.errors import UnknownNameError
from placeplan.reference.listing import Listing, state_list
from placeplan.tables import Column

OLDEST = 150
"""No age above this is banded."""

CONTRACT = state_list(
    "age_bands",
    Column("band", "text", "Name, such as 85-89 or 90+."),
    Column("first_age", "whole", "Youngest age, in years.", least=0),
    Column("last_age", "whole", "Oldest; empty for the open band.", nullable=True),
)

_WRITTEN = re.compile(r"^(\d{1,3})(?:-(\d{1,3})|(\+))?$", re.ASCII)


@dataclass(frozen=True, slots=True)
class AgeBand:
    """Ages from one to another, both inside, in completed years.

    Parameters
    ----------
    first_age : int
        Youngest age.
    last_age : int or None
        Oldest age; None for the open band, such as 90 and over.

    Examples
    --------
    >>> str(AgeBand(85, 89)), str(AgeBand(90)), str(AgeBand(0, 0))
    ('85-89', '90+', '0')
    """

    first_age: int
    last_age: int | None = None

    def __post_init__(self) -> None:
        if self.first_age < 0 or (
            self.last_age is not None and self.last_age < self.first_age
        ):
            message = f"no ages lie from {self.first_age} to {self.last_age}"
            raise ValueError(message)

    @classmethod
    def parse(cls, text: str) -> "AgeBand":
        """Read a band as it prints.

        Raises
        ------
        UnknownNameError
            When the text is no band.

        Examples
        --------
        >>> AgeBand.parse("65+"), AgeBand.parse("5-9")
        (AgeBand(first_age=65, last_age=None), AgeBand(first_age=5, last_age=9))
        """
        match = _WRITTEN.match(text)
        if match is None or (match[2] and int(match[2]) < int(match[1])):
            raise UnknownNameError("age band", text, ["0-4", "65+", "90+"])
        first = int(match[1])
        last = None if match[3] else int(match[2] or first)
        return cls(first, last)

    def contains(self, age: int) -> bool:
        """Whether an age in completed years lies in the band."""
        return self.first_age <= age and (self.last_age is None or age <= self.last_age)

    def __str__(self) -> str:
        if self.last_age is None:
            return f"{self.first_age}+"
        return (
            str(self.first_age)
            if self.last_age == self.first_age
            else f"{self.first_age}-{self.last_age}"
        )


def _make(*, first_age: int, last_age: int | None, **_: object) -> AgeBand:
    return AgeBand(first_age, last_age)


AGE_BANDS = Listing("age band", CONTRACT, _make)
"""The five-year bands of official statistics by name, youngest first: 0-4 to 90+."""


def band_of(age: int, bands: Iterable[AgeBand] | None = None) -> str:
    """Name the band of an age.

    Parameters
    ----------
    age : int
        Age in completed years.
    bands : iterable of AgeBand or None
        Bands to choose from; None for the five-year bands.

    Raises
    ------
    UnknownNameError
        When no band holds the age.

    Examples
    --------
    >>> band_of(87), band_of(103), band_of(70, [AgeBand(0, 64), AgeBand(65)])
    ('85-89', '90+', '65+')
    """
    chosen = tuple(AGE_BANDS.values() if bands is None else bands)
    for band in chosen:
        if band.contains(age):
            return str(band)
    raise UnknownNameError("age band for age", str(age), map(str, chosen))


def label_ages(
    ages: str | pl.Expr = "age", bands: Iterable[AgeBand] | None = None
) -> pl.Expr:
    """Make the expression that names the band of each age.

    Parameters
    ----------
    ages : str or pl.Expr
        Column of ages in completed years.
    bands : iterable of AgeBand or None
        Bands that do not overlap; None for the five-year bands.

    Returns
    -------
    pl.Expr
        Text, named ``age_band``; null where no band holds the age.

    Examples
    --------
    >>> pl.DataFrame({"age": [4, 5, 90]}).select(label_ages())["age_band"].to_list()
    ['0-4', '5-9', '90+']
    """
    column = pl.col(ages) if isinstance(ages, str) else ages
    chosen = tuple(AGE_BANDS.values() if bands is None else bands)
    names = {
        age: str(band)
        for band in chosen
        for age in range(
            band.first_age, (OLDEST if band.last_age is None else band.last_age) + 1
        )
    }
    old, new = list(names), list(names.values())
    return column.replace_strict(old, new, default=None, return_dtype=pl.String).alias(
        "age_band"
    )
