"""Reference: the lists that every chapter shares, each row with its source and period.

Answers what a point of delivery, a measure or a group of staff is called, in which unit
it is counted and since when. The lists are CSV files beside this page, read when they
are first asked for; what comes out are small frozen things. A plan may add points of
delivery of its own (see `list_pods`).
"""

from placeplan.reference.age_band import AgeBand, band_of, five_year_bands, label_ages
from placeplan.reference.measure import Measure, get_measure, list_measures
from placeplan.reference.place_kind import PlaceKind, get_place_kind, list_place_kinds
from placeplan.reference.pod import Pod, get_pod, list_pods
from placeplan.reference.publication import (
    Publication,
    get_publication,
    list_publications,
)
from placeplan.reference.sex import SEXES
from placeplan.reference.staff_group import (
    StaffGroup,
    get_staff_group,
    list_staff_groups,
)
from placeplan.reference.standard import Standard, get_standard, list_standards
from placeplan.tables import STATUS, STATUSES

__all__ = [
    "SEXES",
    "STATUS",
    "STATUSES",
    "AgeBand",
    "Measure",
    "PlaceKind",
    "Pod",
    "Publication",
    "StaffGroup",
    "Standard",
    "band_of",
    "five_year_bands",
    "get_measure",
    "get_place_kind",
    "get_pod",
    "get_publication",
    "get_staff_group",
    "get_standard",
    "label_ages",
    "list_measures",
    "list_place_kinds",
    "list_pods",
    "list_publications",
    "list_staff_groups",
    "list_standards",
]
