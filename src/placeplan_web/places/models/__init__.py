"""Records of the registry: a place whose address never changes, and its periods.

A `Place` is whatever has a page: an organisation, area, site or footprint. What changes
in its life, such as the name, stands in its periods, one after another. Each record
names its source. Triggers (see ``triggers.py``) keep periods of one place, and holders
of one code, from overlapping; what the library checks when a folder is loaded, the
database holds afterwards.
"""

from placeplan_web.places.models.care import CareFunction, PlannedService
from placeplan_web.places.models.load import RegistryLoad
from placeplan_web.places.models.period import (
    Area,
    Footprint,
    FootprintSet,
    Organisation,
    Period,
    Site,
)
from placeplan_web.places.models.place import Family, Place
from placeplan_web.places.models.post import Post, PostHolding
from placeplan_web.places.models.source import Evidence, Source, Sourced
from placeplan_web.places.models.tie import (
    Alias,
    Catchment,
    LookupShare,
    Membership,
    Succession,
)

__all__ = [
    "Alias",
    "Area",
    "CareFunction",
    "Catchment",
    "Evidence",
    "Family",
    "Footprint",
    "FootprintSet",
    "LookupShare",
    "Membership",
    "Organisation",
    "Period",
    "Place",
    "PlannedService",
    "Post",
    "PostHolding",
    "RegistryLoad",
    "Site",
    "Source",
    "Sourced",
    "Succession",
]
