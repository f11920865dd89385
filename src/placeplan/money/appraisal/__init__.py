"""Options and value: what each option costs, brings and is worth, and who asks for it.

It answers what an option is worth in the base year, what it returns and when it pays
back, how options rank by weighted criteria, and which weight has to move how far to
change the winner; and where each body stands against the cut in management costs. It
takes the tables of `APPRAISAL_TABLES`, all of which a plan may leave out, and gives
`Appraisal` and `CostStanding` in whole pence. Money and scores stand beside each other:
neither is turned into the other.
"""

from placeplan.money.appraisal.check import check_appraisal
from placeplan.money.appraisal.discount import (
    DiscountSchedule,
    DiscountStep,
    discount,
    find_discount_schedule,
    make_flat_schedule,
)
from placeplan.money.appraisal.inputs import APPRAISAL_TABLES, MOST_SCORE
from placeplan.money.appraisal.management_cost import (
    CostStanding,
    CostTarget,
    find_cost_target,
    list_cost_standings,
)
from placeplan.money.appraisal.option_value import (
    Flow,
    OptionValue,
    find_payback_year,
    rank_values,
    take_from_baseline,
    value_flows,
)
from placeplan.money.appraisal.study import (
    Appraisal,
    AppraisedOption,
    list_appraisals,
)
from placeplan.money.appraisal.weighing import Switch, Weighing, find_switches

__all__ = [
    "APPRAISAL_TABLES",
    "MOST_SCORE",
    "Appraisal",
    "AppraisedOption",
    "CostStanding",
    "CostTarget",
    "DiscountSchedule",
    "DiscountStep",
    "Flow",
    "OptionValue",
    "Switch",
    "Weighing",
    "check_appraisal",
    "discount",
    "find_cost_target",
    "find_discount_schedule",
    "find_payback_year",
    "find_switches",
    "list_appraisals",
    "list_cost_standings",
    "make_flat_schedule",
    "rank_values",
    "take_from_baseline",
    "value_flows",
]
