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

Answers also where people land when sites open or close: by observed shares, the nearest
open site or Huff's odds, over the border too, so that everyone lands once. Takes areas,
sites and minutes between them; gives every configuration with its scores, and those
that nothing else beats on every goal.
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
from placeplan.capacity.geography import Geography
from placeplan.capacity.headroom import compare, find_headroom
from placeplan.capacity.huff_fit import HuffFit, fit_huff
from placeplan.capacity.inputs import TABLES, Tables
from placeplan.capacity.landing import LIMITS, Landing
from placeplan.capacity.option import ComparedOptions, compare_options
from placeplan.capacity.option_check import check_options
from placeplan.capacity.option_inputs import OPTION_TABLES
from placeplan.capacity.option_question import OptionQuestion, list_questions
from placeplan.capacity.option_score import SCORES
from placeplan.capacity.option_search import (
    count_configurations,
    list_configurations,
    search_configurations,
)
from placeplan.capacity.option_table import (
    list_option_flows,
    list_option_sites,
    list_options,
)
from placeplan.capacity.pareto import find_front
from placeplan.capacity.space import compare_spaces, need_spaces
from placeplan.capacity.staff import compare_staff, need_staff
from placeplan.capacity.staff_supply import project_staff, step_staff
from placeplan.capacity.standard import carry_forward, carry_stock, find_standards
from placeplan.capacity.travel_fit import (
    TravelFit,
    fill_minutes,
    find_site_factor,
    fit_travel,
)

__all__ = [
    "FLOW_KINDS",
    "LIMITS",
    "OPTION_TABLES",
    "SCORES",
    "TABLES",
    "ComparedOptions",
    "Geography",
    "HuffFit",
    "HuffRule",
    "Landing",
    "OptionQuestion",
    "Tables",
    "TravelFit",
    "carry_forward",
    "carry_stock",
    "check_capacity",
    "check_options",
    "compare",
    "compare_beds",
    "compare_capacity",
    "compare_options",
    "compare_spaces",
    "compare_staff",
    "count_configurations",
    "fill_minutes",
    "find_front",
    "find_headroom",
    "find_site_factor",
    "find_standards",
    "fit_huff",
    "fit_travel",
    "list_configurations",
    "list_flows",
    "list_option_flows",
    "list_option_sites",
    "list_options",
    "list_questions",
    "need_beds",
    "need_spaces",
    "need_staff",
    "project_staff",
    "search_configurations",
    "share_by_odds",
    "share_nearest",
    "share_observed",
    "step_staff",
    "sum_flows",
]
