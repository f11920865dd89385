"""Programme: whether the plan is being done, by dates first and by judgement second.

Takes milestones with the days in which they are due, what is now expected, who waits
for whom, and which planned solution hangs on which project. Gives where each milestone
stands on a day, which of them nothing may delay, what a slip puts at stake in pounds,
and a report made of records instead of typed. A date printed as "September / October
2019" is an interval, and late only after its last day. Nothing here knows what day it
is: the day is passed in. Each rule can be asked by name with ``placeplan rule``.
"""

from placeplan.programme.check import check_programme
from placeplan.programme.critical_path import (
    Activity,
    ActivityTimes,
    CriticalPath,
    find_critical_path,
    find_order,
)
from placeplan.programme.folder import ProgrammeFolder, has_programme, read_programme
from placeplan.programme.inputs import TABLES
from placeplan.programme.interval import DateInterval, print_day
from placeplan.programme.milestone import (
    MilestonePlan,
    MilestoneState,
    explain_state,
    find_state,
)
from placeplan.programme.rules import RULES

__all__ = [
    "RULES",
    "TABLES",
    "Activity",
    "ActivityTimes",
    "CriticalPath",
    "DateInterval",
    "MilestonePlan",
    "MilestoneState",
    "ProgrammeFolder",
    "check_programme",
    "explain_state",
    "find_critical_path",
    "find_order",
    "find_state",
    "has_programme",
    "print_day",
    "read_programme",
]
