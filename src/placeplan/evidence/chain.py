"""The chain: which tables of the plan folder each measure rests on.

Each chapter uses the tables of those before it, so that a bed that is missing in 2030
rests on births as well as on the standard of occupancy. The chain is a table and not
code: a measure that has no entry here has no provenance, and a test says so.
"""

from collections.abc import Mapping
from itertools import chain
from types import MappingProxyType
from typing import Final

from placeplan.capacity import TABLES as CAPACITY_TABLES
from placeplan.demand import TABLES as DEMAND_TABLES
from placeplan.errors import UnknownNameError
from placeplan.evidence.inputs import TABLES as FACTS_TABLES
from placeplan.money import TABLES as MONEY_TABLES
from placeplan.performance import TABLES as PERFORMANCE_TABLES
from placeplan.places import TABLES as PLACES_TABLES
from placeplan.population import TABLES as POPULATION_TABLES
from placeplan.tables import TableContract

CONTRACTS: Final[Mapping[str, TableContract]] = MappingProxyType(
    {
        contract.name: contract
        for contract in chain(
            PLACES_TABLES,
            POPULATION_TABLES,
            DEMAND_TABLES,
            CAPACITY_TABLES,
            MONEY_TABLES,
            PERFORMANCE_TABLES,
            FACTS_TABLES,
        )
    }
)
"""Every table of a plan folder, in the order of the story."""

_PEOPLE = (
    "people_base",
    "people_counts",
    "people_totals",
    "components",
    "fertility",
    "mortality",
    "migration_schedule",
    "migration",
    "dwellings",
    "people_variants",
)
_ACTIVITY = (
    *_PEOPLE,
    "activity_base",
    "pods",
    "growth",
    "health_status",
    "repatriation",
    "deprivation_fifths",
    "inequality",
    "waiting_list",
)
_BEDS_NEEDED = (*_ACTIVITY, "bed_standards")
_SPACES_NEEDED = (*_ACTIVITY, "space_standards")
_STAFF_NEEDED = (*_ACTIVITY, "staff_standards")
_STAFF_THERE = ("staff", "staff_flows")
_COST = (*_ACTIVITY, "prices", "inflation", "fixed_cost")
_GAP = (*_COST, "income", "gap_published")

TABLES_BEHIND: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "population": _PEOPLE,
        "births": _PEOPLE,
        "deaths": _PEOPLE,
        "net_migration": _PEOPLE,
        "catchment_people": ("catchments",),
        "activity": _ACTIVITY,
        "bed_days": _ACTIVITY,
        "beds_needed": _BEDS_NEEDED,
        "beds_available": ("beds",),
        "beds_headroom": (*_BEDS_NEEDED, "beds"),
        "spaces_needed": _SPACES_NEEDED,
        "spaces_available": ("spaces",),
        "spaces_headroom": (*_SPACES_NEEDED, "spaces"),
        "staff_needed_wte": _STAFF_NEEDED,
        "staff_available_wte": _STAFF_THERE,
        "staff_headroom_wte": (*_STAFF_NEEDED, *_STAFF_THERE),
        "outturn_pounds": ("outturn",),
        "cost_pounds": _COST,
        "income_pounds": ("income",),
        "gap_pounds": _GAP,
        "gap_recurrent_pounds": _GAP,
        "gap_non_recurrent_pounds": _GAP,
        "driver_demographic_pounds": _COST,
        "driver_non_demographic_pounds": _COST,
        "driver_price_pounds": _COST,
        "driver_policy_pounds": _COST,
        "driver_income_pounds": ("income",),
        "solution_pounds": ("solutions",),
    }
)
"""Names of the tables behind each measure, in the order of the story."""

WITH_PLAN: Final = frozenset(
    {"gap_pounds", "gap_recurrent_pounds", "gap_non_recurrent_pounds"}
)
"""Measures that rest on planned solutions too, except when nothing changes."""


def find_tables(measure: str, *, with_solutions: bool = False) -> tuple[str, ...]:
    """Find the names of the tables behind a measure.

    Parameters
    ----------
    measure : str
        Measure of the results.
    with_solutions : bool
        Whether the scenario carries out planned solutions.

    Raises
    ------
    UnknownNameError
        When there is no such measure.

    Examples
    --------
    >>> find_tables("staff_available_wte")
    ('staff', 'staff_flows')
    """
    if measure not in TABLES_BEHIND:
        raise UnknownNameError("measure", measure, TABLES_BEHIND)
    more = ("solutions",) if with_solutions and measure in WITH_PLAN else ()
    return TABLES_BEHIND[measure] + more
