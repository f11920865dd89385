"""What the tables on the appraisal of options must hold; all may be left out."""

from typing import Final

from placeplan.money.asked_pounds import MOST_POUNDS
from placeplan.tables import Column, TableContract

SIDES: Final = ("cost", "benefit")
"""What an amount is; both are written as positive numbers."""

MOST_SCORE: Final = 10
"""Scores of an option on a criterion run from 0 to this."""

_APPRAISAL = Column("appraisal", "text", refers_to=("appraisals", "appraisal"))
_OPTION = Column("option", "text", "Id of the option within its appraisal.")

APPRAISALS: Final = TableContract(
    "appraisals",
    "money/appraisals.csv",
    (
        Column("appraisal", "text", "Id of the appraisal."),
        Column("name", "text", "What is asked, for people."),
        Column("base_year", "year", "Year to which amounts are discounted."),
    ),
    key=("appraisal",),
    about="Questions on which options are appraised.",
    required=False,
)

APPRAISAL_OPTIONS: Final = TableContract(
    "appraisal_options",
    "money/appraisal_options.csv",
    (
        _APPRAISAL,
        _OPTION,
        Column("name", "text", "Name for people."),
        Column("baseline", "flag", "Whether it is what happens otherwise."),
    ),
    key=("appraisal", "option"),
    about="Options of each appraisal; one of them is the baseline.",
    required=False,
)

APPRAISAL_FLOWS: Final = TableContract(
    "appraisal_flows",
    "money/appraisal_flows.csv",
    (
        _APPRAISAL,
        _OPTION,
        Column("line", "text", "What is paid or gained, in words."),
        Column("side", "text", "Cost or benefit.", choices=frozenset(SIDES)),
        Column("year", "year", "Year in which the financial year starts."),
        Column(
            "value_pounds",
            "number",
            "In prices of the base year, not discounted.",
            least=0,
            most=MOST_POUNDS,
        ),
    ),
    key=("appraisal", "option", "line", "side", "year"),
    about="Costs and benefits of each option by year.",
    required=False,
)

APPRAISAL_CRITERIA: Final = TableContract(
    "appraisal_criteria",
    "money/appraisal_criteria.csv",
    (
        _APPRAISAL,
        Column("criterion", "text", "Id of the criterion."),
        Column("name", "text", "Name for people."),
        Column("weight", "number", "Any scale: shares of the sum count.", least=0),
    ),
    key=("appraisal", "criterion"),
    about="Criteria that no money tells, with their weights.",
    required=False,
)

APPRAISAL_SCORES: Final = TableContract(
    "appraisal_scores",
    "money/appraisal_scores.csv",
    (
        _APPRAISAL,
        _OPTION,
        Column("criterion", "text", "Id of the criterion."),
        Column("score", "number", "0 worst, 10 best.", least=0, most=MOST_SCORE),
    ),
    key=("appraisal", "option", "criterion"),
    about="How each option does on each criterion.",
    required=False,
)

MANAGEMENT_COSTS: Final = TableContract(
    "management_costs",
    "money/management_costs.csv",
    (
        Column("organisation", "text", refers_to=("organisations", "id")),
        Column("year", "year", "Year in which the financial year starts."),
        Column(
            "cost_pounds",
            "number",
            "Cost of administration.",
            least=0,
            most=MOST_POUNDS,
        ),
    ),
    key=("organisation", "year"),
    about="What each body spends on its own administration.",
    required=False,
)

APPRAISAL_TABLES: Final = (
    APPRAISALS,
    APPRAISAL_OPTIONS,
    APPRAISAL_FLOWS,
    APPRAISAL_CRITERIA,
    APPRAISAL_SCORES,
    MANAGEMENT_COSTS,
)
"""Contracts of the tables that this room reads."""
