"""Productivity: where trusts spend more than their like, and what could be saved.

It answers who is like whom by stated criteria, what a weighted activity unit costs,
what each cost centre would save at a peer's cost, and how much of that a system can
save in five years under a cap. It takes the tables of `PRODUCTIVITY_TABLES`, all of
which a plan may leave out, and gives a `ProductivityStudy` in whole pence. Views by
cost centre, by specialty and by trust look at the same cost: an `Opportunity` refuses
to be added to one of another view.
"""

from placeplan.money.productivity.body import Body, SpecialtyCost
from placeplan.money.productivity.catch_up import (
    COMPARATORS,
    CatchUp,
    CostCentre,
    find_catch_up,
)
from placeplan.money.productivity.check import check_productivity
from placeplan.money.productivity.five_year import (
    EfficiencyShare,
    SavingsPath,
    YearSaving,
    YearTerms,
    find_efficiency_share,
    find_savings_path,
    phase_catch_up,
)
from placeplan.money.productivity.five_year_rule import FIVE_YEAR_RULES
from placeplan.money.productivity.inputs import (
    COST_CENTRE_GROUPS,
    CRITERIA,
    PRODUCTIVITY_TABLES,
    SAFETY_RATINGS,
)
from placeplan.money.productivity.opportunity import (
    VIEW_WORDS,
    Opportunity,
    sum_opportunities,
)
from placeplan.money.productivity.peer import (
    PeerCriteria,
    PeerVerdict,
    TrustProfile,
    select_peers,
)
from placeplan.money.productivity.study import (
    ProductivityStudy,
    PublishedSaving,
    find_productivity,
)
from placeplan.money.productivity.weighted_unit import (
    UnitCost,
    cite_unit_constant,
    find_unit_cost,
    get_unit_constant,
)

__all__ = [
    "COMPARATORS",
    "COST_CENTRE_GROUPS",
    "CRITERIA",
    "FIVE_YEAR_RULES",
    "PRODUCTIVITY_TABLES",
    "SAFETY_RATINGS",
    "VIEW_WORDS",
    "Body",
    "CatchUp",
    "CostCentre",
    "EfficiencyShare",
    "Opportunity",
    "PeerCriteria",
    "PeerVerdict",
    "ProductivityStudy",
    "PublishedSaving",
    "SavingsPath",
    "SpecialtyCost",
    "TrustProfile",
    "UnitCost",
    "YearSaving",
    "YearTerms",
    "check_productivity",
    "cite_unit_constant",
    "find_catch_up",
    "find_efficiency_share",
    "find_productivity",
    "find_savings_path",
    "find_unit_cost",
    "get_unit_constant",
    "phase_catch_up",
    "select_peers",
    "sum_opportunities",
]
