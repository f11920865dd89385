"""Catchments: the people who look to a footprint, as a paper counts them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Catchment:
    """People in the catchment of a footprint.

    Parameters
    ----------
    people : int
        Number of people.
    source, evidence : str
        Id and grade of the source.

    Examples
    --------
    >>> Catchment(695_000, "stp-initiation-2016").people
    695000
    """

    people: int
    source: str = ""
    evidence: str = "published"
