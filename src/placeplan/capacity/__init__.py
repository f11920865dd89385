"""Capacity: beds, spaces and staff, needed against available, year by year.

Answers where there is too little for what demand asks, by the ratio method: nights,
hours and minutes over what a bed, a space or a post can give at a stated standard.
Takes the tables of `TABLES` (what there is, standards with their first year, joiners
and leavers) and activity from the demand chapter. Gives needed, available and headroom
(`compare_capacity`); headroom is available less needed, so a gap is negative.

Only what the plan states can be short: a provider that has no row of beds, such as a
hospital over the border, is not compared. What is available in a year is what was last
stated; staff then change by joiners and leavers. The ratio knows no queues: it is kept
for speed, and says what would be needed if work came evenly.
"""

from placeplan.capacity.bed import compare_beds, need_beds
from placeplan.capacity.check import check_capacity
from placeplan.capacity.choice import (
    HuffRule,
    share_by_odds,
    share_nearest,
    share_observed,
)
from placeplan.capacity.comparison import compare_capacity
from placeplan.capacity.flow import FLOW_KINDS, list_flows, sum_flows
from placeplan.capacity.headroom import compare, find_headroom
from placeplan.capacity.huff_fit import HuffFit, fit_huff
from placeplan.capacity.inputs import TABLES, Tables
from placeplan.capacity.space import compare_spaces, need_spaces
from placeplan.capacity.staff import compare_staff, need_staff
from placeplan.capacity.staff_supply import project_staff, step_staff
from placeplan.capacity.standard import carry_forward, carry_stock, find_standards

__all__ = [
    "FLOW_KINDS",
    "TABLES",
    "HuffFit",
    "HuffRule",
    "Tables",
    "carry_forward",
    "carry_stock",
    "check_capacity",
    "compare",
    "compare_beds",
    "compare_capacity",
    "compare_spaces",
    "compare_staff",
    "find_headroom",
    "find_standards",
    "fit_huff",
    "list_flows",
    "need_beds",
    "need_spaces",
    "need_staff",
    "project_staff",
    "share_by_odds",
    "share_nearest",
    "share_observed",
    "step_staff",
    "sum_flows",
]
