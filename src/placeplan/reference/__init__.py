"""Reference: the lists that every chapter shares, each row with its source and period.

Answers what a point of delivery, a measure or a group of staff is called, in which unit
it is counted and since when. The lists are CSV files beside this page; each stands here
as a mapping of id to small frozen things (`POINTS_OF_DELIVERY`, `MEASURES`, ...), which
reads its file when it is first looked at. ``get_pod`` and the like say what there is
when a name is unknown.
"""

from placeplan.reference.age_band import AGE_BANDS, AgeBand, band_of, label_ages
from placeplan.reference.measure import BY_POD, MEASURES, Measure, get_measure
from placeplan.reference.organisation_kind import (
    ORGANISATION_KINDS,
    OrganisationKind,
    get_organisation_kind,
)
from placeplan.reference.pod import POINTS_OF_DELIVERY, Pod, get_pod
from placeplan.reference.publication import (
    PUBLICATIONS,
    Publication,
    get_publication,
)
from placeplan.reference.rule import Question, Rule, Ruling, get_rule
from placeplan.reference.sex import SEXES
from placeplan.reference.staff_group import STAFF_GROUPS, StaffGroup, get_staff_group
from placeplan.tables import STATUS, STATUSES

__all__ = [
    "AGE_BANDS",
    "BY_POD",
    "MEASURES",
    "ORGANISATION_KINDS",
    "POINTS_OF_DELIVERY",
    "PUBLICATIONS",
    "SEXES",
    "STAFF_GROUPS",
    "STATUS",
    "STATUSES",
    "AgeBand",
    "Measure",
    "OrganisationKind",
    "Pod",
    "Publication",
    "Question",
    "Rule",
    "Ruling",
    "StaffGroup",
    "band_of",
    "get_measure",
    "get_organisation_kind",
    "get_pod",
    "get_publication",
    "get_rule",
    "get_staff_group",
    "label_ages",
]
