"""Plan: the whole line from people to the gap, run from a folder of plain files.

Answers what a plan folder says and whether it holds together (`Plan.from_folder`, with
every fault at once), what follows from it in every year (`Plan.run`), what one number
of that is (`answer`), how the gap comes about (`build_bridge`), and why two runs differ
(`compare_runs`). Takes a folder; gives `Results`: one long table and the record of the
run, written as a folder that is whole or not there. The same plan gives the same table
to the last digit, whatever the order of the rows in its files.

Charts and the report are not loaded with the chapter: they stand in
`placeplan.plan.report`.
"""

from placeplan.plan.added_initiative import add_initiative, write_rows
from placeplan.plan.area_place import find_places
from placeplan.plan.bridge import build_bridge, find_bridge_year
from placeplan.plan.check import check_folder
from placeplan.plan.clock import Clock
from placeplan.plan.comparison import Comparison, compare_runs
from placeplan.plan.draw_comparison import DrawComparison, compare_scenarios
from placeplan.plan.drawn_totals import count_draws
from placeplan.plan.enough_draws import enough_draws, say_enough_draws
from placeplan.plan.manifest import MANIFEST_FILE, Manifest, describe_schema
from placeplan.plan.plan import Plan
from placeplan.plan.progress import Progress, StepTiming
from placeplan.plan.question import answer
from placeplan.plan.results import Results
from placeplan.plan.results_table import AXES, list_axes
from placeplan.plan.run_folder import RUN_FILES
from placeplan.plan.run_record import RunRecord
from placeplan.plan.scenario import DO_NOTHING, PLAN, Scenario
from placeplan.plan.toolkit_account import account_element

__all__ = [
    "AXES",
    "DO_NOTHING",
    "MANIFEST_FILE",
    "PLAN",
    "RUN_FILES",
    "Clock",
    "Comparison",
    "DrawComparison",
    "Manifest",
    "Plan",
    "Progress",
    "Results",
    "RunRecord",
    "Scenario",
    "StepTiming",
    "account_element",
    "add_initiative",
    "answer",
    "build_bridge",
    "check_folder",
    "compare_runs",
    "compare_scenarios",
    "count_draws",
    "describe_schema",
    "enough_draws",
    "find_bridge_year",
    "find_places",
    "list_axes",
    "say_enough_draws",
    "write_rows",
]
