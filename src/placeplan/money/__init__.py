"""Money: what care costs, what comes in, what is missing, and where it could come from.

The chapter answers three questions itself. Where did each organisation end the year?
What will the system be short of if nothing changes, and why? What do planned solutions
close, and what is left? It takes activity from the chapter of demand and the tables of
`TABLES` (prices, growth of prices, income, cost that no activity carries, planned
solutions), and gives one long frame in pounds.

Behind it are rooms, each with its own tables, names and story: `money.ledger` (where
bodies and the system stand), `money.forecast` (how the year ends), `money.fund` and
`money.better_care` (what is paid on results, and pooled), `money.productivity` and
`money.appraisal` (what could be saved, and what options are worth), `money.fair_share`
(who would have what by need) and `money.workbook` (the ledger in Excel). `RULES` are
those of all rooms.

Inside it counts whole pence, so that lines tie to totals to the penny, drivers add up
exactly to the change of the gap, and the order of rows never matters.
"""

from placeplan.money.calibration import (
    FixedCostLine,
    Growth,
    Knowns,
    calibrate_costs,
)
from placeplan.money.caution import find_cautions
from placeplan.money.check import check_money
from placeplan.money.contracts import TABLES
from placeplan.money.cost import cost_activity, cost_fixed, sum_cost
from placeplan.money.driver import DRIVERS, find_drivers
from placeplan.money.gap import compare_with_published, find_gap
from placeplan.money.income import sum_income
from placeplan.money.inflation import index_growth
from placeplan.money.inputs import COST_DRIVERS, THEMES
from placeplan.money.outturn import list_outturn
from placeplan.money.overlap import hold_to_ledger
from placeplan.money.pence import (
    Pence,
    Pounds,
    PoundsMillion,
    check_pence,
    to_pence,
    to_pounds,
    to_pounds_million,
)
from placeplan.money.projection import project_money
from placeplan.money.rules import RULES
from placeplan.money.sensitivity import Swing, swing_gap
from placeplan.money.solution import close_gap, list_solutions, sum_solutions
from placeplan.money.split import split_change

__all__ = [
    "COST_DRIVERS",
    "DRIVERS",
    "RULES",
    "TABLES",
    "THEMES",
    "FixedCostLine",
    "Growth",
    "Knowns",
    "Pence",
    "Pounds",
    "PoundsMillion",
    "Swing",
    "calibrate_costs",
    "check_money",
    "check_pence",
    "close_gap",
    "compare_with_published",
    "cost_activity",
    "cost_fixed",
    "find_cautions",
    "find_drivers",
    "find_gap",
    "hold_to_ledger",
    "index_growth",
    "list_outturn",
    "list_solutions",
    "project_money",
    "split_change",
    "sum_cost",
    "sum_income",
    "sum_solutions",
    "swing_gap",
    "to_pence",
    "to_pounds",
    "to_pounds_million",
]
