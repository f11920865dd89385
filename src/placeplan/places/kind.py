"""Kinds of body, as a table: their words, and which family holds them."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

Family = Literal["organisation", "area", "site", "footprint"]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of body.

    Parameters
    ----------
    id : str
        How tables name it, such as ``icp_place_alliance``.
    family : Family
        Which table holds bodies of the kind.
    words, plural : str
        What a reader sees.
    """

    id: str
    family: Family
    words: str
    plural: str


_KINDS = (
    Kind(
        "ccg",
        "organisation",
        "Clinical commissioning group",
        "Clinical commissioning groups",
    ),
    Kind("icb", "organisation", "Integrated care board", "Integrated care boards"),
    Kind("acute_trust", "organisation", "Acute trust", "Acute trusts"),
    Kind("community_trust", "organisation", "Community trust", "Community trusts"),
    Kind(
        "community_provider",
        "organisation",
        "Community provider",
        "Community providers",
    ),
    Kind(
        "mental_health_trust",
        "organisation",
        "Mental health trust",
        "Mental health trusts",
    ),
    Kind("ambulance_trust", "organisation", "Ambulance trust", "Ambulance trusts"),
    Kind(
        "neighbouring_trust",
        "organisation",
        "Acute trust outside the system",
        "Acute trusts outside the system",
    ),
    Kind(
        "independent_provider",
        "organisation",
        "Independent provider",
        "Independent providers",
    ),
    Kind("primary_care", "organisation", "Primary care body", "Primary care bodies"),
    Kind("pcn", "organisation", "Primary care network", "Primary care networks"),
    Kind("council", "organisation", "Council", "Councils"),
    Kind("council_group", "organisation", "Group of councils", "Groups of councils"),
    Kind("national_body", "organisation", "National body", "National bodies"),
    Kind("regulator", "organisation", "Regulator", "Regulators"),
    Kind("regional_body", "organisation", "Regional body", "Regional bodies"),
    Kind(
        "professional_body",
        "organisation",
        "Professional body",
        "Professional bodies",
    ),
    Kind("patient_body", "organisation", "Patient body", "Patient bodies"),
    Kind(
        "stp_partnership",
        "organisation",
        "Sustainability and transformation partnership",
        "Sustainability and transformation partnerships",
    ),
    Kind("ics", "organisation", "Integrated care system", "Integrated care systems"),
    Kind(
        "icp_statutory",
        "organisation",
        "Integrated care partnership (statutory, since 2022)",
        "Integrated care partnerships (statutory, since 2022)",
    ),
    Kind("district", "area", "District", "Districts"),
    Kind("site", "site", "Hospital site", "Hospital sites"),
    Kind("footprint", "footprint", "Planning footprint", "Planning footprints"),
    Kind(
        "icp_place_alliance",
        "footprint",
        "Place alliance (integrated care partnership of 2019)",
        "Place alliances (integrated care partnerships of 2019)",
    ),
)

KINDS: Mapping[str, Kind] = MappingProxyType({kind.id: kind for kind in _KINDS})
"""Every kind by its id. ``icp`` alone is none: it meant two things in three years."""


def list_kinds(family: Family) -> frozenset[str]:
    """List the kinds that a family holds.

    Examples
    --------
    >>> sorted(list_kinds("footprint"))
    ['footprint', 'icp_place_alliance']
    """
    return frozenset(kind.id for kind in _KINDS if kind.family == family)
