"""The three tiers at which care is organised: neighbourhood, place, system."""

from enum import StrEnum


class Tier(StrEnum):
    """A tier; the smallest first.

    ``system`` is the whole health and care system, never the software.

    Examples
    --------
    >>> [tier.value for tier in Tier]
    ['neighbourhood', 'place', 'system']
    """

    NEIGHBOURHOOD = "neighbourhood"
    PLACE = "place"
    SYSTEM = "system"
