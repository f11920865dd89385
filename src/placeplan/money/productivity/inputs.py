"""What the tables on productivity in a plan folder must hold; all may be left out."""

from typing import Final

from placeplan.money.asked_pounds import MOST_POUNDS
from placeplan.tables import Column, TableContract

ROLES: Final = ("own", "candidate")
"""A body of the plan, or one elsewhere that may be held beside it."""

SAFETY_RATINGS: Final = (
    "inadequate",
    "requires_improvement",
    "good",
    "outstanding",
)
"""Ratings of safety by the regulator, the worst first."""

COST_CENTRE_GROUPS: Final = (
    "pay",
    "supplies_drugs_other",
    "premises_estates",
    "clinical_negligence",
)
"""The four groups of the papers, in their order."""

CRITERIA: Final = (
    "turnover",
    "sites",
    "ae_sites",
    "teaching",
    "premises_share",
    "safety",
)
"""By what peers are chosen; safety is a filter and has no distance."""

_BODY = Column("body", "text", refers_to=("productivity_bodies", "body"))
_YEAR = Column("year", "year", "Year in which the financial year starts.")

PRODUCTIVITY_BODIES: Final = TableContract(
    "productivity_bodies",
    "money/productivity_bodies.csv",
    (
        Column("body", "text", "Id; of the plan's own, that of its organisation."),
        Column("name", "text", "Name for people."),
        Column("role", "text", "Own, or a candidate peer.", choices=frozenset(ROLES)),
        _YEAR,
        Column(
            "turnover_pounds",
            "number",
            "Income of the year.",
            least=1,
            most=MOST_POUNDS,
        ),
        Column("sites", "whole", "Hospital sites.", least=1),
        Column("ae_sites", "whole", "Sites with a major A&E department.", least=0),
        Column("teaching", "flag", "Whether it is a teaching trust."),
        Column(
            "premises_pounds",
            "number",
            "Cost of premises; within cost.",
            least=0,
            most=MOST_POUNDS,
        ),
        Column(
            "cost_pounds",
            "number",
            "Actual cost of the year.",
            least=1,
            most=MOST_POUNDS,
        ),
        Column(
            "safety",
            "text",
            "Rating of safety; the own bodies need none.",
            nullable=True,
            choices=frozenset(SAFETY_RATINGS),
        ),
        Column(
            "market_forces_factor",
            "number",
            "What local prices do to cost, 1 for the national average.",
            least=0.5,
            most=2,
        ),
        Column(
            "national_cost_pounds",
            "number",
            "Its activity at national average cost.",
            least=1,
            most=MOST_POUNDS,
        ),
    ),
    key=("body",),
    about="Trusts, and the candidates for their peers, in one year.",
    required=False,
)

PEER_CRITERIA: Final = TableContract(
    "peer_criteria",
    "money/peer_criteria.csv",
    (
        Column("criterion", "text", choices=frozenset(CRITERIA)),
        Column(
            "tolerance",
            "number",
            "How far a peer may be away: turnover as a share of the own; sites, A&E "
            "sites and teaching (0 or 1) as a number; premises as a difference of "
            "shares of cost. Empty for safety.",
            nullable=True,
            least=0,
        ),
        Column(
            "least_rating",
            "text",
            "Of safety alone: the worst rating that passes.",
            nullable=True,
            choices=frozenset(SAFETY_RATINGS),
        ),
    ),
    key=("criterion",),
    about="Stated criteria for peers; one that is left out does not count.",
    required=False,
)

COST_CENTRES: Final = TableContract(
    "cost_centres",
    "money/cost_centres.csv",
    (
        _BODY,
        Column("cost_centre", "text", "Id, the same for every body."),
        Column("name", "text", "Name for people."),
        Column("cost_group", "text", choices=frozenset(COST_CENTRE_GROUPS)),
        Column("driver", "text", "What the cost is held against, in words."),
        Column("driver_units", "number", "How many of them.", least=0.000001),
        Column("cost_pounds", "number", "Cost of the year.", least=0, most=MOST_POUNDS),
    ),
    key=("body", "cost_centre"),
    about="Cost of each body by cost centre, with what drives it.",
    required=False,
)

SPECIALTY_COSTS: Final = TableContract(
    "specialty_costs",
    "money/specialty_costs.csv",
    (
        _BODY,
        Column("specialty", "text", "Id of the specialty."),
        Column("name", "text", "Name for people."),
        Column(
            "cost_pounds",
            "number",
            "Actual cost of the year.",
            least=0,
            most=MOST_POUNDS,
        ),
        Column(
            "national_cost_pounds",
            "number",
            "Its activity at national average cost.",
            least=0.01,
            most=MOST_POUNDS,
        ),
    ),
    key=("body", "specialty"),
    about="The same cost by specialty: beside cost centres, never added to them.",
    required=False,
)

PRODUCTIVITY_PATH: Final = TableContract(
    "productivity_path",
    "money/productivity_path.csv",
    (
        _YEAR,
        Column("cost_growth_share", "share", "Growth of unit cost.", least=-0.5),
        Column("activity_growth_share", "share", "Growth of activity.", least=-0.5),
        Column("phased_share", "share", "Share of the catch-up due in that year."),
        Column(
            "efficiency_share",
            "share",
            "Of cost, each year on top; empty for what guidance of that year asks.",
            nullable=True,
        ),
        Column("cap_share", "share", "Most that can be saved, of the year's cost."),
    ),
    key=("year",),
    about="How cost grows and savings are phased, year by year.",
    required=False,
    share_column="phased_share",
)

PRODUCTIVITY_PUBLISHED: Final = TableContract(
    "productivity_published",
    "money/productivity_published.csv",
    (
        Column("year", "year", "Last year in which it is to be saved."),
        Column(
            "saving_pounds", "number", "What is to be saved.", least=0, most=MOST_POUNDS
        ),
        Column("words", "text", "As it was published."),
    ),
    key=("year",),
    about="What was published of productivity, as a check of scale.",
    required=False,
)

PRODUCTIVITY_TABLES: Final = (
    PRODUCTIVITY_BODIES,
    PEER_CRITERIA,
    COST_CENTRES,
    SPECIALTY_COSTS,
    PRODUCTIVITY_PATH,
    PRODUCTIVITY_PUBLISHED,
)
"""Contracts of the tables that this room reads."""
