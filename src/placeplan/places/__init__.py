"""Places: organisations, areas, sites and footprints, on any day.

**Answers** who existed on a day and under which name, who sat in what, who planned
which services at which level, who took over from whom, and how many people or pounds
several footprints hold together when they share members.

**Takes** the tables of `TABLES` from a plan folder, checked by `placeplan.tables`.

**Gives** a `Registry`, which never changes, and its view on a day: ``as_at(day)``. The
registry travels in valid time. A body proposed in a paper is *proposed* from that
paper's date; it is *in force* once it has really started, for a planned start is no
start; a body that has ended is seen only as somebody's predecessor. Who sits in what
holds while both stand. `count_over_footprints` counts each member once, and says which
members it met more than once.
"""

from placeplan.places.area import Area
from placeplan.places.body import Body, Standing
from placeplan.places.care_part import CarePart
from placeplan.places.catchment import Catchment
from placeplan.places.check import check_places
from placeplan.places.count import Count, count_over_footprints
from placeplan.places.entry import Entry, Seat
from placeplan.places.footprint import Footprint, FootprintSet, Member
from placeplan.places.inputs import TABLES
from placeplan.places.lookup import Lookup, LookupCell, make_lookup
from placeplan.places.membership import Membership
from placeplan.places.name import NameIndex, normalise_name
from placeplan.places.organisation import Organisation
from placeplan.places.planning_level import PlannedService, PlanningLevel
from placeplan.places.reach import find_reach
from placeplan.places.registry import Registry
from placeplan.places.site import Site
from placeplan.places.succession import Succession
from placeplan.places.tier import Tier
from placeplan.places.view import RegistryView

__all__ = [
    "TABLES",
    "Area",
    "Body",
    "CarePart",
    "Catchment",
    "Count",
    "Entry",
    "Footprint",
    "FootprintSet",
    "Lookup",
    "LookupCell",
    "Member",
    "Membership",
    "NameIndex",
    "Organisation",
    "PlannedService",
    "PlanningLevel",
    "Registry",
    "RegistryView",
    "Seat",
    "Site",
    "Standing",
    "Succession",
    "Tier",
    "check_places",
    "count_over_footprints",
    "find_reach",
    "make_lookup",
    "normalise_name",
]
