"""Demand: how much care people will use, by point of delivery, in every year.

Answers what happens if nothing changes: the same use by people of the same age and sex,
in the places and at the providers of the base year, times growth that people's number
and age do not explain. Takes the tables of `TABLES` (activity of the base year, growth
by period, the plan's own points of delivery), what the people chapter gives, and its
fertility, since births follow mothers. Gives activity and bed days by year, place,
provider, site and point of delivery (`project_activity`), growth of use alone, by which
money tells its drivers apart (`index_use`), and the change since the base year split
into its two causes (`split_growth`). Then what the plan changes: `CodedDemand` carries
initiatives out, in the exact mean or by draws, and `list_ledger` accounts for all that
left and arrived. The local care toolkit (`list_elements`, `adapt_element`) gives
initiatives that an area makes its own.
"""

from placeplan.demand.adaptation import TOOLKIT, Adaptation
from placeplan.demand.baseline import Baseline
from placeplan.demand.change import sum_groups
from placeplan.demand.check import check_demand
from placeplan.demand.coded_demand import CodedDemand, Future
from placeplan.demand.demographic_growth import grow_cohorts
from placeplan.demand.drawn_inputs import OF_INITIATIVES, DrawnInputs, InputName
from placeplan.demand.growth_split import DRIVERS, split_growth
from placeplan.demand.initiative_check import check_initiatives
from placeplan.demand.initiative_inputs import INITIATIVE_TABLES
from placeplan.demand.inputs import Tables
from placeplan.demand.ledger import change_activity, list_ledger
from placeplan.demand.mitigator import MitigatorUse, list_mitigators, state_mitigator
from placeplan.demand.non_demographic_growth import compound_growth, index_use
from placeplan.demand.percentile_range import PercentileRange
from placeplan.demand.pod_list import FOLLOWS_BIRTHS, PodWords, list_pods
from placeplan.demand.pod_pool import pool_pods
from placeplan.demand.projection import project_activity
from placeplan.demand.row_group import group_rows, keep_initiative
from placeplan.demand.table_list import TABLES
from placeplan.demand.toolkit import (
    adapt_element,
    list_elements,
    list_tiers,
    list_toolkit_sources,
)
from placeplan.demand.toolkit_moves import count_moves, sum_costs
from placeplan.demand.work_place import list_work_places

__all__ = [
    "DRIVERS",
    "FOLLOWS_BIRTHS",
    "INITIATIVE_TABLES",
    "OF_INITIATIVES",
    "TABLES",
    "TOOLKIT",
    "Adaptation",
    "Baseline",
    "CodedDemand",
    "DrawnInputs",
    "Future",
    "InputName",
    "MitigatorUse",
    "PercentileRange",
    "PodWords",
    "Tables",
    "adapt_element",
    "change_activity",
    "check_demand",
    "check_initiatives",
    "compound_growth",
    "count_moves",
    "group_rows",
    "grow_cohorts",
    "index_use",
    "keep_initiative",
    "list_elements",
    "list_ledger",
    "list_mitigators",
    "list_pods",
    "list_tiers",
    "list_toolkit_sources",
    "list_work_places",
    "pool_pods",
    "project_activity",
    "split_growth",
    "state_mitigator",
    "sum_costs",
    "sum_groups",
]
