"""The parts of an integrated care system, and what each is there to do."""

from dataclasses import dataclass

from placeplan.places.tier import Tier


@dataclass(frozen=True, slots=True)
class CarePart:
    """A part of an integrated care system with its functions.

    Parameters
    ----------
    body : str
        Id of a body, or a kind: the part is then every body of that kind.
    tier : Tier
        Where it stands.
    functions : tuple of str
        What it is there to do, in the order of the paper.
    source : str
        Id of the source.

    Examples
    --------
    >>> part = CarePart("pcn", Tier.NEIGHBOURHOOD, ("plan care for people in need",))
    >>> len(part.functions)
    1
    """

    body: str
    tier: Tier
    functions: tuple[str, ...]
    source: str = ""
