"""Fair shares: what each place's part of a budget would be by the need of its people.

The package answers three questions. How much of a budget would each place alliance,
district or network have, were it shared by need? How far is what it has from that? And
how does it get there without anybody losing too much at once?

People on the lists of practices are weighed by need, stream by stream, and by what care
costs (`weigh_people`); the budget is shared by weighted people (`find_targets`); a pace
of change moves what places have towards their targets, with floors and ceilings that
hold to the penny, or is refused where the budget cannot pay the floors
(`pace_allocations`). `find_fair_shares` does all of it. What national policy set is
dated and can be overridden. `answer_cases` shares out every budget of a plan folder, at
every level at which the folder has places. Sums are exact fractions until they become
whole pence.
"""

from placeplan.money.fair_share.check import check_fair_share
from placeplan.money.fair_share.fair_share import (
    FairShare,
    FairShares,
    find_fair_shares,
    share_among_members,
)
from placeplan.money.fair_share.formula import ALL_NEED, INEQUALITIES, Formula
from placeplan.money.fair_share.pace import Pace
from placeplan.money.fair_share.paced import Paced, PacedPlace, pace_allocations
from placeplan.money.fair_share.place import SharePlace
from placeplan.money.fair_share.policy import (
    ALLOCATION_PARTS,
    find_inequalities_share,
    list_pace_limits,
)
from placeplan.money.fair_share.share_answer import ShareAnswer, answer_cases
from placeplan.money.fair_share.share_case import ShareCase
from placeplan.money.fair_share.target import find_distance, find_targets
from placeplan.money.fair_share.weighted_people import WeightedPeople, weigh_people

__all__ = [
    "ALLOCATION_PARTS",
    "ALL_NEED",
    "INEQUALITIES",
    "FairShare",
    "FairShares",
    "Formula",
    "Pace",
    "Paced",
    "PacedPlace",
    "ShareAnswer",
    "ShareCase",
    "SharePlace",
    "WeightedPeople",
    "answer_cases",
    "check_fair_share",
    "find_distance",
    "find_fair_shares",
    "find_inequalities_share",
    "find_targets",
    "list_pace_limits",
    "pace_allocations",
    "share_among_members",
    "weigh_people",
]
