"""What the tables on the Better Care Fund in a plan folder must hold."""

from typing import Final

from placeplan.tables import Column, TableContract

CONTRIBUTION_KINDS: Final = ("nhs", "council", "capital")
"""What a partner pays into a pool: money of the NHS, of a council, or capital."""

BASES: Final = ("plan", "actual")
"""What was planned, and what came of it."""

_YEAR = Column("year", "year", "Year in which the financial year starts.")
_POOL = Column(
    "pool",
    "text",
    "The pool, by the organisation that hosts it.",
    refers_to=("organisations", "id"),
)

BETTER_CARE_CONTRIBUTIONS: Final = TableContract(
    "better_care_contributions",
    "money/better_care_contributions.csv",
    (
        _YEAR,
        _POOL,
        Column("partner", "text", "Who pays in.", refers_to=("organisations", "id")),
        Column("kind", "text", choices=frozenset(CONTRIBUTION_KINDS)),
        Column("value_pounds", "number", "Paid into the pool.", least=0),
    ),
    key=("year", "pool", "partner", "kind"),
    about="What each partner pays into each pooled budget.",
    required=False,
)

BETTER_CARE_SPENDING: Final = TableContract(
    "better_care_spending",
    "money/better_care_spending.csv",
    (
        _YEAR,
        _POOL,
        Column("scheme", "text", "Id of the scheme, lower case with hyphens."),
        Column("name", "text", "Name for people, the same in every row."),
        Column("planned_pounds", "number", "Planned spending.", least=0),
        Column(
            "actual_pounds", "number", "Spent; empty while not known.", nullable=True
        ),
    ),
    key=("year", "pool", "scheme"),
    about="What each pooled budget is spent on; plans sum to what is paid in.",
    required=False,
)

BETTER_CARE_RESULTS: Final = TableContract(
    "better_care_results",
    "money/better_care_results.csv",
    (
        _YEAR,
        Column(
            "quarter",
            "whole",
            "1 to 4; empty for a year.",
            nullable=True,
            least=1,
            most=4,
        ),
        _POOL,
        Column("metric", "text", "Id of a metric of that year."),
        Column("basis", "text", choices=frozenset(BASES)),
        Column("numerator", "number", "What stands above the line.", least=0),
        Column("denominator", "number", "What stands below it.", least=0),
    ),
    key=("year", "quarter", "pool", "metric", "basis"),
    about="Metrics of the Better Care Fund, by their parts.",
    required=False,
)

BETTER_CARE_TABLES: Final = (
    BETTER_CARE_CONTRIBUTIONS,
    BETTER_CARE_SPENDING,
    BETTER_CARE_RESULTS,
)
"""Contracts of the tables on the Better Care Fund."""
